import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { AnyReading } from '../checker/languages/anyLanguage.ts';
import { anyReader } from '../checker/languages/load.ts';
import { closestOf, withClosest } from '../checker/reading/closest.ts';
import { EMERGENCY, NOT_COVERED } from '../checker/reading/reader.ts';
import { topicOf } from '../checker/reading/topic.ts';
import { wordsOf } from '../checker/reading/words.ts';
import type { Elsewhere } from '../checker/schema.ts';
import { cachedModel } from '../checker/training/cachedModel.ts';
import { type Content, loadOnce } from '../content/load.ts';
import { ROOT } from '../shared/environment.ts';
import { optionOf } from '../situations/situation.ts';
import { runCommand } from './runCommand.ts';

const HELP = `npm run ask                        reads texts from standard input, one per line
npm run ask -- "a text" "another"  reads texts from its arguments
npm run --silent ask -- --json     prints only JSON, one object per line
  --answer 2                       says which situation is closest, where that's asked: by the option's
                                   text, or its number from 1`;

/** How many answers the plain-text output shows. */
const MAX_SHOWN = 3;

/** The question that is asked where the answer isn't sure. */
interface Question {
  id: 'closest';
  text: string;
  /** A situation each, likeliest first. */
  options: string[];
}

/** A reading, the question that it leaves, and what it's about where the Code doesn't cover it. */
interface AnsweredReading extends AnyReading {
  question: Question | null;
  topic: Elsewhere | undefined;
}

/** Scripts rely on these keys and their order. */
function formatJson(text: string, asked: AnsweredReading): string {
  const { emergency, answers, concern, abstains, teller, topic, language, question } = asked;
  return JSON.stringify({
    text,
    emergency,
    answers,
    concern,
    question,
    abstains,
    reader: teller ?? null,
    topic: topic?.id ?? null,
    language,
  });
}

/**
 * Adds what the reader says is closest, where that's asked.
 *
 * @param reply the text of an option or its number, from 1; any other leaves the question
 */
function answered(
  text: string,
  reading: AnyReading,
  { situations, checker, elsewhere }: Pick<Content, 'situations' | 'checker' | 'elsewhere'>,
  reply: string | undefined,
): AnsweredReading {
  const ids = reading.abstains ? [] : closestOf(reading);
  const options = ids.map((id) => optionOf(situations.get(id) ?? { title: id }));
  const picked = ids.find((_, index) => options[index] === reply || String(index + 1) === reply);
  const answers = picked === undefined ? reading.answers : withClosest(reading.answers, picked);
  const emergency = reading.emergency || answers[0]?.situation === EMERGENCY;
  return {
    ...reading,
    answers,
    emergency,
    concern: reading.concern && !emergency,
    question:
      picked === undefined && options.length > 0 ? { id: 'closest', text: checker.closest, options } : null,
    topic:
      answers[0]?.situation === NOT_COVERED && reading.language === null
        ? topicOf(wordsOf(text), elsewhere)
        : undefined,
  };
}

function formatText(text: string, reading: AnsweredReading, titleOf: (situation: string) => string): string {
  const lines = [text];
  if (reading.emergency) lines.push('  !! shows the emergency panel');
  if (reading.concern) lines.push('  !  shows the line about danger');
  if (reading.language !== null) lines.push(`  not in English: ${reading.language}`);
  for (const { situation, confidence } of reading.answers.slice(0, MAX_SHOWN)) {
    lines.push(`  ${String(Math.round(confidence * 100)).padStart(3)}%  ${titleOf(situation)}`);
  }
  const explanation = reading.explanation.map(({ start, end }) => text.slice(start, end));
  if (explanation.length > 0) lines.push(`  because of: ${explanation.join(' … ')}`);
  if (reading.topic !== undefined) lines.push(`  not covered: ${reading.topic.topic}`);
  if (reading.abstains) lines.push('  too little to go on');
  if (reading.question !== null) {
    lines.push(`  would ask: ${reading.question.text}`);
    lines.push(...reading.question.options.map((option, index) => `    ${index + 1}. ${option}`));
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
      answer: { type: 'string' },
    },
  });
  if (values.help) return console.log(HELP);
  const read = anyReader(ROOT, cachedModel());
  const content = loadOnce(ROOT);
  const titleOf = (id: string): string => `${content.situations.get(id)?.title ?? ''} (${id})`;
  const answer = (text: string): void => {
    const asked = answered(text, read(text), content, values.answer);
    console.log(values.json ? formatJson(text, asked) : formatText(text, asked, titleOf));
  };
  if (positionals.length > 0) positionals.forEach(answer);
  else for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) answer(line);
}

await runCommand(main, HELP);
