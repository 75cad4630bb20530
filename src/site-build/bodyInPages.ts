import type { Plugin } from 'vite';
import { loadContent, loadOnce } from '../content/load.ts';
import { nameBody } from '../school/body.ts';
import { ROOT } from '../shared/environment.ts';

/** A Vite plugin that fills in who adopts the Code in `content/pages/`, before the braces are taken for code. */
export function bodyInPages(): Plugin {
  return {
    name: 'body-in-pages',
    transform: {
      order: 'pre',
      filter: { id: /\/content\/pages\/[^/]+\.mdx$/ },
      handler(code) {
        const dev = this.environment.mode === 'dev';
        const { body } = (dev ? loadContent : loadOnce)(ROOT);
        return { code: nameBody(code, body), map: null };
      },
    },
  };
}
