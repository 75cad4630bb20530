import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

/** Address of the headings' font, from the site's root. */
export const HEADING_FONT = '/heading.woff2';

const FILE = '@expo-google-fonts/bricolage-grotesque/600SemiBold/BricolageGrotesque_600SemiBold.ttf';

/**
 * The headings' font with only the characters that these texts use, so that names in Welsh or Polish come along and
 * nothing else does. Alternative glyphs, such as fractions, stay out: they would double it.
 *
 * @returns WOFF2
 */
export function headingFont(texts: readonly string[]): Promise<Buffer> {
  const characters = [...new Set(texts.join('').replace(/\d/g, ''))].sort().join('');
  const font = readFileSync(createRequire(import.meta.url).resolve(FILE));
  return subsetFont(font, characters, { targetFormat: 'woff2', noLayoutClosure: true });
}
