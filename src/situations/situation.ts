/** The three readers for whom a route is told, in the order in which they are shown. */
export const READERS = ['affected', 'responsible', 'staff'] as const;
export type ReaderKind = (typeof READERS)[number];
/** Those of them who are no staff: what is for families, a reply or the drawing, names their routes alone. */
export const FAMILY_READERS = ['affected', 'responsible'] as const satisfies readonly ReaderKind[];

/** A clause as it is quoted: its words, and where they stand (`href` with the site's folder). */
export interface Quotation {
  anchor: string;
  /** Its first words, to tell its link from others. */
  name: string;
  text: string;
  href: string;
}

/** A detail of the school, ready to show. */
export interface Detail {
  label: string;
  text: string;
  href?: string;
}

/** Help outside the school, ready to show. */
export interface OutsideHelp {
  name: string;
  what: string;
  url: string;
  phone?: string;
  hours?: string;
}

/** A step of a route. With a quotation it is the Code's own; without one it is guidance. */
export interface Step {
  who: string;
  how: string;
  say?: string;
  next?: string;
  quotation?: Quotation;
  /** The school's details, or the one sentence that stands in for them. */
  details: Detail[];
  unset?: string;
  help: OutsideHelp[];
}

/** A situation with everything looked up: what its page and the checker's answer show. */
export interface Situation {
  id: string;
  /** Address of its page, with the site's folder. */
  href: string;
  title: string;
  summary: string;
  looksLike: string[];
  why: string;
  quotations: Quotation[];
  tellApart: { when: string; title: string; href: string }[];
  routes: Record<ReaderKind, Step[]>;
  keywords: string[];
}

export const READER_LABELS: Record<ReaderKind, string> = {
  affected: 'It happened to me or I saw it',
  responsible: 'I did it, or am thinking of it',
  staff: 'I work at the school',
};
