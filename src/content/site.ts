import type { Edition } from '../code/edition.ts';
import { DRAFT } from '../shared/environment.ts';
import { resolveSituations } from '../situations/resolve.ts';
import type { Situation } from '../situations/situation.ts';
import { loadContent, loadOnce } from './load.ts';

/** All content for pages and components: read once per build, or at each use during development. */
export interface SiteContent extends ReturnType<typeof loadContent> {
  resolved: Situation[];
  /** The editions to show, oldest first: drafts only in a draft copy, so that they leave no trace elsewhere. */
  editions: Edition[];
}

let cached: SiteContent | undefined;

/** @throws ContentError with every mistake found under `content/` */
export function siteContent(): SiteContent {
  if (cached !== undefined && !import.meta.env.DEV) return cached;
  const content = (import.meta.env.DEV ? loadContent : loadOnce)(process.cwd());
  cached = {
    ...content,
    resolved: resolveSituations({ ...content, base: import.meta.env.BASE_URL }),
    editions: content.editions.filter(({ status }) => DRAFT || status !== 'draft'),
  };
  return cached;
}
