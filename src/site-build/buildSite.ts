import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'astro';
import { accentInWords } from '../school/accent.ts';
import { groundsOf } from '../school/tokens.ts';
import { ADDRESSES_FILE, forwardingPages } from '../addresses/registry.ts';
import { draftProblems } from '../governors/lostAnchors.ts';
import { filesToKeep } from '../offline/filesToKeep.ts';
import { writeServiceWorker } from '../offline/writeServiceWorker.ts';
import { GUIDANCE_AGE, hardGuidance, readabilityReport } from '../readability/report.ts';
import type { Content } from '../content/load.ts';
import { stopAt } from '../shared/problem.ts';
import { unsetKeys } from '../school/school.ts';
import { searchIndexOnce } from '../search/searchIndex.ts';
import { anchorsAndLinks } from './anchorsAndLinks.ts';
import { brokenLinks } from './brokenLinks.ts';
import { type BuiltPages, builtPages } from '../shared/builtPages.ts';
import { builtTargets } from './builtTargets.ts';
import { compress } from './compress.ts';
import { contentOnce } from '../content/loadOnce.ts';
import { DRAFT } from '../shared/draft.ts';
import { writeHostFiles } from './hostFiles.ts';
import { lostAddresses } from './lostAddresses.ts';
import { writeOwnPolicies } from './csp.ts';
import { prove } from './prove.ts';
import { provePdfs } from './provePdfs.ts';

/**
 * Builds the site: first beside `dist/`, then in its place once everything has been proved, so that a mistake
 * leaves the last good site as it was.
 *
 * @param root folder of the project
 * @throws ContentError where anything in the content is not as it must be; the last good site is as it was
 */
export async function buildSite(root: string): Promise<void> {
  const dist = path.resolve(root, process.env.OUT_DIR ?? 'dist');
  const folder = path.join(root, '.build', `next-${path.basename(dist)}`);
  const base = `/${(process.env.BASE ?? '/').replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const content = contentOnce(root);
  if (DRAFT) stopAt(draftProblems(content, content.waiting));
  rmSync(folder, { recursive: true, force: true });
  // Pagefind makes it in a process of its own, while the pages that ask for it are still under way.
  searchIndexOnce(root, base).catch(() => undefined);
  // What goes wrong is told below, once, in words for whoever wrote the content.
  await build({ root, outDir: folder, logLevel: 'silent' });
  const pages = writeOwnPolicies(builtPages(folder), folder);
  // The pages change no more. What other threads and processes do for the most part goes on while they are proved.
  const besides = Promise.all([
    compress(folder, dist),
    DRAFT ? undefined : keepOffline(pages, folder, base, content),
  ]);
  // What fails there is told where it is waited for, unless a proof fails before.
  besides.catch(() => undefined);
  stopAt(prove(pages, content));
  const linked = anchorsAndLinks(pages);
  const targetOf = builtTargets(linked, folder);
  stopAt(brokenLinks(linked, targetOf, base));
  const list = readFileSync(path.join(root, ADDRESSES_FILE), 'utf8');
  stopAt(lostAddresses(content.addresses, list, pages, targetOf));
  stopAt(await provePdfs(folder, content));
  await besides;
  writeHostFiles(folder, base);
  // What has come since, such as the service worker.
  await compress(folder, dist);
  putInPlace(folder, dist);
  console.log(
    `Built ${pages.size} pages into ${path.relative(root, dist)}/. Every word of the Code on them and in its PDFs is the adopted one.`,
  );
  const unset = unsetKeys(content.school);
  if (unset.length > 0) console.log(`Not set in content/school.yaml: ${unset.join(', ')}.`);
  if (content.school.accent !== undefined)
    for (const { says } of accentInWords(content.school.accent, groundsOf(root))) console.log(says);
  if (DRAFT)
    console.log('This is a draft copy, for the governors. Do not publish it: build again without DRAFT=1.');
  const hard = hardGuidance(readabilityReport(content));
  if (hard.length > 0)
    console.log(
      `Harder to read than at age ${GUIDANCE_AGE}; shorter sentences and words help:\n${hard.join('\n')}`,
    );
}

/** Writes what keeps the site on a reader's device. */
async function keepOffline(pages: BuiltPages, folder: string, base: string, content: Content): Promise<void> {
  await writeServiceWorker(
    folder,
    filesToKeep(pages, folder, base, content),
    forwardingPages(content.addresses, [...content.clauses.values()]),
  );
}

/** Two renames, so that there is no moment with half a site. */
function putInPlace(folder: string, dist: string): void {
  const old = `${folder}-old`;
  rmSync(old, { recursive: true, force: true });
  mkdirSync(path.dirname(old), { recursive: true });
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(folder, dist);
  rmSync(old, { recursive: true, force: true });
}
