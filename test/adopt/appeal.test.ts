import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readMarkdown } from '../../src/adopt/readText.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { situationSchema } from '../../src/situations/schema.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));
const BAN = '## Breaches of the Code\n\nThe headteacher may ban a parent from the school premises.';

/** Who each reader of the page on bans is sent to, with the clause that’s quoted there. */
function stepsFor(text: string): string[] {
  const policy = readMarkdown('policy.md', `# Parent Code of Conduct\n\n${BAN}\n\n${text}\n`);
  const { files } = adopt(draftFrom(policy, stock), stock, new Map());
  const { routes } = situationSchema.parse(parse(files.get('situations/sanctions.yaml') ?? ''));
  return [routes.affected, routes.responsible].flatMap(({ steps }) =>
    steps.flatMap(({ who, clause }) => (/appeal|complaints/i.test(who) ? [`${who}: ${clause}`] : [])),
  );
}

test('who is banned is sent to the Code’s own appeal, and told how', () => {
  expect(
    stepsFor(
      '## Records\n\nA letter tells you of your right to appeal.\n\nA parent may appeal in writing to the chair within ten days.',
    ),
  ).toEqual(Array(2).fill('An appeal: parent-appeal-writing-chair-within'));
});

test('whatever the Code calls it', () => {
  expect(
    stepsFor(
      '## Decisions\n\nWe invite the parent to make representations.\n\nA parent may ask the committee to review the decision.',
    ),
  ).toEqual(Array(2).fill('An appeal: parent-ask-committee-review-decision'));
});

test('but not to another appeal', () => {
  expect(stepsFor('## Admissions\n\nA parent may appeal in writing to the council.')).toEqual(
    Array(2).fill('The complaints policy: undefined'),
  );
});
