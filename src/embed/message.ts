/**
 * All that ever passes between the frame and the page that holds it: the page asks how tall the content is, and the
 * frame answers with one number.
 */

/** What the page asks. */
export const QUESTION = 'parent-code-checker: how tall?';

/** What the frame answers: its height in CSS pixels. */
export interface HeightMessage {
  parentCodeHeight: number;
}

/** Taller than any answer on the narrowest phone; more is not believed. */
const TALLEST = 50_000;

/**
 * Reads a message that claims to be the frame's answer.
 *
 * @param data whatever came
 * @returns the height in CSS pixels, a whole number; nothing where the message is anything else
 */
export function heightIn(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('parentCodeHeight' in data)) return undefined;
  const { parentCodeHeight: height, ...more } = data;
  if (typeof height !== 'number' || !Number.isInteger(height) || Object.keys(more).length > 0)
    return undefined;
  return height > 0 && height <= TALLEST ? height : undefined;
}
