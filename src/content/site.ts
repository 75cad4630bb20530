import type { Edition } from '../code/edition.ts';
import { DRAFT } from '../shared/environment.ts';
import { resolveSituations } from '../situations/resolve.ts';
import type { SituationPage } from '../situations/situation.ts';
import { loadContent, loadOnce } from './load.ts';

/** All content, as pages and components need it. Read once in a build, and at each use during development. */
export interface SiteContent extends ReturnType<typeof loadContent> {
  resolved: SituationPage[];
  /** The editions to show, oldest first. Drafts are only shown in a draft copy. */
  editions: Edition[];
  /** The drafts among them. */
  drafts: Edition[];
}

let cached: SiteContent | undefined;

/** @throws ContentError with every mistake found under `content/` */
export function siteContent(): SiteContent {
  if (cached !== undefined && !import.meta.env.DEV) return cached;
  const content = (import.meta.env.DEV ? loadContent : loadOnce)(process.cwd());
  const editions = content.editions.filter(({ status }) => DRAFT || status !== 'draft');
  cached = {
    ...content,
    resolved: resolveSituations({ ...content, base: import.meta.env.BASE_URL }),
    editions,
    drafts: editions.filter(({ status }) => status === 'draft'),
  };
  return cached;
}
