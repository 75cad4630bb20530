/** Marks on Latin letters, and the vowel signs and stretchers of Arabic, that people leave out when they text. */
const LEFT_OUT = /[\u0300-\u036f\u064b-\u065f\u0670\u0640'’‘ʼ´`]/gu;

/** Letters that people type for one another, on keyboards of other languages or without thinking. */
const SAME: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ø: 'o',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ة: 'ه',
  ە: 'ه',
};
const ANY_OF_THEM = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');

/**
 * A text as languages are told by and danger is looked for: lower case, without what people leave out when they text,
 * words apart by single spaces, one before the first and after the last. Other marks, such as Bengali vowels, stay.
 */
export function plainText(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(LEFT_OUT, '')
    .replace(ANY_OF_THEM, (letter) => SAME[letter] ?? letter);
  return ` ${plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()} `;
}
