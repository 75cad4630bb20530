import { countTerms } from './excerpt.ts';
import type { SearchMeta } from './records.ts';
import { yieldToMain } from './yieldToMain.ts';

/** The groups of results, in order. */
export const GROUPS = ['code', 'appendix', 'situations'] as const;
export type Group = (typeof GROUPS)[number];

/** A section of the site that was found. */
export interface Found {
  group: Group;
  href: string;
  title: string;
  /** A clause's heading; empty if it's the same as the group's. */
  section: string;
  /** A clause's own words, or a situation's guidance; exactly what the page may show. */
  words: string;
}

/** The part of Pagefind's script that's used here; it comes without types. */
interface Pagefind {
  createInstance(options: object): {
    search(term: string): Promise<{ results: { data(): Promise<Fragment> }[] }>;
  };
}

interface Fragment {
  url: string;
  content: string;
  meta: SearchMeta;
  filters: { group?: string[] };
}

/** Finds the sections with all of some terms, the best first within each group. */
export type Find = (terms: readonly string[]) => Promise<Found[]>;

const OPTIONS = {
  // The records' addresses already include the site's folder.
  baseUrl: '/',
  // For some forty sections, a worker isn't worth another download and a wider policy.
  noWorker: true,
  ranking: { metaWeights: { title: 5, section: 1, keywords: 3, related: 0.5 } },
};

/**
 * Loads Pagefind.
 *
 * @param bundle address of the folder `pagefind/`
 * @param version of the index there; a new one makes the browser fetch the file that names all the others again
 * @param known a word that's certainly in the index
 * @throws if Pagefind's script, its code or its index can't be loaded; calling this again may work
 */
export async function loadPagefind(bundle: string, version: string, known: string): Promise<Find> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  const instance = pagefind.createInstance({ ...OPTIONS, basePath: bundle, metaCacheTag: version });
  // If part of its index can't be fetched, Pagefind treats that part as empty, and never tries again.
  const { results } = await instance.search(known);
  if (results.length === 0) throw new Error('The search index is incomplete.');
  return async (terms) => {
    await yieldToMain();
    const { results } = await instance.search(terms.join(' '));
    const fragments = await Promise.all(results.map((result) => result.data()));
    await yieldToMain();
    const found = fragments.filter((fragment) => hasAll(fragment, terms)).flatMap(foundOf);
    return GROUPS.flatMap((group) => found.filter((one) => one.group === group));
  };
}

/** Whether a section has all the terms, and not just words that start like them. */
function hasAll(
  { content, meta: { title, section, keywords, related } }: Fragment,
  terms: readonly string[],
): boolean {
  return countTerms([content, title, section, keywords, related].join(' '), terms) === terms.length;
}

function foundOf({ url, content, meta, filters }: Fragment): Found[] {
  const group = GROUPS.find((group) => group === filters.group?.[0]);
  return group === undefined
    ? []
    : [{ group, href: url, title: meta.title, section: meta.section ?? '', words: content }];
}
