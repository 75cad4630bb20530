import { createHash } from 'node:crypto';
import type { Content } from '../content/load.ts';
import { searchRecords } from './records.ts';

/**
 * The script with the site's search records. It's a script rather than data to fetch, so that the page's policy needn't
 * allow connections, and its name is known while pages are built, so that they can preload it.
 *
 * @param base folder of the site, e.g. `/`
 * @returns its name, which changes with its content, and its text
 */
export function recordsFile(content: Content, base: string): { name: string; text: string } {
  const text = `export default ${JSON.stringify(searchRecords(content, base))};`;
  return { name: `records-${createHash('sha256').update(text).digest('hex').slice(0, 10)}`, text };
}
