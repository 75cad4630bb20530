import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formOf, wordsOf } from '../../../src/checker/reading/words.ts';

const forms = (text: string): string[] => wordsOf(text).map(({ form }) => form);

describe('words', () => {
  test('are the same whatever the case, the quotes and the accents', () => {
    expect(forms('DON’T shout, Zoë')).toEqual(['dont', 'shout', 'zoe']);
    expect(forms("don't shout, zoe")).toEqual(['dont', 'shout', 'zoe']);
  });

  test('know their place in what was typed', () => {
    const text = '  She said “shut up”, the ÉCOLE!';
    expect(wordsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'She',
      'said',
      'shut',
      'up',
      'the',
      'ÉCOLE',
    ]);
  });

  test('keep the stars of a masked swear word', () => {
    expect(forms('f***ing idiot')).toEqual(['f***ing', 'idiot']);
  });

  test('tell sentences apart', () => {
    expect(wordsOf('He hit me. I cried\nThen home').map(({ sentence }) => sentence)).toEqual([
      0, 0, 0, 1, 1, 2, 2,
    ]);
  });

  test('are none in emoji, punctuation or half a character', () => {
    for (const text of ['', ' \n\t', '😀👨‍👩‍👧❤️1️⃣', '?!…—', '\ud800', '\udc00\ud800'])
      expect(forms(text)).toEqual([]);
  });

  test('lie in order, apart, within the text, and have a form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let last = 0;
        for (const { start, end, form } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(form).not.toBe('');
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('are the same whichever sharp s they are written with', () => {
    expect(['STRASSE', 'straße', 'STRAẞE'].map(formOf)).toEqual(['strasse', 'strasse', 'strasse']);
  });

  test('have forms that stay as they are when formed again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => formOf(formOf(text)) === formOf(text)));
  });
});
