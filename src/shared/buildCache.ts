/** What one build has made so far, by name. */
type Kept = Map<string, unknown>;

const KEPT = Symbol.for('parent-code-of-conduct.build');
const shared = globalThis as { [KEPT]?: Kept };

/**
 * Makes something once for everything that needs it in one build. Astro bundles a second copy of our modules with the
 * pages; what's kept here is seen by both copies.
 *
 * @param name tells it from everything else kept here; always used with the same type
 * @param make makes it; where it throws, nothing is kept
 */
export function oncePerBuild<T>(name: string, make: () => T): T {
  shared[KEPT] ??= new Map();
  const kept = shared[KEPT];
  if (!kept.has(name)) kept.set(name, make());
  return kept.get(name) as T;
}
