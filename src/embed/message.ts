/** What the embedding page asks the frame: how tall is your content? */
export const HEIGHT_REQUEST = 'parent-code-checker: how tall?';

/** The frame's answer, in CSS pixels. Nothing else ever passes between the two. */
export interface HeightMessage {
  parentCodeHeight: number;
}

/** Taller than any answer on the narrowest phone. */
const MAX_HEIGHT = 50_000;

/**
 * Reads a message that may be the frame's answer.
 *
 * @param data anything
 * @returns the height in CSS pixels, a whole number; undefined if the message is anything else
 */
export function readHeight(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null || !('parentCodeHeight' in data)) return undefined;
  const { parentCodeHeight: height, ...more } = data;
  if (typeof height !== 'number' || !Number.isInteger(height) || Object.keys(more).length > 0)
    return undefined;
  return height > 0 && height <= MAX_HEIGHT ? height : undefined;
}
