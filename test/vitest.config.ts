import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { FROM_NPM } from './support/browser.ts';
import { SITES, type SiteName } from './support/sites.ts';

/** The browsers that `BROWSER` names, with commas between them: paths, or `npm` for the one from the npm packages. */
const BROWSERS = (process.env.BROWSER ?? FROM_NPM).split(',');

/** About several sites at once, or about one school's own words. */
const SEVERAL_SITES = 'test/browser/{forwarding,heights,leenMills,otherSchool}.test.ts';

/** What is the same in any browser, and takes long. */
const ONE_BROWSER = 'test/browser/{heights,mechanics/translation}.test.ts';

/** What’s the same whatever the Code’s words are, and so is tried on our sites alone. */
const MECHANICS = 'test/browser/mechanics/**';

/** Files of what readers do, by name. */
const inBrowser = (...names: string[]): string => `test/browser/{${names.join(',')}}.test.ts`;

/** What’s the same in whatever folder a site is. */
const ANY_FOLDER = [
  MECHANICS,
  inBrowser('checker', 'copying', 'everyPage', 'languages', 'looks', 'search', 'staff'),
];

/** What’s hardest where the site has no host of its own, and so of ours is tried only there. */
const IN_FOLDER = [inBrowser('navigation', 'offline', 'withoutScript')];

/** An adopted site speaks the languages that ours does. */
const LANGUAGES = 'test/browser/languages.test.ts';

/** The tests of what readers do that need not be run on a site. */
const NOT_ON: Readonly<Record<SiteName, readonly string[]>> = {
  atRoot: IN_FOLDER,
  inFolder: ANY_FOLDER,
  // What readers do on another school's site, the adopted ones are for: here it's the colours.
  otherSchool: [MECHANICS, 'test/browser/!(everyPage).test.ts'],
  ticks: [MECHANICS, LANGUAGES, inBrowser('checker', 'copying', 'looks', 'navigation', 'offline', 'staff')],
  trust: [MECHANICS, LANGUAGES, inBrowser('copying', 'navigation', 'offline', 'search', 'staff')],
  appendices: [MECHANICS, LANGUAGES, inBrowser('checker', 'copying', 'looks', 'offline', 'search')],
};

const shared = {
  // Only what hangs is to fail by the clock, on however busy a machine.
  testTimeout: 180_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 30_000 } },
  // Nothing that one test file leaves behind matters to the next, and so a worker reads what they share, and starts its
  // browser, once.
  isolate: false,
  // Twice as many as the processors have cores: much of the time, a test waits for its browser.
  maxWorkers: 4,
} as const;

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    // Of the whole run and not of a project, so that each site is built once.
    globalSetup: 'test/support/globalSetup.ts',
    projects: [
      {
        test: {
          name: 'units',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/{site,browser}/**'],
          ...shared,
        },
      },
      {
        test: {
          name: 'site',
          include: ['test/site/**/*.test.ts'],
          env: { BROWSER: BROWSERS[0] ?? FROM_NPM },
          ...shared,
        },
      },
      ...BROWSERS.flatMap((BROWSER) => {
        const named = (name: string) => (BROWSERS.length === 1 ? name : `${name}, ${path.basename(BROWSER)}`);
        const env = { BROWSER };
        const known = BROWSER === BROWSERS[0] ? [] : [ONE_BROWSER];
        return [
          { test: { name: named('severalSites'), include: [SEVERAL_SITES], exclude: known, env, ...shared } },
          // What readers do: at the root of a host, in a folder of one, and on the sites of other schools. A second
          // browser only tries the first of them.
          ...SITES.slice(0, BROWSER === BROWSERS[0] ? SITES.length : 1).map((siteUnderTest) => ({
            test: {
              name: named(siteUnderTest),
              include: ['test/browser/**/*.test.ts'],
              exclude: [SEVERAL_SITES, ...known, ...NOT_ON[siteUnderTest]],
              provide: { siteUnderTest },
              env,
              ...shared,
            },
          })),
        ];
      }),
    ],
  },
});
