import { expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { quotationOf, quotationsFor } from '../../src/staff/quotations.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadOnce(ROOT);
const quotations = quotationsFor({ ...content, title: content.code.title, base: '/folder/' });

test('there is one for every clause and every situation', () => {
  expect(Object.keys(quotations)).toEqual([
    ...[...content.clauses.keys()].map((anchor) => `/c/${anchor}/`),
    ...[...content.situations.keys()].map((id) => `/s/${id}/`),
  ]);
});

test.each([...content.situations])(
  '%s has the words of every clause it cites, and its link',
  (id, { cites }) => {
    const blocks = quotations[`/s/${id}/`] ?? [];
    expect(blocks.flatMap((block) => (block.kind === 'quotation' ? [block.lines.at(-1)] : []))).toEqual(
      cites.map((anchor) => content.clauses.get(anchor)?.text),
    );
    expect(blocks.at(-1)).toEqual({
      kind: 'text',
      runs: [{ text: `/folder/s/${id}/`, href: `/folder/s/${id}/` }],
    });
  },
);

test('a row of a table is one line, each cell after the name of its column', () => {
  const [clause] = content.clauses.values();
  if (clause === undefined) throw new Error('There’s no clause.');
  const row = { ...clause, leadIn: 'Step | Who takes it', text: '2. A letter | The head' };
  expect(quotationOf(row)).toMatchObject({ lines: ['Step: 2. A letter; Who takes it: The head'] });
});

test('a clause under no heading but the Code’s title comes after the title alone', () => {
  const [[anchor, clause] = []] = content.clauses;
  if (anchor === undefined || clause === undefined) throw new Error('There’s no clause.');
  const clauses = new Map([[anchor, { ...clause, heading: '' }]]);
  const [heading] =
    quotationsFor({ ...content, clauses, title: 'Our Code', base: '/' })[`/c/${anchor}/`] ?? [];
  expect(heading).toEqual({ kind: 'heading', text: 'Our Code' });
});
