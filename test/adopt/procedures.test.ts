import path from 'node:path';
import { expect, test } from 'vitest';
import { draftFrom } from '../../src/adopt/adopt.ts';
import { SURE } from '../../src/adopt/matchTopics.ts';
import { readMarkdown } from '../../src/adopt/readText.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { ROOT } from '../support/buildSite.ts';

const stock = readStock(path.join(ROOT, 'content'));

/** The beginnings of the clauses that are surely about sanctions. */
function sanctionsIn(text: string): string[] {
  const { matches, clauses } = draftFrom(
    readMarkdown('policy.md', `# Parent Code of Conduct\n\n${text}\n`),
    stock,
  );
  return clauses
    .filter(({ anchor }) =>
      matches.some((match) => match.anchor === anchor && match.topic === 'sanctions' && match.score >= SURE),
    )
    .map(({ text: words }) => words.replace(/^• /, '').split(' ').slice(0, 2).join(' '));
}

const WARNING = 'Send a written warning to the parent';
const BAN = 'Ban the parent from the school premises';

test('a list’s steps are about sanctions together', () => {
  const steps = `- Offer a cup of tea\n- ${WARNING}\n- ${BAN}`;
  expect(sanctionsIn(`## Breaches of the Code\n\nThe school may:\n\n${steps}`)).toEqual([
    'Offer a',
    'Send a',
    'Ban the',
  ]);
});

test('and so are paragraphs that are counted, with a right of reply after them', () => {
  const stages = [
    'Stage 1 – The headteacher will offer a cup of tea.',
    'Stage 2 – The headteacher may ban the parent from the school premises.',
    'Parents have ten working days to say what they think.',
  ];
  expect(sanctionsIn(`## What will happen\n\n${stages.join('\n\n')}`)).toEqual([
    'Stage 1',
    'Stage 2',
    'Parents have',
  ]);
});

test('but what parents do isn’t, nor what the governors have to do besides', () => {
  expect(
    sanctionsIn(
      `## Our rules\n\nParents must:\n\n- water the tulips\n- leave the premises if they are asked to leave`,
    ),
  ).not.toContain('water the');
  expect(
    sanctionsIn(
      `## Governors\n\nThe governors will:\n\n- water the tulips\n- feed the ducks\n- read this policy\n- ${BAN}`,
    ),
  ).not.toContain('water the');
});

test('what governors do with the Code itself is no step', () => {
  const steps = `- Agree and review this policy\n- ${WARNING}\n- ${BAN}`;
  expect(sanctionsIn(`## Breaches of the Code\n\nThe school may:\n\n${steps}`)).toEqual([
    'Send a',
    'Ban the',
  ]);
});
