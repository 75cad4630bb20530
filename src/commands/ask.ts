import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { decode } from '../checker/reading/model.ts';
import { MOST_QUESTIONS, type Question, questionFor, withAnswer } from '../checker/reading/questions.ts';
import { createReader, EMERGENCY, type Reading } from '../checker/reading/reader.ts';
import { cachedModel } from '../checker/training/cachedModel.ts';
import { loadOnce } from '../content/load.ts';
import { ROOT } from '../shared/environment.ts';
import { runCommand } from './runCommand.ts';

const HELP = `npm run ask                        reads texts from standard input, one per line
npm run ask -- "a text" "another"  reads texts from its arguments
npm run --silent ask -- --json     prints only JSON, one object per line
  --answer "No"                    answers the follow-up question, by its text or by number from 1;
                                   repeat it to answer the next question`;

/** How many answers the plain-text output shows. */
const MAX_SHOWN = 3;

/** A reading, and the next follow-up question. */
interface AnsweredReading extends Reading {
  question: Question | undefined;
}

/** Scripts rely on these keys and their order. */
function formatJson(text: string, { emergency, answers, concern, question }: AnsweredReading): string {
  const asked = question && {
    id: question.id,
    text: question.text,
    options: question.options.map((option) => option.text),
  };
  return JSON.stringify({ text, emergency, answers, concern, question: asked ?? null });
}

/**
 * Applies the given answers to the follow-up questions, in turn.
 *
 * @param replies each the text of an option or its number, from 1; any other skips the question
 */
function answerQuestions(
  reading: Reading,
  questions: readonly Question[],
  replies: readonly string[],
): AnsweredReading {
  let { answers } = reading;
  const asked: string[] = [];
  for (const reply of replies.slice(0, MOST_QUESTIONS)) {
    const question = questionFor(answers, questions, asked);
    if (question === undefined) break;
    asked.push(question.id);
    const option = question.options.find(({ text }, index) => text === reply || String(index + 1) === reply);
    if (option !== undefined) answers = withAnswer(answers, question, option);
  }
  const emergency = reading.emergency || answers[0]?.situation === EMERGENCY;
  return {
    ...reading,
    answers,
    emergency,
    concern: reading.concern && !emergency,
    question: questionFor(answers, questions, asked),
  };
}

function formatText(text: string, reading: AnsweredReading, titleOf: (situation: string) => string): string {
  const lines = [text];
  if (reading.emergency) lines.push('  !! shows the emergency panel');
  if (reading.concern) lines.push('  !  shows the line about danger');
  if (reading.otherLanguage) lines.push('  not in English');
  for (const { situation, confidence } of reading.answers.slice(0, MAX_SHOWN)) {
    lines.push(`  ${String(Math.round(confidence * 100)).padStart(3)}%  ${titleOf(situation)}`);
  }
  const because = reading.because.map(({ start, end }) => text.slice(start, end));
  if (because.length > 0) lines.push(`  because of: ${because.join(' … ')}`);
  if (reading.question !== undefined) {
    lines.push(`  would ask: ${reading.question.text}`);
    lines.push(...reading.question.options.map((option, index) => `    ${index + 1}. ${option.text}`));
  }
  return `${lines.join('\n')}\n`;
}

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      answer: { type: 'string', multiple: true, default: [] },
    },
  });
  if (values.help) return console.log(HELP);
  const read = createReader(decode(cachedModel()));
  const { questions, situations } = loadOnce(ROOT);
  const titleOf = (id: string): string => `${situations.get(id)?.title ?? ''} (${id})`;
  const answer = (text: string): void => {
    const reading = answerQuestions(read(text), questions, values.answer);
    console.log(values.json ? formatJson(text, reading) : formatText(text, reading, titleOf));
  };
  if (positionals.length > 0) positionals.forEach(answer);
  else for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) answer(line);
}

await runCommand(main, HELP);
