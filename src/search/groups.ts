/** The groups in which results stand, in their order. */
export const GROUPS = ['code', 'appendix', 'situations'] as const;
export type Group = (typeof GROUPS)[number];
