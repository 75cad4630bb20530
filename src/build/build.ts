import { enableCompileCache } from 'node:module';

// `npm run build`. What was read and compiled for the last build is taken from there: a tenth of the work of this one.
enableCompileCache('node_modules/.cache/compiled');
const { buildSite } = await import('./buildSite.ts');
const { ContentError } = await import('../schemas/problem.ts');

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
