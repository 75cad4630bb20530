import Fuse from 'fuse.js';
import type { Situation } from '../../situations/situation.ts';

/** With more words than this the reading knows more than titles do. */
const FEW_WORDS = 2;

let index: { situations: readonly Situation[]; fuse: Fuse<Situation> } | undefined;

/**
 * Situations whose title or search words are like the one or two words typed so far, spelling mistakes included.
 *
 * @returns at most four, best first; none where there is nothing or more than two words
 */
export function suggestTitles(text: string, situations: readonly Situation[]): Situation[] {
  const words = text
    .trim()
    .split(/\s+/)
    .slice(0, FEW_WORDS + 1);
  if (words[0] === '' || words.length > FEW_WORDS) return [];
  if (index?.situations !== situations) {
    const fuse = new Fuse([...situations], {
      keys: [{ name: 'title', weight: 2 }, 'keywords'],
      threshold: 0.35,
      ignoreLocation: true,
      ignoreDiacritics: true,
    });
    index = { situations, fuse };
  }
  return index.fuse.search(words.join(' ').slice(0, 60), { limit: 4 }).map(({ item }) => item);
}
