/** The number of an item: `1.`, `1)`, `1.1`, `1.1.2.`, `(a)`, `a)`, `(iv)`, `iv.` */
const NUMBER = /\d{1,2}(?:\.\d{1,2})+\.?|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,6})\)|(?:\d{1,2}|[a-z]|[ivx]{1,6})\./;

/** Signs that say whether what follows is right or wrong. */
export const SIGNS = '✔✓√☑✅✘✗✕✖❌☒☐';

const WHOLE_NUMBER = new RegExp(`^(?:${NUMBER.source})$`);
const MARKER = new RegExp(`^(?:(?:${NUMBER.source}|[${SIGNS}])(?=\\s)|[A-Z]\\.(?=\\s\\p{Ll}))`, 'u');

/** Whether a word is the number of an item, and nothing else. */
export function isItemNumber(word: string): boolean {
  return WHOLE_NUMBER.test(word);
}

/**
 * The number or sign that a list item's words begin with. It stands where other items have a bullet.
 *
 * @returns an empty string if it has none
 */
export function itemMarker(text: string): string {
  return MARKER.exec(text)?.[0] ?? '';
}
