import { describe, expect, test } from 'vitest';
import { FONT_FILES, readFonts } from '../../src/pdf/fonts.ts';
import { ContentError } from '../../src/shared/problem.ts';

describe('the PDFs’ fonts', () => {
  test('are all installed', () => {
    for (const { bytes } of Object.values(readFonts())) expect(bytes.length).toBeGreaterThan(10_000);
  });

  test('stop the build if files are missing, naming each and its package', () => {
    const files = { ...FONT_FILES, serif: '@some/package/Regular.ttf', sans: 'another/Sans.ttf' };
    expect(() => readFonts(files)).toThrow(ContentError);
    expect(() => readFonts(files)).toThrow(
      /@some\/package\/Regular\.ttf[\s\S]*missing[\s\S]*npm ci[\s\S]*the package @some\/package\./,
    );
    expect(() => readFonts(files)).toThrow(/another\/Sans\.ttf[\s\S]*the package another\./);
  });
});
