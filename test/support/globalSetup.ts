import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { CASES_FILE } from '../../src/checker/evaluation/cases.ts';
import { browserPath, FROM_NPM } from './browser.ts';
import { buildSite, ROOT } from './buildSite.ts';
import { copyProject } from './copyProject.ts';
import { serve } from './serve.ts';
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
  interface ProvidedContext {
    /** At the root of a host, published nowhere yet. */
    atRoot: BuiltSite;
    /** In a folder of a host, with an address of its own. */
    inFolder: BuiltSite;
    /** Another school's, at the root of a host. */
    otherSchool: BuiltSite;
    /** Which of the three a project runs its tests against. */
    siteUnderTest: 'atRoot' | 'inFolder' | 'otherSchool';
  }
}

/** Builds three sites, at once and each once for all projects that look at it, and serves them while the tests run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { projects } = project.vitest;
  if (projects.every(({ name }) => name === 'units')) return async () => {};
  // A made-up school: its content in the place of ours, and nothing else changed. Even our test cases are left.
  const copy = copyProject(path.join(ROOT, 'test/fixtures/other-school/content'));
  cpSync(path.join(ROOT, CASES_FILE), path.join(copy, CASES_FILE));
  const built = path.join(ROOT, '.build');

  const closing: (() => Promise<void>)[] = [];
  const make = async (
    name: 'atRoot' | 'inFolder' | 'otherSchool',
    of: Omit<BuiltSite, 'url' | 'printed'>,
  ): Promise<void> => {
    const printed = await buildSite({ ...of, out: of.folder });
    const { url, close } = await serve(of.folder, of.base);
    closing.push(close);
    project.provide(name, { ...of, url, printed });
  };
  await Promise.all([
    // The one from npm is unpacked when it is first asked for, which two workers must not do at once.
    browserPath(FROM_NPM).catch(() => undefined),
    make('atRoot', { root: ROOT, folder: path.join(built, 'at-root'), base: '/', stories: LEEN_MILLS }),
    make('inFolder', {
      root: ROOT,
      folder: path.join(built, 'in-folder'),
      base: '/policies/code/',
      site: 'https://www.example.org',
      stories: LEEN_MILLS,
    }),
    make('otherSchool', { root: copy, folder: path.join(copy, 'dist'), base: '/', stories: OTHER_SCHOOL }),
  ]);
  return async () => {
    await Promise.all(closing.map((close) => close()));
    rmSync(copy, { recursive: true, force: true });
  };
}
