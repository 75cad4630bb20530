import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/code/document.ts';
import { readStatement } from '../../src/content/statement.ts';
import { problemsOf } from '../shared/problemsOf.ts';

const FILE = 'content/pages/cats.mdx';
const GOOD = '---\ntitle: Cats\ndescription: On cats.\n---\n\nWe like *cats*.\n';

describe('a statement', () => {
  test.each([GOOD, GOOD.replaceAll('\n', '\r\n')])(
    'has its name from its file, and its front matter',
    (text) => {
      expect(readStatement({ file: FILE, text })).toMatchObject({
        name: 'cats',
        file: FILE,
        title: 'Cats',
        description: 'On cats.',
      });
    },
  );

  test.each([
    ['no front matter', 'We like cats.', 1, 'The title and description of the page are missing.'],
    [
      'front matter that isn’t closed',
      '---\ntitle: Cats\n',
      1,
      'The title and description of the page are missing.',
    ],
    ['no title', GOOD.replace('title: Cats\n', ''), 1, '“title” is missing.'],
    ['a misspelt key', GOOD.replace('description', 'desription'), 3, '“desription” isn’t a recognised key'],
    ['an open bracket', `${GOOD}\nThree <4.\n`, 8, 'This can’t be read: Unexpected character'],
  ])('with %s is refused, with the line', (_what, text, line, wrong) => {
    const problems = problemsOf(() => readStatement({ file: FILE, text }));
    expect(problems).toContainEqual(
      expect.objectContaining({ file: FILE, line, wrong: expect.stringContaining(wrong) }),
    );
  });

  test('needs a file name that can be an address', () => {
    const problems = problemsOf(() => readStatement({ file: 'content/pages/My cats.mdx', text: GOOD }));
    expect(problems.map(({ wrong }) => wrong)).toEqual([expect.stringContaining('The name of the file')]);
  });
});

test('a file of the Code that can’t be read is reported with its line too', () => {
  const text = '# Code\n\n<Clause anchor="one" />Arrive at {nine.\n';
  const problems = problemsOf(() => parseDocument('/', [{ file: 'content/code/1.mdx', text }]));
  expect(problems).toEqual([expect.objectContaining({ file: 'content/code/1.mdx', line: 3 })]);
});
