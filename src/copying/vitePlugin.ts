import type { Plugin } from 'vite';
import { loadContent } from '../schemas/content.ts';
import { quotationsFor } from './quotations.ts';

const ID = 'virtual:quotations';

/**
 * Serves the module `virtual:quotations`: what is copied for each clause and situation, as data. It is loaded when
 * something is about to be copied, and not before.
 *
 * @param base folder in which the site stands
 */
export function quotations(base: string): Plugin {
  return {
    name: 'quotations',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const content = loadContent(process.cwd());
      const copied = quotationsFor({ ...content, title: content.code.title, base });
      return `export const quotations = ${JSON.stringify(copied)};`;
    },
  };
}
