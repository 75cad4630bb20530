import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { browserPath } from './browser.ts';
import { buildSite, ROOT } from './buildSite.ts';
import { serve } from './serve.ts';

/** A built and served site, as tests get it. */
export interface BuiltSite {
  url: string;
  folder: string;
  base: string;
  site?: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** At the root of a host, published nowhere yet. */
    atRoot: BuiltSite;
    /** In a folder of a host, with an address of its own. */
    inFolder: BuiltSite;
    /** Which of the two a project runs its tests against. */
    siteUnderTest: 'atRoot' | 'inFolder';
  }
}

/** Builds the site twice, once for all projects that look at it, and serves both while the tests run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  if (project.vitest.projects.every(({ name }) => name === 'units')) return async () => {};
  // The browser of the npm package is unpacked when it is first asked for, which two files must not do at once.
  await browserPath();
  const make = async (name: string, base: string, site?: string) => {
    const folder = path.join(ROOT, '.build', name);
    await buildSite({ base, out: folder, ...(site === undefined ? {} : { site }) });
    const served = await serve(folder, base);
    return { served, built: { url: served.url, folder, base, ...(site === undefined ? {} : { site }) } };
  };
  const root = await make('at-root', '/');
  const inner = await make('in-folder', '/policies/code/', 'https://www.example.org');
  project.provide('atRoot', root.built);
  project.provide('inFolder', inner.built);
  return async () => {
    await Promise.all([root.served.close(), inner.served.close()]);
  };
}
