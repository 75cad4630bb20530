import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { contentModules } from './src/site-build/contentModules.ts';
import { contentOnce } from './src/content/loadOnce.ts';
import { DRAFT } from './src/shared/draft.ts';
import { oldBrowsers } from './src/shared/browserTarget.ts';
import { checkerModel } from './src/checker/training/modelPlugin.ts';

// BASE: the folder in which the site stands. SITE: the address at which it stands, where school.yaml does not say.
const { BASE = '/', SITE } = process.env;
const site = SITE ?? contentOnce(process.cwd()).school.publishedAt;

// Short addresses only lead to pages that are listed themselves; comparisons quote words that are not in force; the
// page for a frame is the checker over again, and that for no signal is for nobody to find.
const isListed = (page) =>
  !/^\/([cs]|offline|governors\/compare|embed\/frame)\//.test(
    `/${page.slice(new URL(BASE, page).href.length)}`,
  );

export default defineConfig({
  base: BASE,
  ...(site === undefined ? {} : { site }),
  outDir: process.env.OUT_DIR ?? 'dist',
  trailingSlash: 'always',
  // One response brings the page and its style: on a slow phone each further request costs more than the bytes.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  // The Code's quotation marks are the governors': nothing may curl them.
  markdown: { processor: satteri({ features: { smartPunctuation: false } }), syntaxHighlight: false },
  // A draft copy is for no search engine.
  integrations: [mdx(), ...(site === undefined || DRAFT ? [] : [sitemap({ filter: isListed })])],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        // Lighthouse asks for this one file in the name of the page, and calls it broken where the page may not.
        ...(site === undefined ? [] : [`connect-src ${new URL('/robots.txt', site).href}`]),
      ],
    },
  },
  vite: {
    plugins: [checkerModel(), contentModules(BASE), oldBrowsers()],
    build: { modulePreload: false },
  },
});
