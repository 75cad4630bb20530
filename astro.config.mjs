import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { publishedAt } from './src/school/school.ts';
import { BASE, OUT_DIR, ROOT, SITE } from './src/shared/environment.ts';
import { FEATURES } from './src/shared/mdx.ts';
import { siteBuild } from './src/site-build/integration.ts';

const site = SITE ?? publishedAt(ROOT);

export default defineConfig({
  base: BASE,
  ...(site === undefined ? {} : { site }),
  outDir: OUT_DIR,
  trailingSlash: 'always',
  // One response brings the page and its style: on a slow phone each further request costs more than the bytes.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: { processor: satteri({ features: FEATURES }), syntaxHighlight: false },
  integrations: [mdx(), siteBuild(site)],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        // Lighthouse asks for this one file in the page's name, and calls it broken where the page's policy refuses it.
        ...(site === undefined ? [] : [`connect-src ${new URL('/robots.txt', site).href}`]),
      ],
    },
  },
  vite: { build: { modulePreload: false } },
});
