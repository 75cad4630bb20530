/**
 * What a build is told through environment variables, and where the project is. Read here and nowhere else. For the
 * build and the pages it makes, never for the browser.
 */
const { env } = process;

/** The project's folder: every command runs in it. */
export const ROOT: string = process.cwd();

/** The folder of the host that the site is published in, with a slash at both ends, e.g. `/` or `/code-of-conduct/`. */
export const BASE: string = `/${(env.BASE ?? '').replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');

/** The folder that the built site is written to, from the project's or absolute. */
export const OUT_DIR: string = env.OUT_DIR ?? 'dist';

/** The address of the host, where school.yaml doesn't give one or another is wanted. */
export const SITE: string | undefined = env.SITE;

/** Whether this build is the governors' draft copy (`DRAFT=1 npm run build`): only that copy shows drafts. */
export const DRAFT: boolean = env.DRAFT === '1';

/** A page's title, which in a draft copy says so. */
export function titleIn(title: string): string {
  return DRAFT ? `Draft copy: ${title}` : title;
}
