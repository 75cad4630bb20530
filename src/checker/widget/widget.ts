import type { Model } from '../reading/model.ts';

/** What the loaded widget lets the page do. */
export interface Widget {
  /** The text has changed: the answer follows after a short pause. */
  typed(): void;
  /** The answer is wanted at once, and the reader is taken to it. */
  answerNow(): void;
  /** From now on, what's typed is read with another model. */
  readWith(model: Model): void;
}
