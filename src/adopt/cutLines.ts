import { isCutLine } from './markers.ts';
import type { Policy } from './policy.ts';

/** What a person should know where lines to cut along are left out. */
export const CUT_NOTE = 'A line to cut along, as above a reply slip, is left out.';

/**
 * A document without its lines to cut along, which say nothing.
 *
 * @param policy whose words have each paragraph on a line of its own
 * @returns the same if they aren’t lines of their own there
 */
export function withoutCutLines<P extends Policy>(policy: P): P {
  const parts = policy.parts.filter((part) => part.kind !== 'paragraph' || !isCutLine(part.text));
  const lines = policy.source.split(/\r?\n/);
  const source = lines.filter((line) => !isCutLine(line));
  const count = policy.parts.length - parts.length;
  if (count === 0 || count !== lines.length - source.length) return policy;
  return { ...policy, parts, source: source.join('\n'), notes: [...policy.notes, CUT_NOTE] };
}
