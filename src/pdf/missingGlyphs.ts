import type { Fonts } from './fonts.ts';
import { fontFor } from './text.ts';
import { createWriter } from './writer.ts';

/** The fonts of the Code’s words, of its headings and of tables that repeat them. */
const SHOWING = ['serif', 'serifBold', 'sans', 'sansBold'] as const;

/**
 * Finds what no PDF could show.
 *
 * @param title is in the footers too, where no other font takes the place of one that lacks a character
 * @returns each text that has such characters, with the characters
 */
export function missingGlyphs(
  title: string,
  texts: readonly string[],
  fonts: Fonts,
): { text: string; characters: string[] }[] {
  const { pdf } = createWriter({ title: '', author: '', content: '' }, fonts);
  const inText = (character: string): boolean =>
    SHOWING.every((font) => fontFor(pdf, character, font) !== undefined);
  const inTitle = (character: string): boolean => pdf.font('sans').canShow(character) && inText(character);
  const lacking = (text: string, isShown: (character: string) => boolean) => {
    const characters = [...new Set(text.replaceAll(/\s/g, ''))].filter((character) => !isShown(character));
    return characters.length === 0 ? [] : [{ text, characters }];
  };
  return [...lacking(title, inTitle), ...texts.flatMap((text) => lacking(text, inText))];
}
