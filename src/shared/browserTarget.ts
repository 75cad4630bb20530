import type { Plugin } from 'vite';

/**
 * The newest JavaScript we send to browsers: a browser drops a whole script if it can't parse any part of it. Every
 * browser that supports dynamic import can run this: Safari 12, Chrome 66, Firefox 78 and later.
 */
export const SCRIPT_TARGET = 'es2019';

/** Compiles the pages' scripts for older phones; Astro itself leaves their syntax unchanged. */
export function browserTarget(): Plugin {
  return {
    name: 'browser-target',
    configEnvironment: (name) => (name === 'client' ? { build: { target: SCRIPT_TARGET } } : undefined),
  };
}
