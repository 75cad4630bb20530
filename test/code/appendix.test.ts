import { describe, expect, test } from 'vitest';
import { readAppendix } from '../../src/code/appendix.ts';
import { clausesOf } from '../../src/code/document.ts';
import { problemsOf } from '../shared/problemsOf.ts';

const sources = (title: string) => [
  { file: 'content/appendix/1.mdx', text: `\n# ${title}\n\n<Clause anchor="one" />One.` },
  { file: 'content/appendix/2.mdx', text: '<Clause anchor="two" />Two.' },
];
const problems = (title: string) =>
  problemsOf(() => readAppendix(sources(title), new Set(['/check/', '/privacy/'])));

describe('the appendix', () => {
  test('has the address in its title, with all of its clauses', () => {
    const appendix = readAppendix(sources('Annex – Ponds'), new Set(['/check/']));
    expect(appendix).toMatchObject({ page: '/annex/', title: 'Annex – Ponds' });
    const clauses = appendix === undefined ? [] : clausesOf(appendix);
    expect(clauses.map(({ anchor, page }) => `${page}#${anchor}`)).toEqual(['/annex/#one', '/annex/#two']);
  });

  test('is undefined if there are no files', () => {
    expect(readAppendix([], new Set())).toBeUndefined();
  });

  test.each([
    ['Check – Ponds', 'the address /check/, and another page'],
    ['Privacy: Ponds', 'the address /privacy/, and another page'],
    ['附錄 – 池塘', 'no letter from a to z'],
  ])('cannot be called “%s”', (title, wrong) => {
    const [problem, ...more] = problems(title);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: 'content/appendix/1.mdx', line: 2 });
    expect(problem?.wrong).toContain(wrong);
    expect(problem?.instead).toContain('“Annex – ”');
  });
});
