import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionProblems, resolveQuestions } from '../../../src/checker/questionsSchema.ts';
import {
  MOST_QUESTIONS,
  type Question,
  questionFor,
  withAnswer,
} from '../../../src/checker/reading/questions.ts';
import { readPhrases } from '../../../src/checker/training/phrases.ts';
import { loadOnce } from '../../../src/content/load.ts';
import { ROOT } from '../../support/buildSite.ts';
import { trainedReader } from '../trainedReader.ts';

const { questions, situations } = loadOnce(ROOT);
const ids = [...situations.keys()];

const posted: Question = {
  id: 'posted',
  text: 'Has it been posted?',
  options: [
    { text: 'Yes', situations: ['post'] },
    { text: 'No', situations: ['threat'] },
  ],
};
const close = [
  { situation: 'post', confidence: 0.45 },
  { situation: 'threat', confidence: 0.4 },
  { situation: 'other', confidence: 0.15 },
];

describe('asking back', () => {
  test('asks where two situations are close that the question tells apart', () => {
    expect(questionFor(close, [posted])).toBe(posted);
  });

  test('does not ask where the first answer is sure', () => {
    const sure = [
      { situation: 'post', confidence: 0.9 },
      { situation: 'threat', confidence: 0.1 },
    ];
    expect(questionFor(sure, [posted])).toBeUndefined();
  });

  test('does not ask what is beside the point', () => {
    const elsewhere = [
      { situation: 'other', confidence: 0.4 },
      { situation: 'another', confidence: 0.4 },
      { situation: 'post', confidence: 0.2 },
    ];
    expect(questionFor(elsewhere, [posted])).toBeUndefined();
  });

  test('never asks the same twice, and never more than two in a row', () => {
    expect(questionFor(close, [posted], ['posted'])).toBeUndefined();
    expect(questionFor(close, [posted], Array(MOST_QUESTIONS).fill('x'))).toBeUndefined();
  });

  test('of two questions asks the one that settles more', () => {
    const vague: Question = {
      ...posted,
      id: 'vague',
      options: [
        { text: 'Yes', situations: ['post', 'threat'] },
        { text: 'No', situations: ['other'] },
      ],
    };
    expect(questionFor(close, [vague, posted])?.id).toBe('posted');
  });
});

describe('an answer to a question', () => {
  test('is added to what was read, not put in its place', () => {
    const [yes, no] = posted.options;
    if (yes === undefined || no === undefined) throw new Error('The question has two options.');
    expect(withAnswer(close, posted, no)[0]?.situation).toBe('threat');
    const certain = [
      { situation: 'post', confidence: 0.99 },
      { situation: 'threat', confidence: 0.01 },
    ];
    expect(withAnswer(certain, posted, no)[0]?.situation).toBe('post');
  });

  test('leaves situations that no option names as they were to one another', () => {
    const [yes] = posted.options;
    if (yes === undefined) throw new Error('The question has an option.');
    const answers = [...close, { situation: 'fourth', confidence: 0.3 }];
    const after = withAnswer(answers, posted, yes);
    const of = (situation: string) => after.find((answer) => answer.situation === situation)?.confidence ?? 0;
    expect(of('fourth') / of('other')).toBeCloseTo(2);
  });

  test('gives finite confidences that add up to 1, whatever was read and whatever is answered', () => {
    const confidences = fc
      .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: ids.length, maxLength: ids.length })
      .filter((values) => values.some((value) => value > 1e-6));
    fc.assert(
      fc.property(confidences, fc.nat(), fc.nat(), (values, which, option) => {
        const sum = values.reduce((total, value) => total + value, 0);
        const answers = ids.map((situation, index) => ({
          situation,
          confidence: (values[index] ?? 0) / sum,
        }));
        const question = questions[which % questions.length];
        const chosen = question?.options[option % question.options.length];
        if (question === undefined || chosen === undefined) return;
        const after = withAnswer(answers, question, chosen);
        expect(after.map(({ situation }) => situation).sort()).toEqual([...ids].sort());
        expect(after.reduce((total, { confidence }) => total + confidence, 0)).toBeCloseTo(1);
        expect(after.every(({ confidence }) => Number.isFinite(confidence) && confidence >= 0)).toBe(true);
      }),
    );
  });
});

describe('the questions in content', () => {
  const read = trainedReader();
  const phrases = readPhrases(path.join(ROOT, 'content/phrases'));
  // Phrases as they are have taught the checker, so it is sure of them; beginnings of them leave it in doubt.
  const beginnings = phrases.flatMap(({ text }) =>
    [3, 5, 8].map((most) => text.split(' ').slice(0, most).join(' ')),
  );
  const readings = [...new Set(beginnings)].map((text) => {
    const { answers } = read(text);
    return { answers, asked: questionFor(answers, questions)?.id };
  });

  test.each(questions.map((question) => [question.id, question] as const))(
    '%s can be reached, and each of its answers leads on',
    (_id, question) => {
      const reached = readings.filter(({ asked }) => asked === question.id);
      expect(reached.length).toBeGreaterThan(0);
      for (const option of question.options) {
        const led = reached.some(({ answers }) =>
          option.situations.includes(withAnswer(answers, question, option)[0]?.situation ?? ''),
        );
        expect(led, option.text).toBe(true);
      }
    },
  );

  test('no dialogue is longer than two questions', () => {
    for (const reading of readings.slice(0, 500)) {
      let { answers } = reading;
      const asked: string[] = [];
      for (
        let question = questionFor(answers, questions, asked);
        question;
        question = questionFor(answers, questions, asked)
      ) {
        asked.push(question.id);
        const [option] = question.options;
        if (option !== undefined) answers = withAnswer(answers, question, option);
      }
      expect(asked.length).toBeLessThanOrEqual(2);
    }
  });

  test('“others” stands for all that no other option names', () => {
    const [resolved] = resolveQuestions(
      [
        {
          id: 'q',
          text: 'Q?',
          options: [
            { text: 'Yes', situations: ['a'] },
            { text: 'No', situations: 'others' },
          ],
        },
      ],
      ['a', 'b', 'c'],
    );
    expect(resolved?.options[1]?.situations).toEqual(['b', 'c']);
  });

  test('a situation that is not there and an id used twice are refused', () => {
    const question = {
      id: 'q',
      text: 'Q?',
      options: [
        { text: 'Yes', situations: ['gone'] },
        { text: 'No', situations: 'others' as const },
      ],
    };
    expect(questionProblems([question, question], ['a']).map(({ wrong }) => wrong)).toEqual([
      expect.stringContaining('“gone”'),
      expect.stringContaining('“gone”'),
      expect.stringContaining('Two questions'),
    ]);
  });
});
