/**
 * Whole numbers as printable ASCII, a character for each small one, so that a script's compression sees them as they
 * are. Base 45, lowest digit first; all digits but the last are marked. Without the quotation mark and the
 * backslash, which a string in a script would escape.
 */
const BASE = 45;
const ALPHABET = Array.from({ length: 2 * BASE + 1 }, (_, n) => String.fromCharCode(n + 35))
  .filter((character) => character !== '\\')
  .join('');

/** @param number whole, 0 or more */
export function numberAsText(number: number): string {
  let text = '';
  let rest = number;
  for (; rest >= BASE; rest = Math.floor(rest / BASE)) text += ALPHABET[BASE + (rest % BASE)];
  return text + ALPHABET[rest];
}

/** Reads the numbers of a text one after the other; 0 after its end. */
export function createNumberReader(text: string): () => number {
  let at = 0;
  return () => {
    let number = 0;
    for (let worth = 1; at < text.length; worth *= BASE) {
      const code = text.charCodeAt(at);
      at += 1;
      const digit = code - (code > 92 ? 36 : 35);
      number += (digit % BASE) * worth;
      if (digit < BASE) break;
    }
    return number;
  };
}
