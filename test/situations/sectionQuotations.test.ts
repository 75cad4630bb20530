import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { html } from '../../src/shared/html.ts';
import { SectionQuotations } from '../../src/situations/SectionQuotations.tsx';

test('a section’s clauses are all quoted, in order: paragraphs, lists below what leads to them, and rows', () => {
  const quotations = [
    { text: 'Our pond is small.' },
    { text: 'It has two ducks.' },
    { text: 'Swim', leadIn: 'Please don’t:' },
    { text: 'Shout', leadIn: 'Please don’t:' },
    { text: 'The keeper is kind.' },
    { text: '1 | A word', leadIn: 'Step | What' },
  ].map((each, at) => ({ ...each, anchor: `clause-${at}`, name: each.text, href: `/#clause-${at}` }));
  const shown = parse(html(SectionQuotations, { quotations }));
  const quoted = shown.querySelectorAll('[data-quotation]');
  expect(quoted.map((each) => each.getAttribute('data-quotation'))).toEqual(
    quotations.map(({ anchor }) => anchor),
  );
  expect(quoted.map((each) => each.text.trim())).toEqual([
    'Our pond is small.',
    'It has two ducks.',
    'Swim',
    'Shout',
    'The keeper is kind.',
    'Step 1 What A word',
  ]);
  expect(shown.querySelectorAll('[data-lead-in]').map(({ text }) => text)).toEqual(['Please don’t:']);
});
