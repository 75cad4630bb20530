import type { Plugin } from 'vite';
import { type Content, loadContent, loadOnce } from '../content/load.ts';
import { vocabularyOf } from '../search/vocabulary.ts';
import { ROOT } from '../shared/environment.ts';
import { withBase } from '../shared/urls.ts';
import { resolveSituations } from '../situations/resolve.ts';
import { quotationsFor } from '../staff/quotations.ts';
import { repliesFor } from '../staff/replies.ts';

/** By module: what it exports, by name. */
const MODULES: Readonly<Record<string, (content: Content, base: string) => Record<string, unknown>>> = {
  /** What the checker needs to word its answers. */
  'virtual:answers': (content, base) => ({
    situations: resolveSituations({ ...content, base }),
    words: content.checker,
    listHref: withBase(base, '/situations/'),
    questions: content.questions,
  }),
  /** What is copied for each clause and situation: loaded when something is about to be copied, and not before. */
  'virtual:quotations': (content, base) => ({
    quotations: quotationsFor({ ...content, title: content.code.title, base }),
  }),
  'virtual:replies': (content, base) => ({ replies: repliesFor(content.situations, { ...content, base }) }),
  /** What "Did you mean" chooses from. */
  'virtual:search-vocabulary': (content) => ({ vocabulary: vocabularyOf(content) }),
};

/**
 * Serves what the browser gets of the content, as data. These are scripts and not files to fetch, so that the pages'
 * policy need allow no connection for them.
 *
 * @param base folder in which the site stands
 */
export function contentModules(base: string): Plugin {
  return {
    name: 'content-modules',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    load(id) {
      const exportsOf = MODULES[id.slice(1)];
      if (exportsOf === undefined) return undefined;
      const content = (this.environment.mode === 'dev' ? loadContent : loadOnce)(ROOT);
      return Object.entries(exportsOf(content, base))
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
    // Words are read by the pages and by these modules: a change to any of them needs both again.
    handleHotUpdate({ file, server }) {
      if (file.includes('/content/')) server.ws.send({ type: 'full-reload' });
    },
  };
}
