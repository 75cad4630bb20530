import { type Figure, printFigures } from './figures.ts';

/** Measures something, prints its own tables, and returns the figures for the last one. */
export type Part = () => Promise<Figure[]>;

/** The parts of the bench, in order. Each is loaded only if it's asked for. */
const PARTS: Record<string, Part> = {
  weight: async () => (await import('./weight.ts')).weight(),
  paint: async () => (await import('./paint.ts')).paint(),
  lighthouse: async () => (await import('./lighthouse.ts')).lighthouseScores(),
  firstAnswer: async () => (await import('./firstAnswer.ts')).firstAnswer(),
  answers: async () => (await import('./answers.ts')).answers(),
  searches: async () => (await import('./searches.ts')).searches(),
  accuracy: async () => (await import('./accuracy.ts')).accuracy(),
  build: async () => (await import('./build.ts')).build(),
  scale: async () => (await import('./scale.ts')).scale(),
  serving: async () => (await import('./serving.ts')).serving(),
};

const MARKDOWN = '--markdown';
const asked = process.argv.slice(2).filter((word) => word !== MARKDOWN);
const unknown = asked.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0) {
  console.error(
    `The bench has no part called ${unknown.join(', ')}. Its parts are: ${Object.keys(PARTS).join(', ')}.`,
  );
  console.error('`npm run bench` runs them all; `npm run bench -- weight` runs one.');
  console.error(`With ${MARKDOWN} the last table is Markdown.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, run] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n=== ${name} ===`);
  try {
    figures.push(...(await run()));
  } catch (error) {
    // The other parts can still run.
    console.error(error);
    figures.push({ name: `${name}: could not be measured`, ours: '', mark: 'measured', kept: false });
    process.exitCode = 1;
  }
}
printFigures(figures, process.argv.includes(MARKDOWN));
// A part that failed may have left a server open, which would keep this process waiting for ever.
process.exit();
