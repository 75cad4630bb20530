import { answerSearch, type SearchAnswer } from '../../src/search/answer.ts';
import { didYouMean } from '../../src/search/didYouMean.ts';
import { createFind } from '../../src/search/find.ts';
import type { SearchRecord } from '../../src/search/records.ts';
import { vocabularyOf } from '../../src/search/vocabulary.ts';

/**
 * The search as the page does it, without the checker's reading.
 *
 * @returns the addresses of what's found for a query, in the order in which the page shows them
 */
export function ourSearch(records: readonly SearchRecord[]): (query: string) => Promise<string[]> {
  const find = createFind(records);
  const vocabulary = vocabularyOf(records);
  return async (query) => {
    const shown: SearchAnswer[] = [];
    const tools = {
      find: async (search: Parameters<typeof find>[0]) => find(search),
      suggest: async (text: string, missing: readonly string[]) => didYouMean(text, vocabulary, missing),
      read: () => Promise.reject(new Error('The reading isn’t measured here.')),
      dangerPage: '',
    };
    await answerSearch(query, tools, (answer) => shown.push(answer));
    const found = shown.findLast((answer) => answer.found !== 'loading')?.found ?? [];
    return typeof found === 'string' ? [] : found.map(({ href }) => href);
  };
}
