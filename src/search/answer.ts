import type { Language } from '../checker/languages/schema.ts';
import type { Reading } from '../checker/reading/reader.ts';
import type { Findings, Found } from './find.ts';
import { isPhrase, type Search, searchOf, wordsAsTyped } from './query.ts';

/** The checker's reading of a query, and the language to help in if it isn't English. */
export interface SearchReading extends Reading {
  help?: Language | undefined;
}

/** What's known so far in answer to a search. */
export interface SearchAnswer {
  query: string;
  /** Of what was searched for in the end. */
  terms: readonly string[];
  found: readonly Found[] | 'loading' | 'failed';
  /** What was ignored to find anything. */
  leftOut: LeftOut;
  /** The query with its spelling corrected, if a word of it is unknown. What was found is for this one. */
  suggestion: string | undefined;
  /** The checker's reading of the query; undefined if it wasn't needed. */
  reading: SearchReading | 'loading' | 'failed' | undefined;
}

/** What was ignored to find anything, each as it was typed. */
export interface LeftOut {
  /** Words that no section has. */
  words: readonly string[];
  /** Words that no section has, for which others were searched for. */
  corrected: readonly string[];
  /** Quoted phrases that no section has, though their words are somewhere. */
  phrases: readonly string[];
  /** Whether the sections found have only most of the words, because none has all. */
  apart: boolean;
}

const NOTHING: LeftOut = { words: [], corrected: [], phrases: [], apart: false };

/** What a search needs, each loaded when first called. */
export interface SearchTools {
  find(search: Search): Promise<Findings>;
  /** Corrects the words of a query that no section has. */
  suggest(query: string, missing: readonly string[]): Promise<string | undefined>;
  read(text: string): Promise<SearchReading>;
  /** Address of the page about danger. */
  dangerPage: string;
}

/** With fewer results than this, the checker's reading may help. */
export const FEW_RESULTS = 2;

/**
 * Answers a search, and shows the answer whenever more of it is known.
 *
 * The sections are always searched. The reading is a separate download, so it's used only where it can help: for a
 * phrase, because only the reading recognises danger from several words together; if little was found, or not for all the
 * words as typed; and if the page about danger was found, because the reading decides how prominently to warn.
 */
export async function answerSearch(
  query: string,
  tools: SearchTools,
  show: (answer: SearchAnswer) => void,
): Promise<void> {
  const { terms } = searchOf(query);
  let answer: SearchAnswer = {
    query,
    terms,
    found: 'loading',
    leftOut: NOTHING,
    suggestion: undefined,
    reading: undefined,
  };
  const update = (more: Partial<SearchAnswer>): void => {
    answer = { ...answer, ...more };
    show(answer);
  };
  const read = async (texts: readonly string[]): Promise<void> => {
    update({ reading: 'loading' });
    update({ reading: await readAll(texts, tools.read) });
  };
  const search = async (): Promise<void> => {
    const sought = await seek(query, tools);
    update(sought);
    const { found, suggestion } = sought;
    const readingHelps =
      found === 'failed' ||
      found.length < FEW_RESULTS ||
      !isWhole(sought) ||
      found.some(({ href }) => href === tools.dangerPage);
    if (readingHelps && !isPhrase(query) && terms.length > 0)
      await read(suggestion === undefined ? [query] : [query, suggestion]);
  };
  await Promise.all([search(), isPhrase(query) ? read([query]) : undefined]);
}

/** Whether what was found has all the words that were typed, as they were typed. */
export function isWhole({ leftOut, suggestion }: Pick<SearchAnswer, 'leftOut' | 'suggestion'>): boolean {
  return suggestion === undefined && leftOut.words.length === 0 && !leftOut.apart;
}

interface Sought extends Pick<SearchAnswer, 'terms' | 'leftOut' | 'suggestion'> {
  found: readonly Found[] | 'failed';
}

/** Searches for a query, or for the query with its spelling corrected if a word of it is unknown. */
async function seek(query: string, tools: SearchTools): Promise<Sought> {
  const search = searchOf(query);
  if (search.terms.length === 0)
    return { terms: search.terms, found: [], leftOut: NOTHING, suggestion: undefined };
  try {
    const findings = await tools.find(search);
    const suggestion =
      findings.missing.length === 0
        ? undefined
        : await tools.suggest(query, findings.missing).catch(() => undefined);
    if (suggestion === undefined) return soughtOf(query, search, findings);
    const meant = searchOf(suggestion);
    const sought = soughtOf(suggestion, meant, await tools.find(meant));
    const corrected = wordsAsTyped(query, findings.missing).filter(
      (word) => !sought.leftOut.words.includes(word),
    );
    return { ...sought, leftOut: { ...sought.leftOut, corrected }, suggestion };
  } catch {
    const suggestion = await tools.suggest(query, search.terms).catch(() => undefined);
    return { terms: search.terms, found: 'failed', leftOut: NOTHING, suggestion };
  }
}

function soughtOf(
  query: string,
  { terms }: Search,
  { found, missing, together, unquoted }: Findings,
): Sought {
  return {
    terms: terms.filter((term) => !missing.includes(term)),
    found,
    leftOut: {
      words: wordsAsTyped(query, missing),
      corrected: [],
      phrases: unquoted,
      apart: !together,
    },
    suggestion: undefined,
  };
}

/** The reading of the last text, with danger in any of them, so that neither a typo nor its correction hides it. */
async function readAll(
  texts: readonly string[],
  read: SearchTools['read'],
): Promise<SearchReading | 'failed'> {
  const readings = await Promise.all(texts.map(read)).catch(() => []);
  const last = readings[readings.length - 1];
  if (last === undefined) return 'failed';
  const emergency = readings.some((reading) => reading.emergency);
  return { ...last, emergency, concern: !emergency && readings.some((reading) => reading.concern) };
}
