import type { Reading } from '../checker/reading/reader.ts';
import type { Find, Found } from './find.ts';
import { isPhrase, termsOf } from './query.ts';

/** What is known so far in answer to a search. */
export interface SearchAnswer {
  query: string;
  terms: readonly string[];
  found: readonly Found[] | 'coming' | 'failed';
  /** The query with its words changed into known ones, where nothing was found. */
  meant: string | undefined;
  /** What the checker makes of the same words; nothing where it was not asked, or could not be. */
  reading: Reading | 'coming' | undefined;
}

/** What answers, each loaded when first called. */
export interface Tools {
  find: Find;
  meant(query: string): Promise<string | undefined>;
  read(text: string): Promise<Reading>;
  /** Address of the page about danger. */
  dangerPage: string;
}

/** With fewer results than this, the checker's reading may know more. */
export const FEW_RESULTS = 2;

/**
 * Answers a search, and tells of it whenever more is known.
 *
 * Pagefind is always asked. The reading is a download of its own, so it is asked only where it can help: for a
 * phrase, because only the reading sees a danger that stands between words; where little was found; and where the
 * page about danger was found, because it decides whether that has to be said loudly.
 *
 * @param show is given the answer so far, each time anew
 */
export async function answerTo(
  query: string,
  tools: Tools,
  show: (answer: SearchAnswer) => void,
): Promise<void> {
  let answer: SearchAnswer = {
    query,
    terms: termsOf(query),
    found: 'coming',
    meant: undefined,
    reading: undefined,
  };
  const learn = (more: Partial<SearchAnswer>): void => {
    answer = { ...answer, ...more };
    show(answer);
  };
  const read = async (texts: readonly string[]): Promise<void> => {
    learn({ reading: 'coming' });
    learn({ reading: await readAll(texts, tools.read) });
  };
  const search = async (): Promise<void> => {
    const { terms } = answer;
    const found = terms.length === 0 ? [] : await tools.find(terms).catch(() => 'failed' as const);
    const nothing = found === 'failed' || found.length === 0;
    const meant = nothing ? await tools.meant(query).catch(() => undefined) : undefined;
    learn({ found, meant });
    const little =
      nothing || found.length < FEW_RESULTS || found.some(({ href }) => href === tools.dangerPage);
    if (little && !isPhrase(query) && terms.length > 0)
      await read(meant === undefined ? [query] : [query, meant]);
  };
  await Promise.all([search(), isPhrase(query) ? read([query]) : undefined]);
}

/** The reading of the last text; a danger seen in any of them counts, so that no slip and no correction hides it. */
async function readAll(texts: readonly string[], read: Tools['read']): Promise<Reading | undefined> {
  const readings = await Promise.all(texts.map(read)).catch(() => []);
  const last = readings[readings.length - 1];
  if (last === undefined) return undefined;
  const emergency = readings.some((reading) => reading.emergency);
  return { ...last, emergency, concern: !emergency && readings.some((reading) => reading.concern) };
}
