import { CELL_END } from '../code/cells.ts';

import { type Above, meaningOf as meaningOfSentence, NOTHING_ABOVE } from './above.ts';
import { type Act, actsOf, bareWords, leadsOn, leadWords } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
import { sentencesOf, tickOf } from './markers.ts';
import { hasCue, plain } from './matchTopics.ts';
import { shortened } from './questions.ts';
import { createNames, type Meaning, type NewBlock, type NewClause, type NewDocument } from './structure.ts';
import { beginsWithVerb } from './verbs.ts';

/** What a sentence, an item or a cell says, for phrases that train the checker. */
export interface Wording {
  says: string;
  /** Whether that’s wanted; undefined if nothing says so. */
  means: Meaning | undefined;
  acts: Act[];
}

/** What’s under one heading, some of which no other situation quotes: it has a page together. */
export interface Section {
  /** The id of its situation. */
  id: string;
  /** The heading, without its number, after the heading above it if there’s one. */
  title: string;
  /** All of them, in the Code’s order. */
  clauses: NewClause[];
  /** Those that no other situation quotes; never none. */
  open: NewClause[];
  /** What these say. */
  wordings: Wording[];
  /** Why it has no page unless a person says so; undefined if it has one. */
  why: string | undefined;
}

/** A clause that no page quotes, and why. */
export interface LeftOut {
  clause: NewClause;
  why: string;
}

/** What’s known of a document’s clauses. */
export interface Known {
  /** What’s above each clause, by anchor. */
  above: ReadonlyMap<string, Above>;
  /** What a person or a list’s marks or heading say of it, by its first item’s anchor. */
  meaningOf: (list: string) => Meaning | undefined;
  /** Whether a situation quotes a clause. */
  isQuoted: (anchor: string) => boolean;
  /** Anchors of clauses that say nothing by what they’re part of, such as a letter. */
  silent: ReadonlySet<string>;
}

/** An address of more letters is too long to say. */
const MOST_LETTERS = 60;

/** The situations can have titles of so many characters, with dots. */
const MOST_CHARACTERS = 98;

/** What tells somebody what to do, or what others do. */
const TELLS =
  /^(?:first|next|then|last|finally|step|stage|level|phase)\b|\b(?:(?:talk|speak|write|report|go|come) to|contact|ring|telephone|must|should|shall|will|may|can|cannot|please|kindly|never|do not|expect\w*|ask(?:s|ed)?|require[sd]?|allowed|permitted|prohibited|forbidden|banned|not (?:tolerated|accepted|acceptable)|unacceptable|responsib\w*|agree|no[- ]\w+ (?:policy|zone|site))\b|\bdon[’']t\b/i;
/** A heading over what’s done in one of several steps. */
const STEP = /^(?:step|stage|level|phase) (?:\d|[A-Z]\b|one|two|three|four|five)/i;
const ASKS_PARENTS =
  /\byou (?:may|can|should|must)\b|\bplease (?!(?:read|note|sign|see|cut|detach|return|find|refer)\b)|\b(?:parents|carers|visitors|adults|families|everyone|everybody)\b[^.;:]* (?:must|should|are (?:asked|expected|required|requested|reminded))\b|\b(?:expects?|asks?|requires?) (?:that )?(?:all |our )*(?:parents|carers|visitors|adults|families|everyone|everybody)\b|\bzero[- ]tolerance\b|\b(?:is|are|will) not (?:be )?(?:tolerated|accepted|acceptable)\b/i;
const ABOUT_ITSELF = /\b(?:this|the|our) (?:code|policy|document|agreement)\b/i;
const FORBIDS =
  /\b(?:not|no|never|cannot|avoid|refrain\w*|unaccept\w*|prohibit\w*|forbidden|banned)\b|n[’']t\b/i;

/**
 * Finds the sections of a Code that have clauses no situation quotes. These have pages of the whole section: without the
 * rest, what’s left of it could say something else.
 *
 * @param names ids that are taken
 * @returns in the Code’s order, with those that only a person would give a page; and the clauses in none of them
 */
export function sectionsIn(
  documents: readonly NewDocument[],
  known: Known,
  names: Iterable<string>,
  also: AlsoSays,
): { sections: Section[]; leftOut: LeftOut[] } {
  const nameFor = createNames(names, MOST_LETTERS);
  const parts = documents.flatMap(partsOf);
  const leftOut: LeftOut[] = [];
  const sections = parts.flatMap((part): Section[] => {
    const title = titleOfPart(part, also.untitled);
    // Whatever is quoted, its name stays the same.
    const id = nameFor(title);
    const isSilent = ({ clause }: ClauseBlock): boolean => known.silent.has(clause.anchor);
    const isQuoted = ({ clause }: ClauseBlock): boolean => known.isQuoted(clause.anchor);
    for (const block of part.blocks)
      if (isSilent(block) && !isQuoted(block))
        leftOut.push({
          clause: block.clause,
          why: leadsOn(block.clause.text) ? LEADS : 'part of a letter, a form or references',
        });
    const blocks = part.blocks.filter(
      (block) => !isHead(block) && (!isSilent(block) || isQuoted(block) || leadsOn(block.clause.text)),
    );
    const open = blocks.filter((block) => !isQuoted(block) && !isSilent(block));
    if (open.length === 0) return [];
    const why =
      part.isOpening || isUnder(part.heading === '' ? part.outer : part.heading, also.notSections)
        ? open.some((block) => asksParents(block, known))
          ? undefined
          : 'it’s where the Code says what it’s for, and it asks nothing of parents'
        : [part.outer, part.heading].some(saysWhether) ||
            STEP.test(leadWords(part.heading)) ||
            open.some((block) => tells(block, known))
          ? undefined
          : 'nothing under its heading says what anybody should do';
    return [
      {
        id,
        title,
        clauses: blocks.map(({ clause }) => clause),
        open: open.map(({ clause }) => clause),
        wordings: open.flatMap((block) => wordingsOf(block, known)),
        why,
      },
    ];
  });
  return { sections, leftOut };
}

/** Why a section has no page that a person has struck. */
export const STRUCK = 'as you said';

/** Why a clause that leads to a list isn’t quoted by itself. */
export const LEADS = 'introduces what follows';

type ClauseBlock = Exclude<NewBlock, { kind: 'heading' }>;

/** The clauses below a heading, and that heading; no words before the first one. */
interface Part {
  heading: string;
  /** The heading above that, or an appendix’s title. */
  outer: string;
  /** Whether it’s before a document’s first heading, where that says what it is. */
  isOpening: boolean;
  blocks: ClauseBlock[];
}

function partsOf({ title, blocks }: NewDocument, index: number): Part[] {
  const top = index === 0 ? '' : title;
  const isOpening = blocks.some(({ kind }) => kind === 'heading');
  const parts: Part[] = [{ heading: '', outer: top, isOpening, blocks: [] }];
  let outer = top;
  for (const block of blocks) {
    if (block.kind !== 'heading') parts.at(-1)?.blocks.push(block);
    else {
      parts.push({
        heading: block.text,
        outer: block.depth === 2 ? top : outer,
        isOpening: false,
        blocks: [],
      });
      if (block.depth === 2) outer = block.text;
    }
  }
  return parts;
}

/** Its heading, after the one above it if that’s no longer than there’s room for. */
function titleOfPart({ heading, outer }: Part, untitled: string): string {
  const [own, above] = [titleOf(heading), titleOf(outer)];
  if (own === '') return above === '' ? untitled : shortened(above, MOST_CHARACTERS);
  const whole = `${above}: ${own}`;
  return above === '' || whole.length > MOST_CHARACTERS ? shortened(own, MOST_CHARACTERS) : whole;
}

/** A heading without its number, and with dots where its list finishes it: “You will …”. */
function titleOf(heading: string): string {
  const words = leadWords(heading).replace(/^\d[\d.]*\s*(?=\p{L})/u, '');
  return /\b(?:to|will|must|should|may|can|not|never|that|is|are)$/i.test(words) ? `${words} …` : words;
}

const isHead = (block: ClauseBlock): boolean => block.kind === 'row' && block.head;

function isUnder(headings: string, cues: readonly string[]): boolean {
  const words = ` ${plain(headings)} `;
  return cues.some((cue) => hasCue(words, cue));
}

/** Whether a heading says of what’s below it whether it’s wanted or owed, in words or by a tick or cross. */
function saysWhether(heading: string): boolean {
  return (
    meaningOfSentence(heading, true) !== undefined ||
    /\bexpect(?:ed|ations?)?\b/i.test(heading) ||
    tickOf([...heading][0] ?? '') !== undefined
  );
}

/** Whether a clause says what parents should do, wherever it stands. */
function asksParents({ kind, clause }: ClauseBlock, known: Known): boolean {
  return (kind !== 'paragraph' && meansOf(clause, known) !== undefined) || ASKS_PARENTS.test(clause.text);
}

/** Whether a clause says what anybody should do, or who to go to. */
function tells(block: ClauseBlock, known: Known): boolean {
  const { clause } = block;
  const text = bareWords(clause.text);
  if (block.kind === 'row') return true;
  if (ABOUT_ITSELF.test(text) && !ASKS_PARENTS.test(text)) return false;
  return meansOf(clause, known) !== undefined || TELLS.test(text) || beginsWithVerb(text);
}

/** Whether what a clause names is wanted, if something says so. */
export function meansOf(
  { anchor, list, leadIn, text }: NewClause,
  { above, meaningOf }: Pick<Known, 'above' | 'meaningOf'>,
): Meaning | undefined {
  const said =
    (list === undefined ? undefined : meaningOf(list)) ??
    (above.get(anchor) ?? NOTHING_ABOVE).means ??
    (leadIn === undefined ? undefined : meaningOfSentence(leadWords(leadIn), false));
  return said === 'expected' && /^(?:not|never|do not|don[’']t)\b/i.test(bareWords(text))
    ? 'not-tolerated'
    : said;
}

/** What a clause says: a paragraph’s sentences that tell somebody what to do, a row’s cells, or all of an item. */
function wordingsOf(block: ClauseBlock, known: Known): Wording[] {
  const { clause, kind } = block;
  const said = meansOf(clause, known);
  const sentences = sentencesOf(clause.text).map(bareWords);
  const telling = sentences.filter((sentence) => TELLS.test(sentence) || beginsWithVerb(sentence));
  const texts =
    kind === 'row'
      ? clause.text.split(` ${CELL_END} `)
      : kind === 'item'
        ? [clause.text]
        : telling.length > 0
          ? telling
          : sentences;
  return texts
    .map(bareWords)
    .filter((says) => says !== '')
    .map((says) => {
      const means =
        said ?? (FORBIDS.test(says) ? 'not-tolerated' : TELLS.test(says) ? 'expected' : undefined);
      return { says, means, acts: actsOf({ ...clause, text: says }, means) };
    });
}
