import type { Stock } from '../../src/adopt/stock.ts';
import { thinned } from '../support/copyProject.ts';

/** The stock with few of its phrases, for what doesn’t turn on them: a Code is adopted in a fraction of the time. */
export function withFewPhrases(stock: Stock): Stock {
  return { ...stock, phrases: new Map([...stock.phrases].map(([id, text]) => [id, thinned(text, 20)])) };
}
