import { describe, expect, test } from 'vitest';
import { type EditionSource, readEditions } from '../../src/code/editions.ts';
import type { Problem } from '../../src/shared/problem.ts';
import { problemsOf } from '../shared/problemsOf.ts';
import { fixtureSources } from '../support/fixtureEditions.ts';

const SCHOOL = 'name: Example School\nadopted: 2025-05-07\nreview: 2025-01-01';
const problems = (sources: EditionSource[], school = {}) =>
  problemsOf(() => readEditions(sources, { text: SCHOOL, ...school }));
const changed = (name: string, change: (source: EditionSource) => Partial<EditionSource>): EditionSource[] =>
  fixtureSources().map((source) => (source.name === name ? { ...source, ...change(source) } : source));
const metadata = (name: string, before: string | RegExp, after: string): EditionSource[] =>
  changed(name, (source) => ({ metadata: source.metadata?.replace(before, after) }));
const words = (name: string, bytes: Uint8Array | string): EditionSource[] =>
  changed(name, () => ({ words: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes }));

describe('the editions of a school', () => {
  test('are in the natural order of their names, drafts last', () => {
    expect(readEditions(fixtureSources(), { text: '' }).map(({ name }) => name)).toEqual([
      'edition-1',
      'edition-2',
      'edition-10',
      'draft-11',
    ]);
  });

  test('have the SHA-256 of their words, as in FIPS 180-4', () => {
    const [edition] = readEditions(words('edition-1', 'abc'), { text: '' });
    expect(edition?.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('may start with a byte order mark and have Windows line endings', () => {
    const [edition] = readEditions(words('edition-1', '\uFEFFOne line.\r\n\r\nAnother.\r\n'), { text: '' });
    expect(edition?.text).toBe('One line.\r\n\r\nAnother.\r\n');
  });
});

describe('an edition is refused', () => {
  const YAML = 'content/editions/edition-2.yaml';
  const TEXT = 'content/editions/edition-2.txt';
  test.each<[string, EditionSource[], Partial<Problem>]>([
    [
      'with an unknown key',
      metadata('edition-2', 'summary:', 'sumary:'),
      { file: YAML, line: 5, wrong: '“sumary” isn’t a recognised key' },
    ],
    [
      'with an unknown status',
      metadata('edition-2', 'superseded', 'old'),
      { file: YAML, line: 2, wrong: '“status” isn’t right' },
    ],
    [
      'with an impossible date',
      metadata('edition-2', '2022-05-03', '2022-02-30'),
      { file: YAML, line: 3, wrong: 'isn’t a real date' },
    ],
    [
      'without its words',
      changed('edition-2', () => ({ words: undefined })),
      { file: TEXT, wrong: 'is missing' },
    ],
    [
      'with an empty file of words',
      words('edition-2', ' \n\n'),
      { file: TEXT, wrong: 'no words in this file' },
    ],
    [
      'without its metadata',
      changed('edition-2', () => ({ metadata: undefined })),
      { file: YAML, wrong: `are in ${TEXT}` },
    ],
    [
      'in an encoding other than UTF-8',
      words('edition-2', Uint8Array.of(0x41, 0x0a, 0x93, 0x41, 0x94)),
      { file: TEXT, line: 2, wrong: 'isn’t saved as UTF-8' },
    ],
    ['with a tab', words('edition-2', 'One\n\ntwo\tthree'), { file: TEXT, line: 3, wrong: 'a tab' }],
    [
      'with an invisible character',
      words('edition-2', 'One\ntwo\u00ADthree'),
      { file: TEXT, line: 2, wrong: 'U+00AD' },
    ],
    [
      'as the second edition in force',
      metadata('edition-2', 'superseded', 'adopted'),
      { file: 'content/editions/edition-10.yaml', line: 2, wrong: 'Two editions' },
    ],
    [
      'if none is in force',
      metadata('edition-10', 'adopted', 'superseded'),
      { file: 'content/editions', wrong: 'No edition' },
    ],
    [
      'in force before a superseded one',
      metadata('edition-2', 'superseded', 'adopted').map((source) =>
        source.name === 'edition-10'
          ? { ...source, metadata: source.metadata?.replace('status: adopted', 'status: superseded') }
          : source,
      ),
      { file: YAML, line: 2, wrong: 'comes after it and is superseded' },
    ],
    [
      'adopted before the previous edition',
      metadata('edition-2', '2022-05-03', '2018-05-03'),
      { file: YAML, line: 3, wrong: 'before edition-1' },
    ],
    [
      'superseded before it was adopted',
      metadata('edition-2', '2025-05-06', '2021-05-06'),
      { file: YAML, line: 4, wrong: 'before it was adopted' },
    ],
    [
      'in force with a date of being superseded',
      metadata('edition-10', 'adopted: ', 'superseded: 2025-05-06\nadopted: '),
      { file: 'content/editions/edition-10.yaml', line: 3, wrong: 'no longer in force' },
    ],
    [
      'as a draft with a date of adoption',
      metadata('draft-11', 'status: draft', 'status: draft\nadopted: 2026-01-01'),
      { file: 'content/editions/draft-11.yaml', line: 3, wrong: 'a draft, but' },
    ],
  ])('%s', (_what, sources, expected) => {
    const { wrong = '', ...place } = expected;
    const found = problems(sources);
    expect(found).toContainEqual(
      expect.objectContaining({ ...place, wrong: expect.stringContaining(wrong) }),
    );
    for (const { instead } of found) expect(instead).toMatch(/\w{3}.*\.$/);
  });

  test.each<[string, object, number, string]>([
    ['a different date of adoption in school.yaml', { adopted: '2025-05-07' }, 2, '2025-05-06'],
    ['a review due before adoption', { review: '2025-01-01' }, 3, 'before the Code was adopted'],
  ])('with %s', (_what, school, line, wrong) => {
    expect(problems(fixtureSources(), school)).toEqual([
      expect.objectContaining({ file: 'content/school.yaml', line, wrong: expect.stringContaining(wrong) }),
    ]);
  });

  test('together with every other mistake', () => {
    const sources = words('edition-2', 'a\tb').map((source) =>
      source.name === 'edition-1' ? { ...source, metadata: undefined } : source,
    );
    expect(problems(sources).map(({ file }) => file)).toEqual([
      'content/editions/edition-1.yaml',
      'content/editions/edition-2.txt',
    ]);
  });
});
