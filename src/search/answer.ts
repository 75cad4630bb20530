import type { Language } from '../checker/languages/schema.ts';
import type { Reading } from '../checker/reading/reader.ts';
import type { Find, Found } from './find.ts';
import { isPhrase, termsOf } from './query.ts';

/** The checker's reading of a query, and the language to help in if it isn't English. */
export interface SearchReading extends Reading {
  help?: Language | undefined;
}

/** What's known so far in answer to a search. */
export interface SearchAnswer {
  query: string;
  terms: readonly string[];
  found: readonly Found[] | 'loading' | 'failed';
  /** The query with its spelling corrected, if nothing was found. */
  suggestion: string | undefined;
  /** The checker's reading of the query; undefined if it wasn't needed. */
  reading: SearchReading | 'loading' | 'failed' | undefined;
}

/** What a search needs, each loaded when first called. */
export interface SearchTools {
  find: Find;
  suggest(query: string): Promise<string | undefined>;
  read(text: string): Promise<SearchReading>;
  /** Address of the page about danger. */
  dangerPage: string;
}

/** With fewer results than this, the checker's reading may help. */
export const FEW_RESULTS = 2;

/**
 * Answers a search, and shows the answer whenever more of it is known.
 *
 * Pagefind is always asked. The reading is a separate download, so it's used only where it can help: for a phrase,
 * because only the reading recognises danger from several words together; if little was found; and if the page about
 * danger was found, because the reading decides how prominently to warn.
 */
export async function answerSearch(
  query: string,
  tools: SearchTools,
  show: (answer: SearchAnswer) => void,
): Promise<void> {
  const terms = termsOf(query);
  let answer: SearchAnswer = { query, terms, found: 'loading', suggestion: undefined, reading: undefined };
  const update = (more: Partial<SearchAnswer>): void => {
    answer = { ...answer, ...more };
    show(answer);
  };
  const read = async (texts: readonly string[]): Promise<void> => {
    update({ reading: 'loading' });
    update({ reading: await readAll(texts, tools.read) });
  };
  const search = async (): Promise<void> => {
    const found = terms.length === 0 ? [] : await tools.find(terms).catch(() => 'failed' as const);
    const none = found === 'failed' || found.length === 0;
    const suggestion = none ? await tools.suggest(query).catch(() => undefined) : undefined;
    update({ found, suggestion });
    const readingHelps =
      none || found.length < FEW_RESULTS || found.some(({ href }) => href === tools.dangerPage);
    if (readingHelps && !isPhrase(query) && terms.length > 0)
      await read(suggestion === undefined ? [query] : [query, suggestion]);
  };
  await Promise.all([search(), isPhrase(query) ? read([query]) : undefined]);
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
