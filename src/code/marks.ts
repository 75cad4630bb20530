/** Marks an element of the built HTML that contains only the Code's words and the elements marked below. */
export const WORDS_ATTRIBUTE = 'data-code-words';
/** Marks what isn't the Code's inside such an element: the link icon at a clause. */
export const OURS_ATTRIBUTE = 'data-not-code';
/** Marks a quotation; its value is the quoted clause's anchor. */
export const QUOTATION_ATTRIBUTE = 'data-quotation';
/** Marks the sentence that a quoted list item finishes; its value is that item's anchor. */
export const LEAD_IN_ATTRIBUTE = 'data-lead-in';
/** Marks the heading that a quoted clause is under; its value is the clause's anchor. */
export const HEADING_ATTRIBUTE = 'data-heading';
