/** What the search page is asked in every part. */
export const SOUGHT = 'ofsted';

/** A page of each kind that people open, the first page first; the search page with something to search for, too. */
export const PAGES = [
  '/',
  '/appendix-1/',
  '/check/',
  '/situations/',
  '/situations/verbal-abuse/',
  '/search/',
  `/search/?q=${SOUGHT}`,
  '/staff/',
  '/governors/',
];
