import type { Plugin } from 'vite';

/**
 * The newest JavaScript that browsers are sent: one that does not know a single sign of a script drops all of it. Any
 * browser that can load the checker piece by piece reads this: Safari 12, Chrome 66, Firefox 78 and all that came after.
 */
export const NEWEST_SCRIPT = 'es2019';

/** Has the scripts of the pages built for older phones. Astro itself leaves them as they were written. */
export function browserTarget(): Plugin {
  return {
    name: 'browser-target',
    configEnvironment: (name) => (name === 'client' ? { build: { target: NEWEST_SCRIPT } } : undefined),
  };
}
