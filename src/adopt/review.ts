import type { Adoption, Draft } from './adopt.ts';
import { matchQuestion, sectionQuestion, shortened, sureness, tellingPart } from './questions.ts';
import type { Section } from './sections.ts';
import type { Stock } from './stock.ts';
import type { NewClause } from './structure.ts';

/** Something that was worked out, to be shown to a person who knows whether it’s right. */
export interface ReviewEntry {
  /** The id of the question that it’s the answer to. */
  id: string;
  text: string;
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
 * The lists to look through before anything is written: which clause is quoted for which situation, and what gets a page
 * under the Code’s own heading.
 *
 * @param seen ids of what the person has been asked or has looked through already
 * @param isAgain whether it’s what follows from what they said of other lists
 * @returns those that have other entries
 */
export function reviewsOf(
  { clauses }: Draft,
  { about, sections }: Adoption,
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
  const own = sections
    .filter(({ why }) => why === undefined)
    .map((section) => ({ id: sectionQuestion(section.id), text: nameOf(section) }));
  const because = isAgain ? 'Because of what you said: ' : '';
  return [
    {
      text: `${because}These clauses seem to be about these situations.`,
      ask: 'Which don’t fit? Their numbers.',
      entries: quoted.filter(isNew),
    },
    {
      text: `${because}What else the Code says gets a page for each of its headings, which quotes all that’s below it.`,
      ask: 'Which need no page, such as a form or what’s only for staff? Their numbers.',
      entries: own.filter(isNew),
    },
  ].filter(({ entries }) => entries.length > 0);
}

/** A section’s title, and how its first clause begins that nothing else quotes. */
export function nameOf({ title, open }: Section): string {
  const more = open.length > 1 ? ` and ${open.length - 1} more` : '';
  return `${title}: “${shortened(open[0]?.text ?? '', 50)}”${more}`;
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

/** What people call a topic: the titles of its situations. */
export function titleOfTopic(topic: string, stock: Stock): string {
  const { situations = [] } = stock.topics.find(({ id }) => id === topic) ?? {};
  return situations.length === 0
    ? topic
    : situations.map((id) => stock.situations.get(id)?.title ?? id).join(', ');
}

/**
 * The numbers that somebody typed, each once, from 1 to how many there are.
 *
 * @returns nothing if it’s anything else; none for nothing
 */
export function numbersIn(typed: string, most: number): number[] | undefined {
  const parts = typed.split(/[\s,;.]+|\band\b/i).filter((each) => each !== '');
  const numbers = [...new Set(parts.map(Number))];
  return numbers.every((number) => Number.isInteger(number) && number >= 1 && number <= most)
    ? numbers
    : undefined;
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
