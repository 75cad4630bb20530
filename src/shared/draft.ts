/**
 * Whether this build is the governors' draft copy: `DRAFT=1 npm run build`. Only then are drafts built. The one
 * place where that variable is read.
 */
export const DRAFT = process.env.DRAFT === '1';

/** A page's title, which says so where it stands in a draft copy. */
export function titleIn(title: string): string {
  return DRAFT ? `Draft copy: ${title}` : title;
}
