import { breath } from './breath.ts';
import { termsIn } from './excerpt.ts';
import { GROUPS, type Group } from './groups.ts';
import type { SearchMeta } from './records.ts';

/** A section of the site that was found. */
export interface Found {
  group: Group;
  href: string;
  title: string;
  /** The heading under which a clause stands; empty where the group says it already. */
  section: string;
  /** Exactly what the page may show: a clause's own words, or the guidance of a situation. */
  words: string;
}

/** What Pagefind's script offers, as far as it is used here; it comes without types. */
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

export type Find = (terms: readonly string[]) => Promise<Found[]>;

const OPTIONS = {
  // The records' addresses start with the site's folder already.
  baseUrl: '/',
  // For some forty sections a worker would cost another download and a wider policy than it is worth.
  noWorker: true,
  ranking: { metaWeights: { title: 5, section: 1, keywords: 3, related: 0.5 } },
};

/**
 * Makes Pagefind ready.
 *
 * @param bundle address of the folder `pagefind/`
 * @param version of the index that lies there: with another, the browser asks anew for the file that names all others
 * @param known a word that the index certainly has
 * @returns what finds the sections that hold all of some terms, best first within each group
 * @throws where Pagefind's script, its code or its index cannot be loaded; loading may be tried again
 */
export async function loadPagefind(bundle: string, version: string, known: string): Promise<Find> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${bundle}pagefind.js`);
  const instance = pagefind.createInstance({ ...OPTIONS, basePath: bundle, metaCacheTag: version });
  // Pagefind takes a part of its index that cannot be fetched for one without words, and never tries again.
  const { results } = await instance.search(known);
  if (results.length === 0) throw new Error('The search index is not whole.');
  return async (terms) => {
    await breath();
    const { results } = await instance.search(terms.join(' '));
    const fragments = await Promise.all(results.map((result) => result.data()));
    await breath();
    const found = fragments.filter((fragment) => isMeant(fragment, terms)).flatMap(foundOf);
    return GROUPS.flatMap((group) => found.filter((one) => one.group === group));
  };
}

/** Whether a find holds the very terms, and not only words that start like them. */
function isMeant(
  { content, meta: { title, section, keywords, related } }: Fragment,
  terms: readonly string[],
): boolean {
  return termsIn([content, title, section, keywords, related].join(' '), terms) === terms.length;
}

function foundOf({ url, content, meta, filters }: Fragment): Found[] {
  const group = GROUPS.find((group) => group === filters.group?.[0]);
  return group === undefined
    ? []
    : [{ group, href: url, title: meta.title, section: meta.section ?? '', words: content }];
}
