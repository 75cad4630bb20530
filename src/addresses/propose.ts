import MiniSearch from 'minisearch';
import type { Clause } from '../code/document.ts';
import type { Forward } from './editRegistry.ts';

/** What has an address now, and what’s known of what had one. */
export interface Present {
  clauses: readonly Clause[];
  /** Every address of the site. */
  addresses: ReadonlySet<string>;
  /** Addresses of the appendices. */
  appendices: string[];
  /** Where situations that are gone lead. */
  notCovered: string;
  /** The Code’s address. */
  codePage: string;
  /** Paragraphs and list items of editions no longer in force. */
  olderWords: readonly string[];
}

/** Where a gone address could lead, and why there. */
export interface Proposal extends Forward {
  because: string;
}

/** A clause is like another if it has this share of the other’s telling words… */
const ENOUGH = 0.25;
/** …or this share of the words of its anchor, if they’re all that’s known. */
const ENOUGH_OF_ANCHOR = 0.5;

/**
 * Proposes where to forward addresses that are gone. A clause leads to itself on its new page, or else to the clause most
 * like it, by its words in an older edition or by those of its anchor; a situation to what to do where the Code doesn’t
 * cover something; anything else to its page if that’s there, or to the Code.
 */
export function proposeForwards(gone: readonly string[], present: Present): Proposal[] {
  const {
    clauses,
    addresses,
    appendices: [appendix],
    notCovered,
    codePage,
    olderWords,
  } = present;
  const findClause = finder(
    clauses.map(({ anchor, text, leadIn = '' }) => `${plain(anchor)} ${leadIn} ${text}`),
  );
  const findOlder = finder(olderWords);
  return gone.map((from) => {
    const [page = '', hash] = from.split('#');
    const anchor = hash ?? /^\/c\/([^/]+)\/$/.exec(from)?.[1];
    if (anchor === undefined) {
      if (/^\/(?:situations|s)\//.test(from))
        return { from, to: notCovered, because: 'the situation is gone' };
      const wasAppendix = gone.some((other) => other.startsWith(`${from}#`));
      return wasAppendix && appendix !== undefined
        ? { from, to: appendix, because: 'the appendix is there now' }
        : { from, to: codePage, because: 'the page is gone' };
    }
    const moved = clauses.find((clause) => clause.anchor === anchor);
    if (moved !== undefined)
      return { from, to: addressOf(moved), because: 'the same clause, on its new page' };
    const older = olderWords[findOlder(plain(anchor), 1) ?? -1];
    const byWords = older === undefined ? undefined : clauses[findClause(older, ENOUGH) ?? -1];
    const alike = byWords ?? clauses[findClause(plain(anchor), ENOUGH_OF_ANCHOR) ?? -1];
    if (alike === undefined)
      return {
        from,
        to: addresses.has(page) && hash !== undefined ? page : codePage,
        because: 'no clause is like it',
      };
    return {
      from,
      to: addressOf(alike),
      because: byWords === undefined ? 'like the words of its anchor' : 'like its words in an older edition',
    };
  });
}

const addressOf = ({ page, anchor }: Clause): string => `${page}#${anchor}`;
const plain = (anchor: string): string => anchor.replaceAll('-', ' ');

/** Words that say nothing about what a clause is about. */
const COMMON = new Set(
  'about also and any are carer carers child children for from have her his member members must our parent parents pupil pupils school schools shall should staff such that the their them they this way what when which who will with would you your'.split(
    ' ',
  ),
);

/** The start that “abuse” and “abusive”, or “threats” and “threatening”, have in common. */
function stemOf(word: string): string | null {
  if (word.length < 3 || COMMON.has(word)) return null;
  return word.replace(/(?<=....)(?:ings?|ions?|ive|al|ed|es|e|s)$/, '');
}

/** Finds the text most like some words, by its index, if it has a share of them. */
function finder(texts: readonly string[]): (words: string, share: number) => number | undefined {
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] });
  index.addAll(texts.map((text, id) => ({ id, text })));
  const wordsOf = MiniSearch.getDefault('tokenize') as (text: string) => string[];
  return (words, share) => {
    const stems = new Set(wordsOf(words.toLowerCase()).flatMap((word) => stemOf(word) ?? []));
    if (stems.size === 0) return undefined;
    const found = index
      .search([...stems].join(' '), { prefix: true })
      .find(({ queryTerms }) => new Set(queryTerms).size >= share * stems.size);
    return found?.id as number | undefined;
  };
}
