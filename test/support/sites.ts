/** Ours, at the root of a host and in a folder of one. */
export const OURS = ['atRoot', 'inFolder'] as const;

/** Those of the made-up Codes in `test/adopt/codes.ts`, by name. */
export const ADOPTED = ['ticks', 'trust', 'appendices'] as const;
export type AdoptedName = (typeof ADOPTED)[number];

/** The sites that tests look at. The other school’s content was written by hand, and its colour is its own. */
export const SITES = [...OURS, 'otherSchool', ...ADOPTED] as const;
export type SiteName = (typeof SITES)[number];
