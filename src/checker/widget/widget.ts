/** What the loaded widget lets the page do. */
export interface Widget {
  /** The text has changed: the answer follows after a short pause. */
  typed(): void;
  /** The answer is wanted at once, and the reader is taken to it. */
  answerNow(): void;
}
