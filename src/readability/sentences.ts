const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });

/**
 * The sentences of a text. Each line is one or more sentences of its own: a heading or the item of a list ends
 * where its line ends, full stop or not. Lines without a letter are none.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/**
 * The words of a text, as they are written. Contractions and hyphenated words are one word each, as Flesch counted
 * them. Figures are left out: no syllables can be read off `999` or `2.2`.
 */
export function wordsOf(text: string): string[] {
  return text.match(/\p{L}+(?:[’'-]\p{L}+)*/gu) ?? [];
}
