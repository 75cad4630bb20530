import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { ADDRESSES_FILE, forwardingPages } from '../addresses/registry.ts';
import { trainInWorker } from '../checker/training/trainInWorker.ts';
import { type Content, loadOnce } from '../content/load.ts';
import { draftProblems } from '../governors/lostAnchors.ts';
import { filesToKeep } from '../offline/filesToKeep.ts';
import { writeServiceWorker } from '../offline/writeServiceWorker.ts';
import { searchIndexOnce } from '../search/searchIndex.ts';
import { browserTarget } from '../shared/browserTarget.ts';
import { type BuiltPages, builtPages } from '../shared/builtPages.ts';
import { BASE, DRAFT, ROOT } from '../shared/environment.ts';
import { stopAt } from '../shared/problem.ts';
import { anchorsAndLinks } from './anchorsAndLinks.ts';
import { brokenLinks } from './brokenLinks.ts';
import { buildSummary } from './buildSummary.ts';
import { builtTargets } from './builtTargets.ts';
import { compress } from './compress.ts';
import { contentModules } from './contentModules.ts';
import { writeOwnPolicies } from './csp.ts';
import { writeHostFiles } from './hostFiles.ts';
import { lostAddresses } from './lostAddresses.ts';
import { modelModule } from './modelModule.ts';
import { prove } from './prove.ts';
import { provePdfs } from './provePdfs.ts';

/**
 * Makes `astro build` the whole build. Pages are written to a folder of their own, proved to show the adopted words and
 * finished there; only then do they take the place of the last good site. A mistake anywhere ends the build with
 * an error and leaves that site alone.
 */
export function siteBuild(): AstroIntegration {
  let outDir: string;
  let staging: string;
  return {
    name: 'site-build',
    hooks: {
      'astro:config:setup'({ command, config, updateConfig }) {
        const listed = config.site !== undefined && !DRAFT ? [sitemap({ filter: isListed })] : [];
        updateConfig({
          integrations: listed,
          vite: { plugins: [modelModule(), contentModules(BASE), browserTarget()] },
        });
        if (command !== 'build') return;
        const content = loadOnce(ROOT);
        if (DRAFT) stopAt(draftProblems(content, content.waiting));
        outDir = fileURLToPath(config.outDir);
        staging = path.join(ROOT, '.build', `next-${path.basename(outDir)}`);
        rmSync(staging, { recursive: true, force: true });
        updateConfig({ outDir: pathToFileURL(`${staging}/`) });
        // Both take longer than anything else, in a thread and a process of their own. Whoever asks for them hears of
        // their errors.
        trainInWorker().catch(() => undefined);
        searchIndexOnce(ROOT, BASE).catch(() => undefined);
      },
      async 'astro:build:done'({ logger }) {
        const content = loadOnce(ROOT);
        const pages = await finish(staging, outDir, content);
        putInPlace(staging, outDir);
        logger.info(buildSummary(content, pages.size, path.relative(ROOT, outDir)));
      },
    },
  };
}

/**
 * Short addresses only lead to listed pages; comparisons quote words that aren't in force; a page for a frame repeats
 * the checker, and nobody should find the one for no signal.
 */
function isListed(page: string): boolean {
  const { pathname } = new URL(page);
  return !/^\/([cs]|offline|governors\/compare|embed\/frame)\//.test(`/${pathname.slice(BASE.length)}`);
}

/** Proves what was built and adds everything that a host and a reader's device need. */
async function finish(folder: string, last: string, content: Content): Promise<BuiltPages> {
  const pages = writeOwnPolicies(builtPages(folder), folder);
  // The pages no longer change, so the slow parts can go on in other threads while the pages are proved.
  const alongside = Promise.all([
    compress(folder, last),
    DRAFT
      ? undefined
      : writeServiceWorker(
          folder,
          filesToKeep(pages, folder, BASE, content),
          forwardingPages(content.addresses, [...content.clauses.values()]),
        ),
  ]);
  // Awaited below; a proof that fails first has more to say.
  alongside.catch(() => undefined);
  stopAt(prove(pages, content));
  const linked = anchorsAndLinks(pages);
  const targetOf = builtTargets(linked, folder);
  stopAt(brokenLinks(linked, targetOf, BASE));
  const list = readFileSync(path.join(ROOT, ADDRESSES_FILE), 'utf8');
  stopAt(lostAddresses(content.addresses, list, pages, targetOf));
  stopAt(await provePdfs(folder, content));
  await alongside;
  writeHostFiles(folder, BASE);
  // Once more, for the service worker and the host's files.
  await compress(folder, last);
  return pages;
}

/** Two renames, so there's never half a site. */
function putInPlace(folder: string, outDir: string): void {
  const old = `${folder}-old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(path.dirname(outDir), { recursive: true });
  if (existsSync(outDir)) renameSync(outDir, old);
  renameSync(folder, outDir);
  rmSync(old, { recursive: true, force: true });
}
