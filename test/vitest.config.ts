import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    projects: [
      {
        test: {
          name: 'units',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/{site,browser}/**'],
        },
      },
      {
        // On the built site: built once, at the root and in a folder, and served to one browser.
        test: {
          name: 'site',
          include: ['test/{site,browser}/**/*.test.ts'],
          globalSetup: 'test/support/globalSetup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
