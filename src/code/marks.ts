/** Marks, in the built HTML, an element that holds nothing but the Code's words and what is named below. */
export const WORDS_ATTRIBUTE = 'data-code-words';
/** Marks, inside such an element, what is ours and not the Code's: the link sign at a clause. */
export const OURS_ATTRIBUTE = 'data-not-code';
/** Marks a quotation; its value is the anchor of the clause quoted. */
export const QUOTATION_ATTRIBUTE = 'data-quotation';
/** Marks the sentence before a list that a quoted item of it finishes; its value is the anchor of that item. */
export const LEAD_IN_ATTRIBUTE = 'data-lead-in';
