const CACHE = Symbol.for('parent-code-of-conduct.build');
const shared = globalThis as { [CACHE]?: Map<string, unknown> };

/**
 * Makes a value once per build. Astro bundles a second copy of our modules with the pages; both copies share this cache.
 *
 * @param name the key, always used with the same type
 * @param make makes the value; if it throws, nothing is cached
 */
export function oncePerBuild<T>(name: string, make: () => T): T {
  shared[CACHE] ??= new Map();
  const cache = shared[CACHE];
  if (!cache.has(name)) cache.set(name, make());
  return cache.get(name) as T;
}
