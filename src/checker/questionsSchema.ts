import { z } from 'zod';
import { line, readBeside } from '../shared/fields.ts';
import type { Problem } from '../shared/problem.ts';
import type { Question } from './reading/questions.ts';

/** `content/checker/questions.yaml` */
export const questionsSchema = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .describe('an id of small letters and hyphens.'),
    text: line(90).describe('a question of at most 90 characters.'),
    options: z
      .array(
        z.strictObject({
          text: line(60).describe('an answer of at most 60 characters; “Yes” and “No” in quotation marks.'),
          situations: z
            .union([z.literal('others'), z.array(z.string()).min(1)])
            .describe('ids of situations in square brackets, or the word others.'),
        }),
      )
      .min(2)
      .max(5)
      .describe('two to five options.'),
    readBeside: readBeside(),
  }),
);
export type QuestionsFile = z.output<typeof questionsSchema>;

/** The questions with `others` spelt out as all the situations that no other option names. */
export function resolveQuestions(questions: QuestionsFile, situations: readonly string[]): Question[] {
  return questions.map(({ id, text, options }) => {
    const named = options.flatMap((option) => (option.situations === 'others' ? [] : option.situations));
    const others = situations.filter((situation) => !named.includes(situation));
    return {
      id,
      text,
      options: options.map((option) => ({
        text: option.text,
        situations: option.situations === 'others' ? others : option.situations,
      })),
    };
  });
}

/** Situations that questions name but that are not there, and ids that two questions share. */
export function questionProblems(questions: QuestionsFile, situations: readonly string[]): Problem[] {
  const file = 'content/checker/questions.yaml';
  const ids = questions.map(({ id }) => id);
  return [
    ...questions.flatMap(({ id, options }) =>
      options
        .flatMap((option) => (option.situations === 'others' ? [] : option.situations))
        .filter((situation) => !situations.includes(situation))
        .map((situation) => ({
          file,
          wrong: `The question “${id}” names a situation “${situation}”, which is not there.`,
          instead: `Write some of: ${situations.join(', ')}.`,
        })),
    ),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => ({
        file,
        wrong: `Two questions have the id “${id}”.`,
        instead: 'Give one of them another.',
      })),
  ];
}
