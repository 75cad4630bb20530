import type { Stock } from '../../src/adopt/stock.ts';

/** One phrase in so many is left. */
const EVERY = 20;

/** The stock with few of its phrases, for what doesn’t turn on them: a Code is adopted in a fraction of the time. */
export function withFewPhrases(stock: Stock): Stock {
  const isLeft = (line: string, at: number): boolean => /^#(?:\s|$)/.test(line) || at % EVERY === 0;
  return {
    ...stock,
    phrases: new Map(
      [...stock.phrases].map(([id, text]) => [id, text.split('\n').filter(isLeft).join('\n')]),
    ),
  };
}
