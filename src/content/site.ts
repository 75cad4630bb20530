import type { Edition } from '../code/edition.ts';
import { DRAFT } from '../shared/environment.ts';
import { resolveSituations } from '../situations/resolve.ts';
import type { Situation } from '../situations/situation.ts';
import { loadContent, loadOnce } from './load.ts';

/** All content, as pages and components need it. Read again at each use while developing, once in a build. */
export interface SiteContent extends ReturnType<typeof loadContent> {
  resolved: Situation[];
  /** The editions that are shown, oldest first: drafts only in a draft copy, so that elsewhere none leaves a trace. */
  editions: Edition[];
  /** The drafts among them. */
  drafts: Edition[];
}

let kept: SiteContent | undefined;

/** @throws ContentError with every mistake found under `content/` */
export function siteContent(): SiteContent {
  if (kept !== undefined && !import.meta.env.DEV) return kept;
  const content = (import.meta.env.DEV ? loadContent : loadOnce)(process.cwd());
  const editions = content.editions.filter(({ status }) => DRAFT || status !== 'draft');
  kept = {
    ...content,
    resolved: resolveSituations({ ...content, base: import.meta.env.BASE_URL }),
    editions,
    drafts: editions.filter(({ status }) => status === 'draft'),
  };
  return kept;
}
