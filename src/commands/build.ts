import { taughtAside } from '../checker/training/trainInWorker.ts';

// `npm run build`. Teaching is begun before all else is loaded, because it takes longest. What goes wrong in it is told
// when the pages ask for the model.
taughtAside().catch(() => undefined);
const { buildSite } = await import('../site-build/buildSite.ts');
const { ContentError } = await import('../shared/problem.ts');

try {
  await buildSite(process.cwd());
  process.exit(0);
} catch (error) {
  console.error(
    // One that was thrown while Astro wrote the pages comes from a bundled copy of that class.
    error instanceof Error && error.name === ContentError.name
      ? `The site was not built. The last good one is as it was.\n\n${error.message}\n`
      : error,
  );
  process.exit(1);
}
