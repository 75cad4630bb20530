import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCases } from '../../../src/checker/evaluation/cases.ts';
import { PHRASES_FOLDER, phrasesIn, readPhrases } from '../../../src/checker/training/phrases.ts';
import { ROOT } from '../../../src/shared/environment.ts';
import { ContentError, type Problem } from '../../../src/shared/problem.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'phrases-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The problems with a folder of these files. */
function problemsWith(files: Record<string, string>): readonly Problem[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  try {
    readPhrases(folder, 'content/phrases');
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

describe('a phrase file', () => {
  test('holds a phrase a line, with its author from the heading above', () => {
    const text = '# A note of several words\n\n# a01\nFirst one\n\n# school\n  Second one \n';
    expect(phrasesIn(text, 'sanctions', 'f')).toEqual([
      { text: 'First one', situation: 'sanctions', author: 'a01', also: [], file: 'f', line: 4 },
      { text: 'Second one', situation: 'sanctions', author: 'school', also: [], file: 'f', line: 7 },
    ]);
  });

  test('may say whose story the lines below tell, their topic, and what else would be right', () => {
    const [phrase] = phrasesIn('# t1 teller=staff topic=uniform also=sanctions,emergency\nOne', 's', 'f');
    expect(phrase).toMatchObject({
      author: 't1',
      teller: 'staff',
      topic: 'uniform',
      also: ['sanctions', 'emergency'],
    });
  });

  test('may have any line ends, a byte order mark, no last line end, and hashtags', () => {
    const texts = phrasesIn('\uFEFF# a01\r\nOne\r#two\nThree', 's', 'f').map(({ text }) => text);
    expect(texts).toEqual(['One', '#two', 'Three']);
  });
});

describe('the build stops', () => {
  test('at the same phrase under two situations, however it is spelled', () => {
    const [problem, ...others] = problemsWith({
      'a.txt': '# a01\nHe said NO!\n',
      'b.txt': 'fine\nhe said “no”\n',
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file: 'content/phrases/b.txt', line: 2 });
    expect(problem?.wrong).toContain('content/phrases/a.txt, line 2');
  });

  test('at a phrase that stands twice in one file', () => {
    expect(problemsWith({ 'a.txt': 'one more time\nother\nOne more time.' })).toMatchObject([
      { file: 'content/phrases/a.txt', line: 3 },
    ]);
  });

  test.each(['write to mum@example.org please', 'ring me on 01773 555 555', 'my number is +44 7700 900123'])(
    'at an email address or a phone number: %s',
    (text) => {
      expect(problemsWith({ 'a.txt': `fine\n${text}\n` })).toMatchObject([
        { file: 'content/phrases/a.txt', line: 2 },
      ]);
    },
  );

  test('at a file without phrases', () => {
    const problems = problemsWith({ 'a.txt': '# a01\n# nothing but notes\n', 'b.txt': 'one' });
    expect(problems).toMatchObject([{ file: 'content/phrases/a.txt' }]);
    expect(problems[0]?.wrong).toContain('without phrases');
  });

  test('at a folder without files', () => {
    expect(problemsWith({})).toHaveLength(1);
  });

  test('and tells all problems at once', () => {
    expect(problemsWith({ 'a.txt': 'x\nx\na@b.uk', 'b.txt': '' })).toHaveLength(3);
  });

  test('but not at years, times and emergency numbers', () => {
    expect(problemsWith({ 'a.txt': 'call 999 or 0800 1111\nfrom 8.45 on 12/09/2024' })).toEqual([]);
  });
});

test('the phrases of the site hold none of the cases that measure them', () => {
  const cases = new Set(readCases(ROOT).map(({ text }) => text.toLowerCase()));
  const phrases = readPhrases(PHRASES_FOLDER);
  expect(phrases.length).toBeGreaterThan(6000);
  expect(phrases.filter(({ text }) => cases.has(text.toLowerCase()))).toEqual([]);
});
