import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { CASES_FILE } from '../../src/checker/evaluation/cases.ts';
import { trainInWorker } from '../../src/checker/training/trainInWorker.ts';
import { adoptedSite } from './adoptedSite.ts';
import { browserPath, FROM_NPM } from './browser.ts';
import { buildSite, ROOT } from './buildSite.ts';
import { copyProject, thinPhrases } from './copyProject.ts';
import { serve } from './serve.ts';
import { ADOPTED, SITES, type SiteName } from './sites.ts';
import { LEEN_MILLS, OTHER_SCHOOL, type Stories } from './stories.ts';

/** A built and served site, as tests get it. */
export interface BuiltSite {
  url: string;
  folder: string;
  base: string;
  site?: string;
  /** Folder of the project whose `content/` it was built from. */
  root: string;
  /** What the build printed. */
  printed: string;
  /** What tests say to it. */
  stories: Stories;
}

declare module 'vitest' {
  interface ProvidedContext extends Record<SiteName, BuiltSite> {
    /** Which of the sites a project runs its tests against. */
    siteUnderTest: SiteName;
  }
}

/** Builds the sites, at once and each once for all projects that look at it, and serves them while the tests run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const asked = sitesFor(project.vitest.projects);
  const ending: (() => Promise<void> | void)[] = [];
  const copies = (root: string): string => {
    ending.push(() => rmSync(root, { recursive: true, force: true }));
    return root;
  };
  const make = async (name: SiteName, build: () => Promise<Omit<BuiltSite, 'url'>>): Promise<void> => {
    if (!asked.has(name)) return;
    const site = await build();
    const { url, close } = await serve(site.folder, site.base);
    ending.unshift(close);
    project.provide(name, { ...site, url });
  };
  const built = async (of: Omit<BuiltSite, 'url' | 'printed'>) => ({
    ...of,
    printed: await buildSite({ ...of, out: of.folder }),
  });
  // Ours begins first, as another waits for it: with all at once, that one would be alone at the end.
  if (asked.has('atRoot')) await trainInWorker();
  const folder = path.join(ROOT, '.build');
  const atRoot = make('atRoot', () =>
    built({ root: ROOT, folder: path.join(folder, 'at-root'), base: '/', stories: LEEN_MILLS }),
  );
  await Promise.all([
    // The one from npm is unpacked when it is first asked for, which two workers must not do at once.
    browserPath(FROM_NPM).catch(() => undefined),
    atRoot,
    make('inFolder', async () => {
      // What’s said of the checker is the same, and is kept by then.
      await atRoot;
      return built({
        root: ROOT,
        folder: path.join(folder, 'in-folder'),
        base: '/policies/code/',
        site: 'https://www.example.org',
        stories: LEEN_MILLS,
      });
    }),
    make('otherSchool', () => {
      // A made-up school: its content in the place of ours, and nothing else changed. Even our test cases are left.
      const root = copies(copyProject(path.join(ROOT, 'test/fixtures/other-school/content')));
      cpSync(path.join(ROOT, CASES_FILE), path.join(root, CASES_FILE));
      return built({ root, folder: path.join(root, 'dist'), base: '/', stories: OTHER_SCHOOL });
    }),
    ...ADOPTED.map((name) => make(name, () => adoptedSite(name, thinPhrases(copies(copyProject()), 3)))),
  ]);
  return async () => {
    for (const end of ending) await end();
  };
}

/** The sites that projects run against; those about several sites need them all, and the looks are compared with ours. */
function sitesFor(projects: readonly TestProject[]): ReadonlySet<SiteName> {
  const asked = projects.flatMap((project) => {
    if (project.name === 'units') return [];
    const { siteUnderTest } = project.getProvidedContext();
    return siteUnderTest === undefined ? SITES : (['atRoot', siteUnderTest] as const);
  });
  return new Set(asked);
}
