import { decode } from '../../src/checker/reading/model.ts';
import { createReader } from '../../src/checker/reading/reader.ts';
import { rateOf } from './rate.ts';

declare global {
  interface Window {
    /** How many texts a second the checker reads in this page: see {@link rateOf}. */
    rateInPage(encoded: string, texts: readonly string[], time: number): number;
  }
}

window.rateInPage = (encoded, texts, time) => rateOf(createReader(decode(encoded)), texts, time);
