import { expect, test } from 'vitest';
import { previewOf } from '../../src/addresses/preview.ts';
import { answerAsText } from '../../src/checker/widget/CopyAndPrint.tsx';
import { loadOnce } from '../../src/content/load.ts';
import { html } from '../../src/shared/html.ts';
import { Quotation } from '../../src/situations/Quotation.tsx';
import { resolveSituations } from '../../src/situations/resolve.ts';
import { READERS, UNCONFIRMED } from '../../src/situations/situation.ts';
import { quotationsFor } from '../../src/staff/quotations.ts';
import { ROOT } from '../support/buildSite.ts';

// A situation of ours, as if nobody had said yet whether its clauses are about it.
const ID = 'verbal-abuse';
const content = loadOnce(ROOT);
const own = content.situations.get(ID);
if (own === undefined) throw new Error(`There’s no situation ${ID}.`);
const situations = new Map([...content.situations, [ID, { ...own, unconfirmed: true as const }]]);
const resolved = resolveSituations({ ...content, situations, base: '/' });
const situation = resolved.find(({ id }) => id === ID);
if (situation === undefined) throw new Error(`${ID} isn’t resolved.`);

test('wherever its clauses are quoted, that’s said: on its page, in the answer, and where the answer is copied', () => {
  const quoted = [
    ...situation.quotations,
    ...READERS.flatMap((reader) => situation.routes[reader].quotation ?? []),
  ];
  expect(quoted.length).toBeGreaterThan(3);
  for (const quotation of quoted) expect(html(Quotation, quotation)).toContain(UNCONFIRMED);
  expect(
    answerAsText(situation, 'affected', situation.quotations[0], 'https://example.org/check/'),
  ).toContain(UNCONFIRMED);
});

test('a step’s clause is another matter, and so is any other situation', () => {
  const steps = READERS.flatMap((reader) => situation.routes[reader].steps);
  const quoted = [
    ...steps.flatMap(({ quotation }) => quotation ?? []),
    ...resolved.filter(({ id }) => id !== ID).flatMap(({ quotations }) => quotations),
  ];
  expect(quoted.length).toBeGreaterThan(10);
  for (const quotation of quoted) expect(html(Quotation, quotation)).not.toContain(UNCONFIRMED);
});

test('what’s sent to others doesn’t quote them: neither a link’s preview nor the text for an email', () => {
  expect(previewOf(`/situations/${ID}/`, { ...content, situations })).toEqual({
    title: situation.title,
    description: situation.summary,
  });
  const quotations = quotationsFor({ ...content, situations, title: 'The Code', base: '/' });
  expect(quotations[`/s/${ID}/`]?.map(({ kind }) => kind)).toEqual(['heading', 'text', 'text']);
});
