import type { Plugin } from 'vite';
import type { LanguageData } from '../checker/languages/anyLanguage.ts';
import { keptLanguageData, languageData } from '../checker/languages/load.ts';
import { cachedModel } from '../checker/training/cachedModel.ts';
import type { SizeName } from '../checker/training/settings.ts';
import { trainInWorker } from '../checker/training/trainInWorker.ts';
import { type Content, loadContent, loadOnce } from '../content/load.ts';
import { ROOT } from '../shared/environment.ts';
import { withBase } from '../shared/urls.ts';
import { resolveSituations } from '../situations/resolve.ts';
import type { Situation } from '../situations/situation.ts';
import { quotationsFor } from '../staff/quotations.ts';
import { repliesFor } from '../staff/replies.ts';

/** Without what's only for whoever looks after the words. */
const forBrowsers = (data: LanguageData): LanguageData => ({
  ...data,
  languages: data.languages.map((language) => ({ ...language, written: '', checked: '' })),
});

interface Source {
  content: Content;
  base: string;
  dev: boolean;
}

type Exports = Record<string, unknown>;

/** What each module exports, by name; `virtual.d.ts` has their types. */
const MODULES: Readonly<Record<string, (source: Source) => Exports | Promise<Exports>>> = {
  'virtual:answers': ({ content, base }) => ({
    situations: resolveSituations({ ...content, base }).map(
      ({ looksLike: _examples, why: _why, tellApart: _others, ...situation }): Situation => situation,
    ),
    words: content.checker,
    elsewhere: content.elsewhere,
    listHref: withBase(base, '/situations/'),
  }),
  'virtual:quotations': ({ content, base }) => ({
    quotations: quotationsFor({ ...content, title: content.code.title, base }),
  }),
  'virtual:replies': ({ content, base }) => ({
    replies: repliesFor(content.situations, { ...content, base }),
  }),
  'virtual:languages': ({ content: { school }, dev }) => ({
    ...forBrowsers((dev ? languageData : keptLanguageData)(ROOT)),
    school: {
      phone: school.phone,
      safeguardingLead: school.safeguardingLead,
      interpreter: school.interpreter,
    },
  }),
  'virtual:checker-model': modelOf('first'),
  'virtual:full-model': modelOf('full'),
};

function modelOf(size: SizeName): (source: Source) => Promise<Exports> {
  return async ({ dev }) => ({ default: dev ? cachedModel(ROOT, size) : (await trainInWorker())[size] });
}

/**
 * A Vite plugin that serves the content and the checker's models to the browser. They are modules rather than files to
 * fetch, so that the pages' policy needn't allow any connections.
 *
 * @param base folder of the site, e.g. `/`
 */
export function virtualModules(base: string): Plugin {
  return {
    name: 'virtual-modules',
    enforce: 'pre',
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    async load(id) {
      const exportsOf = MODULES[id.slice(1)];
      if (exportsOf === undefined) return undefined;
      const dev = this.environment.mode === 'dev';
      const content = (dev ? loadContent : loadOnce)(ROOT);
      return Object.entries(await exportsOf({ content, base, dev }))
        .map(([name, value]) =>
          name === 'default'
            ? `export default ${JSON.stringify(value)};`
            : `export const ${name} = ${JSON.stringify(value)};`,
        )
        .join('\n');
    },
    hotUpdate({ file }) {
      if (!file.includes('/content/')) return;
      const { moduleGraph, hot } = this.environment;
      for (const id of Object.keys(MODULES)) {
        const module = moduleGraph.getModuleById(`\0${id}`);
        if (module) moduleGraph.invalidateModule(module);
      }
      hot.send({ type: 'full-reload' });
    },
  };
}
