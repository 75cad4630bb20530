import { defineConfig } from 'vitest/config';

/** About several sites at once, or about one school's own words. */
const ONE_SITE = 'test/browser/{forwarding,leenMills,otherSchool}.test.ts';

/** What builds a site or opens pages has time for it on a busy machine, and not more than one other file beside it. */
const unhurried = {
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 10_000 } },
  maxWorkers: 2,
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
        },
      },
      { test: { name: 'site', include: ['test/site/**/*.test.ts', ONE_SITE], ...unhurried } },
      // What readers do: at the root of a host, in a folder of one, and on the site of another school.
      ...(['atRoot', 'inFolder', 'otherSchool'] as const).map((siteUnderTest) => ({
        test: {
          name: siteUnderTest,
          include: ['test/browser/**/*.test.ts'],
          exclude: [ONE_SITE],
          provide: { siteUnderTest },
          ...unhurried,
        },
      })),
    ],
  },
});
