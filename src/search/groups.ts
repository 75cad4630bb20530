/** The groups in which results stand, in their order. */
export const GROUPS = ['The Code', 'Appendix 1', 'Situations'] as const;
export type Group = (typeof GROUPS)[number];
