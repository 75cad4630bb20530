import type { Plugin } from 'vite';
import { below } from '../address.ts';
import { loadContent } from '../schemas/content.ts';
import { resolveSituations } from './resolve.ts';

const ID = 'virtual:answers';

/**
 * Serves the module `virtual:answers`: what the checker needs to word its answers, as data.
 * It is a script, not a file to fetch, so that the pages' policy can forbid connections altogether.
 *
 * @param base folder in which the site stands
 */
export function answers(base: string): Plugin {
  return {
    name: 'answers',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return undefined;
      const content = loadContent(process.cwd());
      const situations = resolveSituations({ ...content, base });
      return `export const situations = ${JSON.stringify(situations)};\nexport const words = ${JSON.stringify(content.checker)};\nexport const listHref = ${JSON.stringify(below(base, '/situations/'))};\nexport const questions = ${JSON.stringify(content.questions)};`;
    },
    // Words are read by the pages and by this module: a change to any of them needs both again.
    handleHotUpdate({ file, server }) {
      if (file.includes('/content/')) server.ws.send({ type: 'full-reload' });
    },
  };
}
