import { createInterface, type Interface } from 'node:readline/promises';
import { addedAnswer, idOfAdded, partsOf, partWith } from '../adopt/addedRules.ts';
import type { AdoptQuestion } from '../adopt/questions.ts';
import { matchQuestion, ruleQuestion, shortened } from '../adopt/questions.ts';
import { clausesWith, numbersIn, type Picked, type Review, type TopicChoice } from '../adopt/review.ts';
import type { Rule } from '../adopt/rules.ts';
import type { NewClause } from '../adopt/structure.ts';
import { CELL_END } from '../code/document.ts';

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
    `${questions.length} questions, and then lists to look through. Press Enter to take the answer in brackets; write “back” for the question before.\n`,
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
  /** The clauses that may be about them, or be rules. */
  clauses: readonly NewClause[];
  /** Those of them that nothing leads to. */
  pageless: readonly NewClause[];
  /** The rules that have a page. */
  rules: readonly Rule[];
  /** The title that a rule gets by its id and the answer that adds it. */
  titleOf(id: string, answer: string): string | undefined;
}

/** What a clause is if it’s about no situation of the stock’s. */
const OF_ITS_OWN = [
  { means: 'expected', title: 'A rule of its own: what parents should do' },
  { means: 'not-tolerated', title: 'A rule of its own: what parents shouldn’t do' },
] as const;

/** What takes back what was said of a clause. */
const NOTHING = { means: 'nothing', title: 'Nothing after all: take back what you’ve said of it' } as const;

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
    const isWrong = (each: Picked): boolean => each.turn && entries[each.number - 1]?.turned === undefined;
    for (const { number, turn } of await pick(terminal, question, texts.length, isWrong)) {
      const { id, turned } = entries[number - 1] ?? {};
      if (id !== undefined) answers.set(id, turn ? (turned ?? 'no') : 'no');
    }
  }
  terminal.close();
  return answers;
}

const numbered = (entries: readonly string[]): string =>
  entries.map((entry, index) => `  ${index + 1}. ${entry}`).join('\n');

/**
 * Asks for numbers of a list’s entries, until they’re some of them.
 *
 * @param isWrong whether one can’t be meant
 */
async function pick(
  terminal: Interface,
  question: string,
  most: number,
  isWrong: (picked: Picked) => boolean = ({ turn }) => turn,
): Promise<Picked[]> {
  for (;;) {
    const typed = await terminal.question(`${question} [none] `);
    const picked = numbersIn(typed.replace(/^\s*none\s*$/i, ''), most);
    if (picked !== undefined && !picked.some(isWrong)) return picked;
    console.log(`Write numbers from 1 to ${most}, such as “1, ${most}”, or press Enter for none.`);
  }
}

/**
 * Asks in the terminal for clauses that nothing leads to, and what each is about, until there are no more.
 *
 * @returns answers by the questions’ ids
 */
export async function askWhatIsMissing(missing: Missing): Promise<Map<string, string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = new Map<string, string>();
  await addMissing(terminal, missing, answers);
  terminal.close();
  return answers;
}

async function addMissing(
  terminal: Interface,
  missing: Missing,
  answers: Map<string, string>,
): Promise<void> {
  const { dropped, withoutClause, kept, clauses, pageless } = missing;
  const listed = (some: readonly TopicChoice[]): string => some.map(({ title }) => `  - ${title}`).join('\n');
  if (dropped.length > 0)
    console.log(`\nNo clause seems to be about these, so they’re left out.\n${listed(dropped)}`);
  if (withoutClause.length > 0)
    console.log(
      `\nThese are true of any school and stay, but no clause is quoted for them.\n${listed(withoutClause)}`,
    );
  if (pageless.length > 0)
    console.log(
      `\nNothing leads to these clauses but the Code’s own page. That’s right for what isn’t a rule.\n${numbered(pageless.map(({ text }) => shortened(text, PART_LENGTH)))}`,
    );
  const choices = [...dropped, ...kept, ...OF_ITS_OWN, NOTHING];
  /** The ids of what’s said of each clause. */
  const said = new Map<string, string[]>();
  let isListed = false;
  for (;;) {
    const typed = await terminal.question(
      `Is one of them about a situation, or a rule for parents?${pageless.length > 0 ? ' Its number, or s' : ' S'}ome words of any clause. [none] `,
    );
    const words = typed.trim();
    if (words === '' || /^none$/i.test(words)) return;
    const meant = clausesMeant(words, pageless, clauses);
    if (typeof meant === 'string') console.log(meant);
    else
      for (const { clause, says } of meant) {
        console.log(
          `\n“${shortened(isRow(clause) ? partWith(says, clause.text) : clause.text, PART_LENGTH)}”`,
        );
        if (!isListed) console.log(numbered(choices.map(({ title }) => title)));
        isListed = true;
        const picked = await pick(terminal, 'What’s it about? Its number in the list.', choices.length);
        for (const { number } of picked) {
          const choice = choices[number - 1];
          const before = said.get(clause.anchor) ?? [];
          if (choice === undefined) continue;
          if ('means' in choice && choice.means === 'nothing') {
            for (const id of before) answers.delete(id);
            said.delete(clause.anchor);
            console.log('  Taken back.\n');
          } else {
            const { id, note } = add(choice, clause, says, missing, answers);
            said.set(clause.anchor, [...before, id]);
            console.log(note);
          }
        }
      }
  }
}

/** So much of a clause is enough to know it by. */
const PART_LENGTH = 110;

/** The clauses that numbers of a list or some words mean, each with the words that count, or else what’s wrong with them. */
function clausesMeant(
  typed: string,
  pageless: readonly NewClause[],
  clauses: readonly NewClause[],
): { clause: NewClause; says: string }[] | string {
  if (/^[\d\s,;.]+$/.test(typed)) {
    const numbers = numbersIn(typed, pageless.length);
    if (numbers === undefined)
      return `The list’s numbers are 1 to ${pageless.length}. Or write some words of a clause.`;
    const picked = numbers.flatMap(({ number }) => pageless[number - 1] ?? []);
    if (picked.some(isRow)) return 'That’s a row of a table. Write some words of the cell that you mean.';
    return picked.map((clause) => ({ clause, says: tellingSentence(clause.text) }));
  }
  const [clause, ...more] = clausesWith(typed, clauses);
  if (clause === undefined) return 'No clause has these words.';
  if (more.length === 0) return [{ clause, says: typed }];
  const all = [clause, ...more].map(({ text }) => `  “${shortened(text)}”`).join('\n');
  return `More than one clause has these words:\n${all}`;
}

/** Whether a clause is a table’s row. */
const isRow = ({ text }: NewClause): boolean => text.includes(` ${CELL_END} `);

/** The sentence of a clause that tells somebody what to do, or else all of it. */
function tellingSentence(text: string): string {
  const tells = /\b(?:please|must|should|may not|will not|do not|never)\b|\bdon[’']t\b/i;
  return partsOf(text).find((sentence) => tells.test(sentence)) ?? text;
}

/** Notes what a clause is, and says what follows from it. */
function add(
  choice: TopicChoice | (typeof OF_ITS_OWN)[number],
  clause: NewClause,
  words: string,
  { rules, titleOf }: Missing,
  answers: Map<string, string>,
): { id: string; note: string } {
  if ('topic' in choice) {
    const id = matchQuestion({ ...choice, anchor: clause.anchor });
    answers.set(id, 'yes');
    const isRule = rules.some(
      (rule) => rule.clause.anchor === clause.anchor && answers.get(ruleQuestion(rule.id)) !== 'no',
    );
    const note = `  Noted: it’s quoted for “${choice.title}”${isRule ? ', and may lose its own page' : ''}.\n`;
    return { id, note };
  }
  const answer = addedAnswer(choice.means, clause, words);
  const isTaken = (id: string): boolean => rules.some((rule) => rule.id === id);
  const id = idOfAdded(clause, answer, isTaken, answers);
  answers.set(ruleQuestion(id), answer);
  const note = `  Noted: it gets a page, “${titleOf(id, answer) ?? words}”, among what parents ${choice.means === 'expected' ? 'should' : 'shouldn’t'} do.\n`;
  return { id: ruleQuestion(id), note };
}
