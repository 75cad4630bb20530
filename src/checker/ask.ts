import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'yaml';
import { ContentError } from '../schemas/problem.ts';
import { decode } from './reading/model.ts';
import { createReader, type Reading } from './reading/reader.ts';
import { ROOT, taughtModel } from './teaching/taughtModel.ts';

const HELP = `npm run ask                        reads one text a line from standard input
npm run ask -- "a text" "another"  reads its arguments
npm run --silent ask -- --json     prints one JSON object a line, and nothing else`;

/** How many answers the readable form shows. */
const SHOWN = 3;

/** One line of JSON: the keys and their order are what scripts rely on. */
function asJson(text: string, { emergency, answers, concern }: Reading): string {
  return JSON.stringify({ text, emergency, answers, concern });
}

/** A reading for people: the text, any warning, the first answers with their titles, the words that decided. */
function asLines(text: string, reading: Reading, titleOf: (situation: string) => string): string {
  const lines = [text];
  if (reading.emergency) lines.push('  !! emergency panel');
  if (reading.concern) lines.push('  !  quieter line about danger');
  if (reading.otherLanguage) lines.push('  another language than English');
  for (const { situation, confidence } of reading.answers.slice(0, SHOWN)) {
    lines.push(`  ${String(Math.round(confidence * 100)).padStart(3)} %  ${titleOf(situation)}`);
  }
  const because = reading.because.map(({ start, end }) => text.slice(start, end));
  if (because.length > 0) lines.push(`  because of: ${because.join(' … ')}`);
  return `${lines.join('\n')}\n`;
}

/** The title of a situation with its id, or the id alone if its file does not say. */
function titles(): (situation: string) => string {
  const known = new Map<string, string>();
  return (situation) => {
    const title = known.get(situation) ?? readTitle(situation);
    known.set(situation, title);
    return title;
  };
}

function readTitle(situation: string): string {
  const file = join(ROOT, 'content/situations', `${situation}.yaml`);
  if (!existsSync(file)) return situation;
  const content: unknown = parse(readFileSync(file, 'utf8'));
  const title =
    typeof content === 'object' && content !== null && 'title' in content ? content.title : undefined;
  return typeof title === 'string' ? `${title} (${situation})` : situation;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(HELP);
  const json = args.includes('--json');
  const texts = args.filter((arg) => arg !== '--json');
  const read = createReader(decode(taughtModel()));
  const titleOf = titles();
  const answer = (text: string): void => {
    process.stdout.write(`${json ? asJson(text, read(text)) : asLines(text, read(text), titleOf)}\n`);
  };
  if (texts.length > 0) texts.forEach(answer);
  else for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) answer(line);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  // A mistake in the content is for whoever wrote it: the message, not the stack.
  if (!(error instanceof ContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
