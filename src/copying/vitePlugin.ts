import type { Plugin } from 'vite';
import { loadContent } from '../schemas/content.ts';
import { quotationsFor } from './quotations.ts';
import { repliesFor } from './replies.ts';

/**
 * Serves the modules `virtual:quotations` and `virtual:replies`: what is copied for each clause and situation, as
 * data. They are loaded when something is about to be copied, and not before.
 *
 * @param base folder in which the site stands
 */
export function copies(base: string): Plugin {
  const modules: Record<string, () => string> = {
    'virtual:quotations': () => {
      const content = loadContent(process.cwd());
      const quotations = quotationsFor({ ...content, title: content.code.title, base });
      return `export const quotations = ${JSON.stringify(quotations)};`;
    },
    'virtual:replies': () => {
      const content = loadContent(process.cwd());
      const replies = repliesFor(content.situations, { ...content, base });
      return `export const replies = ${JSON.stringify(replies)};`;
    },
  };
  return {
    name: 'copies',
    resolveId: (id) => (Object.hasOwn(modules, id) ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)]?.(),
  };
}
