/**
 * The build's environment variables and the project's folder. Nothing else reads them. For the build and the pages it
 * renders, never for the browser.
 */
const { env } = process;

/** The project's folder: every command runs in it. */
export const ROOT: string = process.cwd();

/** The path the site is published under, with a slash at both ends, e.g. `/` or `/code-of-conduct/`. */
export const BASE: string = `/${(env.BASE ?? '').replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** The folder for the built site, absolute or relative to the project's. */
export const OUT_DIR: string = env.OUT_DIR ?? 'dist';

/** The site's address, if it isn't set in school.yaml or should be overridden. */
export const SITE: string | undefined = env.SITE;

/** Whether this build is the governors' draft copy (`DRAFT=1 npm run build`), the only one that shows drafts. */
export const DRAFT: boolean = env.DRAFT === '1';

/** A page's title, labelled as a draft in the draft copy. */
export function withDraftLabel(title: string): string {
  return DRAFT ? `Draft copy: ${title}` : title;
}
