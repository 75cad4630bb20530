import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { ADDRESSES_FILE, forwardingPages } from '../addresses/registry.ts';
import { elsewhereProblems } from '../adopt/elsewhereProblems.ts';
import { trainInWorker } from '../checker/training/trainInWorker.ts';
import { type Content, loadOnce } from '../content/load.ts';
import { readBesideProblems } from '../content/readBeside.ts';
import { draftProblems } from '../governors/draftProblems.ts';
import { precacheManifest } from '../offline/precacheManifest.ts';
import { writeServiceWorker } from '../offline/writeServiceWorker.ts';
import { browserTarget } from '../shared/browserTarget.ts';
import { type BuiltPages, builtPages } from '../shared/builtPages.ts';
import { BASE, DRAFT, ROOT } from '../shared/environment.ts';
import { stopAt } from '../shared/problem.ts';
import { bodyInPages } from './bodyInPages.ts';
import { buildSummary } from './buildSummary.ts';
import { compress } from './compress.ts';
import { trimPolicies } from './csp.ts';
import { writeHostFiles } from './hostFiles.ts';
import { brokenLinks, readLinks, targetFinder } from './links.ts';
import { lostAddresses } from './lostAddresses.ts';
import { provePages, provePdfs } from './prove.ts';
import { virtualModules } from './virtualModules.ts';

/**
 * Makes `astro build` the whole build. Pages are written to a staging folder, proved to show the adopted words and
 * finished there; only then do they replace the last good site. An error anywhere fails the build and leaves that site
 * alone.
 *
 * @param site the site's address, if it's known: only then is there a sitemap
 * @returns the integrations in the order in which they must finish: the sitemap is written before the site is moved
 */
export function siteBuild(site: string | undefined): AstroIntegration[] {
  return [...(site === undefined || DRAFT ? [] : [sitemap({ filter: isListed })]), proofAndFinish()];
}

function proofAndFinish(): AstroIntegration {
  let outDir: string;
  let staging: string;
  return {
    name: 'site-build',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig }) {
        updateConfig({ vite: { plugins: [virtualModules(BASE), bodyInPages(), browserTarget()] } });
        if (command !== 'build') return;
        const content = loadOnce(ROOT);
        if (DRAFT) stopAt(draftProblems(content, content.waiting));
        outDir = fileURLToPath(config.outDir);
        staging = path.join(ROOT, '.build', `next-${path.basename(outDir)}`);
        rmSync(staging, { recursive: true, force: true });
        updateConfig({ outDir: pathToFileURL(`${staging}/`) });
        // The slowest part, in a thread of its own. Whatever awaits it gets its errors.
        trainInWorker().catch(() => undefined);
      },
      async 'astro:build:done'({ logger }) {
        const content = loadOnce(ROOT);
        const pages = await finish(staging, outDir, content);
        replaceSite(staging, outDir);
        logger.info(buildSummary(content, pages.size, path.relative(ROOT, outDir)));
      },
    },
  };
}

/**
 * Left out of the sitemap: short addresses, which only redirect; comparisons, which quote words that aren't in force;
 * the checker in a frame, which is a duplicate; and the offline page.
 */
function isListed(page: string): boolean {
  const { pathname } = new URL(page);
  return !/^\/([cs]|offline|governors\/compare|embed\/frame)\//.test(`/${pathname.slice(BASE.length)}`);
}

/** Proves what was built, and adds the files that hosts and readers' devices need. */
async function finish(folder: string, previous: string, content: Content): Promise<BuiltPages> {
  const pages = trimPolicies(builtPages(folder), folder);
  // The pages are final now, so the slow parts can run in other threads while the pages are proved.
  const alongside = Promise.all([
    compress(folder, previous),
    DRAFT
      ? undefined
      : writeServiceWorker(
          folder,
          precacheManifest(pages, folder, BASE, content),
          forwardingPages(content.addresses, [...content.clauses.values()]),
        ),
  ]);
  // Awaited below; if a proof fails first, its error matters more.
  alongside.catch(() => undefined);
  stopAt(provePages(pages, content));
  const links = readLinks(pages);
  const findTarget = targetFinder(links, folder);
  const registry = readFileSync(path.join(ROOT, ADDRESSES_FILE), 'utf8');
  // The words are the adopted ones: now whoever wrote beside others can be asked to look again.
  stopAt([
    ...readBesideProblems(content, ROOT),
    ...elsewhereProblems(content, ROOT),
    ...brokenLinks(links, findTarget, BASE),
    ...lostAddresses(content.addresses, registry, pages, findTarget),
  ]);
  stopAt(await provePdfs(folder, content));
  await alongside;
  writeHostFiles(folder, BASE);
  // Again, for the service worker.
  await compress(folder, previous);
  return pages;
}

/** Renames, so there's never half a site. */
function replaceSite(folder: string, outDir: string): void {
  const old = `${folder}-old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(path.dirname(outDir), { recursive: true });
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(folder, outDir);
  rmSync(old, { recursive: true, force: true });
}
