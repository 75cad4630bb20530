/**
 * Whether this build is the governors' draft copy: `DRAFT=1 npm run build`. Only then are drafts built. The one
 * place where that variable is read.
 */
export const DRAFT = process.env.DRAFT === '1';
