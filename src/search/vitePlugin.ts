import type { Plugin } from 'vite';
import { loadContent } from '../schemas/content.ts';
import { vocabularyOf } from './vocabulary.ts';

const ID = 'virtual:search-vocabulary';

/** Serves the module `virtual:search-vocabulary`: the words that "Did you mean" chooses from. */
export function searchVocabulary(): Plugin {
  return {
    name: 'search-vocabulary',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const words = vocabularyOf(loadContent(process.cwd()));
      return `export default ${JSON.stringify(words.join(' '))}.split(' ');`;
    },
  };
}
