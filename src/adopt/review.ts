import { bareWords } from './acts.ts';
import type { Adoption, Draft } from './adopt.ts';
import { matchQuestion, ruleQuestion, shortened, sureness, tellingPart } from './questions.ts';
import { type LeftOut, NO_PAGE, type Rule } from './rules.ts';
import type { Stock } from './stock.ts';
import type { NewClause } from './structure.ts';

/** Something that was worked out, to be shown to a person who knows whether it’s right. */
export interface ReviewEntry {
  /** The id of the question that it’s the answer to. */
  id: string;
  text: string;
  /** The answer that turns a rule round, if it says whether it’s wanted. */
  turned?: string;
}

/** A list of what was worked out, in which a person strikes what’s wrong. */
export interface Review {
  /** What the entries are. */
  text: string;
  /** Which to strike. */
  ask: string;
  entries: readonly ReviewEntry[];
}

/**
 * The lists to look through before anything is written: which clause is quoted for which situation, and which rules get a
 * situation of their own.
 *
 * @param seen ids of what the person has been asked or has looked through already
 * @param isAgain whether it’s what follows from what they said of other lists
 * @returns those that have other entries
 */
export function reviewsOf(
  { clauses }: Draft,
  { about, rules }: Adoption,
  stock: Stock,
  seen: ReadonlySet<string> = new Set(),
  isAgain = false,
): Review[] {
  const isNew = ({ id }: ReviewEntry): boolean => !seen.has(id);
  const quoted = clauses.flatMap(({ anchor, text }) =>
    about
      .filter((match) => match.anchor === anchor)
      .map((match) => ({
        id: matchQuestion(match),
        text: `“${tellingPart(text, match.topic, stock.topics)}” → ${titleOfTopic(match.topic, stock)} (${sureness(match.score)})`,
      })),
  );
  const meant = { expected: 'wanted', 'not-tolerated': 'unwanted' };
  const own = rules.map((rule) => {
    const {
      id,
      clause: { text },
      title,
      means,
    } = rule;
    return {
      id: ruleQuestion(id),
      text: `${title}${means === undefined || FORBIDS.test(title) ? '' : ` (${meant[means]})`}${isAllOf(text, title) ? '' : `: “${shortened(text, 50)}”`}`,
      ...turnedRound(rule),
    };
  });
  const because = isAgain ? 'Because of what you said: ' : '';
  return [
    {
      text: `${because}These clauses seem to be about these situations.`,
      ask: 'Which don’t fit? Their numbers.',
      entries: quoted.filter(isNew),
    },
    {
      text: `${because}Each of these rules gets a page of its own. What parents should do is wanted, what they shouldn’t is unwanted.`,
      ask: 'Which aren’t rules for parents? Their numbers, with “turn” after one that’s the wrong way round.',
      entries: own.filter(isNew),
    },
  ].filter(({ entries }) => entries.length > 0);
}

/** A title that says itself that something isn’t wanted. */
const FORBIDS = /^(?:no|never|don[’']t|do not)\b/i;

/** The answer that says that what’s wanted isn’t, or the other way round. */
function turnedRound({ means, says, clause }: Rule): { turned?: string } {
  if (means === undefined || clausesWith(says, [clause]).length === 0) return {};
  return { turned: `${means === 'expected' ? 'not-tolerated' : 'expected'}: ${bareWords(says)}` };
}

/** Whether a title has all of a clause’s words, so that these needn’t be shown beside it. */
function isAllOf(text: string, title: string): boolean {
  return bareWords(text).replace(/:$/, '').toLowerCase() === title.toLowerCase();
}

/** A situation, and the topic that a clause must be about for it to stay. */
export interface TopicChoice {
  topic: string;
  title: string;
}

/** The situations that no clause seems to be about. */
export function droppedOf({ dropped }: Pick<Adoption, 'dropped'>, stock: Stock): TopicChoice[] {
  return choicesOf(stock, (situations) => situations.every((id) => dropped.includes(id)));
}

/** The situations that stay without any clause. */
export function withoutClauseOf(
  { about, dropped }: Pick<Adoption, 'about' | 'dropped'>,
  stock: Stock,
): TopicChoice[] {
  const without = stock.topics.filter(({ id }) => about.every(({ topic }) => topic !== id));
  return keptOf({ dropped }, stock).filter(({ topic }) => without.some(({ id }) => id === topic));
}

/** The situations that some clause seems to be about. */
export function keptOf({ dropped }: Pick<Adoption, 'dropped'>, stock: Stock): TopicChoice[] {
  return choicesOf(stock, (situations) => !situations.every((id) => dropped.includes(id)));
}

function choicesOf(stock: Stock, isOne: (situations: readonly string[]) => boolean): TopicChoice[] {
  return stock.topics
    .filter(({ situations }) => situations.length > 0 && isOne(situations))
    .map(({ id }) => ({ topic: id, title: titleOfTopic(id, stock) }));
}

/** A table’s row of fewer words says too little to be missed. */
const ROW_WORDS = 9;

/** The clauses without a page that a person might miss, in the Code’s order. */
export function pagelessOf(
  { leftOut }: Pick<Adoption, 'leftOut'>,
  { clauses }: Pick<Draft, 'clauses'>,
): NewClause[] {
  const isMissed = ({ why, clause }: LeftOut): boolean =>
    !NO_PAGE.has(why) && (why !== 'in a table' || clause.text.split(' ').length >= ROW_WORDS);
  const anchors = new Set(leftOut.filter(isMissed).map(({ clause }) => clause.anchor));
  return clauses.filter(({ anchor }) => anchors.has(anchor));
}

/** What people call a topic: the titles of its situations. */
export function titleOfTopic(topic: string, stock: Stock): string {
  const { situations = [] } = stock.topics.find(({ id }) => id === topic) ?? {};
  return situations.length === 0
    ? topic
    : situations.map((id) => stock.situations.get(id)?.title ?? id).join(', ');
}

/** A number that somebody typed, and whether they wrote “turn” after it. */
export interface Picked {
  number: number;
  turn: boolean;
}

/**
 * The numbers that somebody typed, from 1 to how many there are.
 *
 * @returns nothing if it’s anything else; none for nothing
 */
export function numbersIn(typed: string, most: number): Picked[] | undefined {
  const picked = new Map<number, Picked>();
  let last: Picked | undefined;
  for (const part of typed.split(/[\s,;.]+|\band\b/i).filter((each) => each !== '')) {
    const number = Number(part);
    if (/^(?:turn(?:ed)?|round)$/i.test(part) && last !== undefined) last.turn = true;
    else if (!Number.isInteger(number) || number < 1 || number > most) return undefined;
    else {
      last = { number, turn: false };
      picked.set(number, last);
    }
  }
  return [...picked.values()];
}

/** The clauses that have some words, or words that begin so, whatever the case and the signs. */
export function clausesWith<C extends Pick<NewClause, 'text'>>(words: string, clauses: readonly C[]): C[] {
  const plain = (text: string): string =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const sought = plain(words).trimEnd();
  return sought === '' ? [] : clauses.filter(({ text }) => plain(text).includes(sought));
}
