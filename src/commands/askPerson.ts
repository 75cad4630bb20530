import { createInterface } from 'node:readline/promises';
import type { AdoptQuestion } from '../adopt/questions.ts';
import { matchQuestion, shortened } from '../adopt/questions.ts';
import { clausesWith, type Dropped, numbersIn, type Review } from '../adopt/review.ts';
import type { NewClause } from '../adopt/structure.ts';

/** Asks a question in the terminal that’s answered with yes or no; no is the default. */
export async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (yes / no) [no] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** Asks in the terminal. Enter takes the answer in brackets. */
export async function ask(questions: readonly AdoptQuestion[]): Promise<Map<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  console.log(`${questions.length} questions. Press Enter to take the answer in brackets.\n`);
  for (const [index, { id, text, options, orElse, fallback }] of questions.entries()) {
    let answer: string | undefined;
    while (answer === undefined) {
      const typed = (
        await terminal.question(`${index + 1}. ${text}${choicesOf(options, orElse)} [${fallback}] `)
      ).trim();
      const fitting = options.filter((option) => option.toLowerCase().startsWith(typed.toLowerCase()));
      if (typed === '') answer = fallback;
      else if (options.length === 0) answer = typed;
      else if (fitting.length === 1) answer = fitting[0];
      else if (orElse?.test(typed) === true) answer = typed;
    }
    answers.set(id, answer);
  }
  terminal.close();
  return answers;
}

/** What can be answered, after a question. */
export function choicesOf(options: readonly string[], orElse?: RegExp): string {
  return options.length === 0
    ? ''
    : ` (${options.join(' / ')}${orElse === undefined ? '' : ' / or write another'})`;
}

/**
 * Shows what was worked out in the terminal, for a person to strike what’s wrong and to name what was missed.
 *
 * @param reviews the lists to strike in
 * @param dropped the situations that no clause seems to be about
 * @param clauses one of which may be about one of those after all
 * @returns answers by the questions’ ids
 */
export async function lookThrough(
  reviews: readonly Review[],
  dropped: readonly Dropped[],
  clauses: readonly NewClause[],
): Promise<Map<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  const pick = async (text: string, entries: readonly string[], question: string): Promise<number[]> => {
    console.log(`\n${text}\n${entries.map((entry, index) => `  ${index + 1}. ${entry}`).join('\n')}`);
    for (;;) {
      const typed = await terminal.question(`${question} Their numbers, with commas between. [none] `);
      const numbers = numbersIn(typed.replace(/^\s*none\s*$/i, ''), entries.length);
      if (numbers !== undefined) return numbers;
      console.log(
        `Write numbers from 1 to ${entries.length}, such as “1, ${entries.length}”, or press Enter for none.`,
      );
    }
  };
  for (const { text, ask: question, entries } of reviews) {
    const texts = entries.map((entry) => entry.text);
    for (const number of await pick(text, texts, question)) {
      const { id } = entries[number - 1] ?? {};
      if (id !== undefined) answers.set(id, 'no');
    }
  }
  if (dropped.length === 0) {
    terminal.close();
    return answers;
  }
  const titles = dropped.map(({ title }) => title);
  const missed = await pick(
    'No clause seems to be about these, so they’re left out.',
    titles,
    'Which are in your Code?',
  );
  for (const number of missed) {
    const { topic, title } = dropped[number - 1] ?? {};
    if (topic === undefined) continue;
    for (let typed = '?'; typed !== ''; ) {
      typed = (
        await terminal.question(`Which clause is about “${title}”? Some words that only it has. [none] `)
      ).trim();
      const [clause, ...more] = clausesWith(typed, clauses);
      if (clause === undefined) {
        if (typed !== '') console.log('No clause has these words.');
        continue;
      }
      if (more.length > 0) {
        const all = [clause, ...more].map(({ text }) => `  “${shortened(text)}”`);
        console.log(`More than one clause has these words:\n${all.join('\n')}`);
        continue;
      }
      answers.set(matchQuestion({ topic, anchor: clause.anchor }), 'yes');
      break;
    }
  }
  terminal.close();
  return answers;
}
