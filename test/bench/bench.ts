/** Measures something, and prints its own tables. */
export type Part = () => Promise<void>;

/** The parts of the bench, in the order in which they run. Each is loaded only when it is asked for. */
const PARTS: Record<string, Part> = {
  weight: async () => (await import('./weight.ts')).weight(),
  accuracy: async () => (await import('./accuracy.ts')).accuracy(),
  paint: async () => (await import('./paint.ts')).paint(),
  lighthouse: async () => (await import('./lighthouse.ts')).lighthouseScores(),
  serving: async () => (await import('./serving.ts')).serving(),
  documents: async () => (await import('./documents.ts')).documents(),
  scale: async () => (await import('./scale.ts')).scale(),
  build: async () => (await import('./build.ts')).build(),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(`The bench has no part ${unknown.join(', ')}. Its parts: ${Object.keys(PARTS).join(', ')}.`);
  console.error('`npm run bench` runs them all; `npm run bench -- weight` one of them.');
  process.exit(2);
}

for (const [name, run] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n=== ${name} ===`);
  try {
    await run();
  } catch (error) {
    // The other parts can still tell something.
    console.error(error);
    process.exitCode = 1;
  }
}
