import { plainText } from './plain.ts';

/** Words and runs of letters, with spaces between, by what each is worth: a whole number, as a key. */
export type Signs = Readonly<Record<string, string>>;

/**
 * What texts are told by: whole words (after `=`), and runs of letters within them, with `_` for a word’s edges.
 *
 * @param runs the shortest and the longest run
 * @returns in order, each as often as it comes
 */
export function signsOf(text: string, [shortest, longest]: readonly [number, number]): string[] {
  const signs: string[] = [];
  for (const word of plainText(text).trim().split(' ')) {
    if (word === '') continue;
    signs.push(`=${word}`);
    const edged = `_${word}_`;
    for (let size = shortest; size <= longest; size += 1)
      for (let at = 0; at + size <= edged.length; at += 1) signs.push(edged.slice(at, at + size));
  }
  return signs;
}

/** What each sign is worth. */
export function worthOf(signs: Signs): Map<string, number> {
  return new Map(
    Object.entries(signs).flatMap(([worth, all]) =>
      all.split(' ').map((sign): [string, number] => [sign, Number(worth)]),
    ),
  );
}

/** The other way round, to be sent; what's worth nothing is left out. */
export function byWorth(worth: Iterable<readonly [sign: string, worth: number]>): Signs {
  const signs: Record<string, string> = {};
  for (const [sign, value] of worth)
    if (value !== 0) signs[value] = signs[value] === undefined ? sign : `${signs[value]} ${sign}`;
  return signs;
}
