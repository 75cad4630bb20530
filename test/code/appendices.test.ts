import { describe, expect, test } from 'vitest';
import { readAppendices } from '../../src/code/appendices.ts';
import { clausesOf } from '../../src/code/document.ts';
import { problemsOf } from '../shared/problemsOf.ts';

const sources = (title: string) => [
  { file: 'content/appendix/1.mdx', text: `\n# ${title}\n\n<Clause anchor="one" />One.` },
  { file: 'content/appendix/2.mdx', text: '<Clause anchor="two" />Two.' },
];
const problems = (title: string) =>
  problemsOf(() => readAppendices(sources(title), new Set(['/check/', '/privacy/'])));

describe('the appendix', () => {
  test('has the address in its title, with all of its clauses', () => {
    const appendices = readAppendices(sources('Annex – Ponds'), new Set(['/check/']));
    expect(appendices).toMatchObject([{ page: '/annex/', title: 'Annex – Ponds' }]);
    const clauses = appendices.flatMap(clausesOf);
    expect(clauses.map(({ anchor, page }) => `${page}#${anchor}`)).toEqual(['/annex/#one', '/annex/#two']);
  });

  test('is one for each file with a title, and the files after it', () => {
    const [first, ...rest] = sources('Annex A – Ponds');
    const another = {
      file: 'content/appendix/3.mdx',
      text: '# Annex B: Reeds\n\n<Clause anchor="three" />Three.',
    };
    const appendices = readAppendices([...(first ? [first] : []), ...rest, another], new Set());
    expect(appendices.map(({ page }) => page)).toEqual(['/annex-a/', '/annex-b/']);
    expect(appendices.map((appendix) => clausesOf(appendix).length)).toEqual([2, 1]);
  });

  test('is none if there are no files', () => {
    expect(readAppendices([], new Set())).toEqual([]);
  });

  test('cannot have the address of another', () => {
    const [again] = sources('Annex: Reeds');
    const [problem] = problemsOf(() =>
      readAppendices(
        [...sources('Annex – Ponds'), ...(again ? [{ ...again, file: 'content/appendix/3.mdx' }] : [])],
        new Set(),
      ),
    );
    expect(problem).toMatchObject({ file: 'content/appendix/3.mdx' });
    expect(problem?.wrong).toContain('/annex/');
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
