import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Problem, stopAt } from '../shared/problem.ts';

/** The PDFs' fonts, as files of packages. Serif is for the Code's words, sans serif for everything else, and signs for what neither has. */
export const FONT_FILES = {
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  serifBold: '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  serifItalic: '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  signs: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
  sansBold: '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
} as const;

export type FontName = keyof typeof FONT_FILES;

/** A font to embed. */
export interface Font {
  /** For error messages. */
  file: string;
  bytes: Uint8Array;
}

export type Fonts = Record<FontName, Font>;

/**
 * Reads the fonts from the installed packages.
 *
 * @param files each font's file, as a package and the path in it
 * @throws ContentError naming each file that is missing
 */
export function readFonts(files: Record<FontName, string> = FONT_FILES): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const problems: Problem[] = [];
  const read = (file: string): Font => {
    try {
      return { file, bytes: readFileSync(resolve(file)) };
    } catch {
      const packageName = /^@[^/]+\/[^/]+|^[^/]+/.exec(file)?.[0] ?? file;
      problems.push({
        file,
        wrong: 'This font is missing, so the PDFs can’t be made.',
        instead: `Run \`npm ci\` to restore the package ${packageName}.`,
      });
      return { file, bytes: new Uint8Array() };
    }
  };
  const fonts = {
    serif: read(files.serif),
    serifBold: read(files.serifBold),
    serifItalic: read(files.serifItalic),
    sans: read(files.sans),
    sansBold: read(files.sansBold),
    signs: read(files.signs),
  };
  stopAt(problems);
  return fonts;
}
