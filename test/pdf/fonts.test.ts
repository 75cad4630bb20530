import { describe, expect, test } from 'vitest';
import { FONT_FILES, readFonts } from '../../src/pdf/fonts.ts';
import { ContentError } from '../../src/shared/problem.ts';

describe('the fonts of the PDFs', () => {
  test('are all there', () => {
    for (const { bytes } of Object.values(readFonts())) expect(bytes.length).toBeGreaterThan(10_000);
  });

  test('stop the build where files are missing, and say which, and how to get the package back', () => {
    const files = { ...FONT_FILES, serif: '@some/package/Regular.ttf', sans: 'another/Sans.ttf' };
    expect(() => readFonts(files)).toThrow(ContentError);
    expect(() => readFonts(files)).toThrow(
      /@some\/package\/Regular\.ttf[\s\S]*missing[\s\S]*npm ci[\s\S]*@some\/package back/,
    );
    expect(() => readFonts(files)).toThrow(/another\/Sans\.ttf[\s\S]*package another back/);
  });
});
