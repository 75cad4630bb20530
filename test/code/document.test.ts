import { describe, expect, test } from 'vitest';
import { clausesOf, parseDocument } from '../../src/code/document.ts';
import { problemsOf } from '../shared/problemsOf.ts';

const read = (text: string) => parseDocument('/', [{ file: 'content/code/1.mdx', text }]);

describe('a document of the Code', () => {
  test('has its headings, paragraphs and lists in order, each clause from its marker to the next', () => {
    const document = read(
      '# Title\n\n## Part\n\n<Clause anchor="one" />First. <Clause anchor="two" />Second.\n\n- <Clause anchor="three" />Third',
    );
    expect(document.title).toBe('Title');
    expect(document.blocks.map((block) => block.kind)).toEqual(['heading', 'heading', 'paragraph', 'list']);
    expect(clausesOf(document).map(({ anchor, text, heading }) => [anchor, text, heading])).toEqual([
      ['one', 'First.', 'Part'],
      ['two', 'Second.', 'Part'],
      ['three', 'Third', 'Part'],
    ]);
  });

  test('keeps straight quotation marks, dashes and links as written', () => {
    const [clause] = clausesOf(
      read('# T\n\n<Clause anchor="a" />It\'s "so" – ([see](/appendix-1/)) -- ... ok.'),
    );
    expect(clause?.text).toBe('It\'s "so" – (see) -- ... ok.');
    expect(clause?.runs).toContainEqual({ text: 'see', href: '/appendix-1/' });
  });

  test.each([
    ['words outside a clause', '# T\n\nNo marker.', 3, 'aren’t in any clause'],
    ['a marker without an anchor', '# T\n\n<Clause />Words.', 3, 'marker'],
    ['an anchor with capitals', '# T\n\n<Clause anchor="Vision" />Words.', 3, 'marker'],
    ['a clause without words', '# T\n\n<Clause anchor="a" /> <Clause anchor="b" />B.', 3, 'has no words'],
    ['bold words', '# T\n\n<Clause anchor="a" />Some **bold** words.', 3, 'strong'],
    ['a table or quotation', '# T\n\n> quoted', 3, 'blockquote'],
    ['no title', '<Clause anchor="a" />Words.', 1, 'title is missing'],
    ['two titles', '# T\n\n# U', 1, 'more than one title'],
  ])('refuses %s, with its line', (_what, text, line, wrong) => {
    const problems = problemsOf(() => read(text));
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'content/code/1.mdx', line, wrong: expect.stringContaining(wrong) }),
    );
    for (const problem of problems) expect(problem.instead).not.toBe('');
  });
});
