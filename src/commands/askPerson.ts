import { createInterface, type Interface } from 'node:readline/promises';
import { addedAnswer, nextRuleId } from '../adopt/addedRules.ts';
import type { AdoptQuestion } from '../adopt/questions.ts';
import { matchQuestion, ruleQuestion, shortened } from '../adopt/questions.ts';
import { clausesWith, numbersIn, type Review, type TopicChoice } from '../adopt/review.ts';
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

/** What a person may say was missed. */
export interface Missing {
  /** The situations that no clause seems to be about. */
  dropped: readonly TopicChoice[];
  /** The others. */
  kept: readonly TopicChoice[];
  /** The clauses that may be about them, or be rules. */
  clauses: readonly NewClause[];
  /** Whether a rule has this id. */
  isTaken(id: string): boolean;
}

/** What a clause is if it’s about no situation of the stock’s. */
const OF_ITS_OWN = [
  { means: 'expected', title: 'A rule of its own: what parents should do' },
  { means: 'not-tolerated', title: 'A rule of its own: what parents shouldn’t do' },
] as const;

/**
 * Shows what was worked out in the terminal, for a person to strike what’s wrong and to name what was missed.
 *
 * @param reviews the lists to strike in
 * @param missing what may have been missed; nothing where that has been asked
 * @returns answers by the questions’ ids
 */
export async function lookThrough(
  reviews: readonly Review[],
  missing?: Missing,
): Promise<Map<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  for (const { text, ask: question, entries } of reviews) {
    const texts = entries.map((entry) => entry.text);
    for (const at of await pick(terminal, text, texts, `${question} Their numbers, with commas between.`)) {
      const { id } = entries[at] ?? {};
      if (id !== undefined) answers.set(id, 'no');
    }
  }
  if (missing !== undefined) await askWhatIsMissing(terminal, missing, answers);
  terminal.close();
  return answers;
}

/**
 * Shows a list in which a person picks what a question is about.
 *
 * @returns the places of what they picked in the list, from 0
 */
async function pick(
  terminal: Interface,
  text: string,
  entries: readonly string[],
  question: string,
): Promise<number[]> {
  console.log(`\n${text}\n${entries.map((entry, index) => `  ${index + 1}. ${entry}`).join('\n')}`);
  for (;;) {
    const typed = await terminal.question(`${question} [none] `);
    const numbers = numbersIn(typed.replace(/^\s*none\s*$/i, ''), entries.length);
    if (numbers !== undefined) return numbers.map((number) => number - 1);
    console.log(
      `Write numbers from 1 to ${entries.length}, such as “1, ${entries.length}”, or press Enter for none.`,
    );
  }
}

/** Asks for clauses by their words, and what each is about, until there are no more. Adds the answers to `answers`. */
async function askWhatIsMissing(
  terminal: Interface,
  { dropped, kept, clauses, isTaken }: Missing,
  answers: Map<string, string>,
): Promise<void> {
  const left = dropped.map(({ title }) => `  - ${title}`).join('\n');
  if (left !== '') console.log(`\nNo clause seems to be about these, so they’re left out.\n${left}`);
  const question =
    left === '' ? 'Has a rule no page?' : 'Is a clause about one of them, or has a rule no page?';
  const choices = [...dropped, ...kept, ...OF_ITS_OWN];
  for (;;) {
    const typed = await terminal.question(`${question} Some words that only its clause has. [none] `);
    const words = typed.trim();
    if (words === '' || /^none$/i.test(words)) return;
    const found = clausesWith(words, clauses);
    const [clause] = found;
    if (clause === undefined) {
      console.log('No clause has these words.');
      continue;
    }
    if (found.length > 1) {
      const all = found.map(({ text }) => `  “${shortened(text)}”`).join('\n');
      console.log(`More than one clause has these words:\n${all}`);
      continue;
    }
    const titles = choices.map(({ title }) => title);
    const text = `“${shortened(clause.text, 110)}”`;
    for (const at of await pick(terminal, text, titles, 'What’s it about? Its number.')) {
      const choice = choices[at];
      if (choice === undefined) continue;
      if ('topic' in choice) answers.set(matchQuestion({ ...choice, anchor: clause.anchor }), 'yes');
      else {
        const id = nextRuleId(clause, (each) => isTaken(each) || answers.has(ruleQuestion(each)));
        answers.set(ruleQuestion(id), addedAnswer(choice.means, clause, words));
      }
    }
  }
}
