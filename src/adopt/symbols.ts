import { hex } from 'dingbat-to-unicode';

/**
 * A sign from a font such as Wingdings, as Unicode has it; mammoth does the same.
 *
 * @param code of the character, in hexadecimal, such as `F0FC`
 * @returns nothing for other fonts
 */
export function symbolIn(font: string, code: string): string | undefined {
  return (hex(font, code) ?? hex(font, code.replace(/^F0(?=..$)/, '')))?.string;
}
