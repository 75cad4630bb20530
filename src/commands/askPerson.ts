import { createInterface, type Interface } from 'node:readline/promises';
import type { AdoptQuestion } from '../adopt/questions.ts';
import { LEFT_OPEN, matchQuestion, sectionQuestion, shortened } from '../adopt/questions.ts';
import { clausesWith, nameOf, numbersIn, type Review, type TopicChoice } from '../adopt/review.ts';
import type { Section } from '../adopt/sections.ts';
import type { NewClause } from '../adopt/structure.ts';

/** Asks a question in the terminal that’s answered with yes or no; no is the default. */
export async function confirm(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} (yes / no) [no] `);
  terminal.close();
  return /^y(?:es)?$/i.test(answer.trim());
}

/** Goes back to the question before. */
const BACK = /^back$/i;

/** Asks in the terminal. Enter takes the answer in brackets. */
export async function ask(questions: readonly AdoptQuestion[]): Promise<Map<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  console.log(
    `${questions.length} questions, and then lists to look through. Press Enter to take the answer in brackets; write “back” for the question before. Where you say “${LEFT_OPEN}”, the site calls the clause the nearest that it could find.\n`,
  );
  for (let index = 0; index < questions.length; ) {
    const question = questions[index];
    if (question === undefined) break;
    const { id, text, options, orElse, fallback } = question;
    const typed = (
      await terminal.question(`${index + 1}. ${text}${choicesOf(options, orElse)} [${fallback}] `)
    ).trim();
    if (BACK.test(typed)) {
      index = Math.max(0, index - 1);
      continue;
    }
    const answer = answerOf(typed, question);
    if (answer === undefined) {
      console.log(`   Write one of: ${options.join(', ')}.`);
      continue;
    }
    answers.set(id, answer);
    index += 1;
  }
  terminal.close();
  return answers;
}

/** What somebody’s typing answers; nothing if it’s none of the options. */
function answerOf(typed: string, { options, orElse, fallback }: AdoptQuestion): string | undefined {
  if (typed === '') return fallback;
  if (options.length === 0) return typed;
  const fitting = options.filter((option) => option.toLowerCase().startsWith(typed.toLowerCase()));
  if (fitting.length === 1) return fitting[0];
  return orElse?.test(typed) === true ? typed : undefined;
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
  /** Those that stay without any. */
  withoutClause: readonly TopicChoice[];
  /** The others. */
  kept: readonly TopicChoice[];
  /** The clauses that may be about them. */
  clauses: readonly NewClause[];
  /** Which are already quoted for one, by the question’s id. */
  quoted: ReadonlySet<string>;
  /** What’s under the headings without a page. */
  pageless: readonly Section[];
}

/** What takes back what was said of a clause. */
const NOTHING = 'None of these: take back what you’ve just said of this clause';

/**
 * Shows what was worked out in the terminal, for a person to strike what’s wrong.
 *
 * @returns answers by the questions’ ids
 */
export async function lookThrough(reviews: readonly Review[]): Promise<Map<string, string>> {
  if (reviews.length === 0) return new Map();
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  for (const { text, ask: question, entries } of reviews) {
    const texts = entries.map((entry) => entry.text);
    console.log(`\n${text}\n${numbered(texts)}`);
    for (const number of await pick(terminal, question, texts.length)) {
      const entry = entries[number - 1];
      if (entry !== undefined) answers.set(entry.id, 'no');
    }
  }
  terminal.close();
  return answers;
}

const numbered = (entries: readonly string[]): string =>
  entries.map((entry, index) => `  ${index + 1}. ${entry}`).join('\n');

/** Asks for numbers of a list’s entries, until they’re some of them. */
async function pick(terminal: Interface, question: string, most: number): Promise<number[]> {
  for (;;) {
    const typed = await terminal.question(`${question} [none] `);
    const picked = numbersIn(typed.replace(/^\s*none\s*$/i, ''), most);
    if (picked !== undefined) return picked;
    console.log(`Write numbers from 1 to ${most}, such as “1, ${most}”, or press Enter for none.`);
  }
}

/**
 * Asks in the terminal which headings need a page after all, and for clauses that are about a situation, until there are
 * no more.
 *
 * @returns answers by the questions’ ids
 */
export async function askWhatIsMissing(missing: Missing): Promise<Map<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  await addPages(terminal, missing, answers);
  await addMissing(terminal, missing, answers);
  terminal.close();
  return answers;
}

async function addPages(
  terminal: Interface,
  { pageless }: Missing,
  answers: Map<string, string>,
): Promise<void> {
  if (pageless.length === 0) return;
  console.log(
    `\nThese headings have no page, as what’s only there doesn’t seem to tell anybody what to do.\n${numbered(pageless.map(nameOf))}`,
  );
  for (const number of await pick(terminal, 'Which need one all the same? Their numbers.', pageless.length)) {
    const section = pageless[number - 1];
    if (section !== undefined) answers.set(sectionQuestion(section.id), 'yes');
  }
}

async function addMissing(
  terminal: Interface,
  { dropped, withoutClause, kept, clauses, quoted }: Missing,
  answers: Map<string, string>,
): Promise<void> {
  const listed = (some: readonly TopicChoice[]): string => some.map(({ title }) => `  - ${title}`).join('\n');
  if (dropped.length > 0)
    console.log(`\nNo clause seems to be about these, so they’re left out.\n${listed(dropped)}`);
  if (withoutClause.length > 0)
    console.log(
      `\nThese are true of any school and stay, but no clause is quoted for them.\n${listed(withoutClause)}`,
    );
  const choices = [...dropped, ...kept];
  const titles = [...choices.map(({ title }) => title), NOTHING];
  for (;;) {
    const typed = await terminal.question(
      'Is a clause about one of these, or about another situation? Some words of it. [none] ',
    );
    const words = typed.trim();
    if (words === '' || /^none$/i.test(words)) return;
    const [clause, ...more] = clausesWith(words, clauses);
    if (clause === undefined || more.length > 0) {
      const all = [clause, ...more].flatMap((each) =>
        each === undefined ? [] : [`  “${shortened(each.text)}”`],
      );
      console.log(
        clause === undefined
          ? 'No clause has these words.'
          : `More than one clause has these words:\n${all.join('\n')}`,
      );
      continue;
    }
    console.log(`\n“${shortened(clause.text, PART_LENGTH)}”\n${numbered(titles)}`);
    for (const number of await pick(terminal, 'What’s it about? Its number in the list.', titles.length)) {
      const choice = choices[number - 1];
      if (choice === undefined) {
        for (const { topic } of choices) answers.delete(matchQuestion({ topic, anchor: clause.anchor }));
        console.log('  Taken back.\n');
      } else {
        const id = matchQuestion({ ...choice, anchor: clause.anchor });
        const isKnown = quoted.has(id) || answers.get(id) === 'yes';
        answers.set(id, 'yes');
        console.log(`  ${isKnown ? 'It is already' : 'Noted: it’s'} quoted for “${choice.title}”.\n`);
      }
    }
  }
}

/** So much of a clause is enough to know it by. */
const PART_LENGTH = 110;
