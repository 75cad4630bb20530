import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { PARENT_PLACE, WRITER_PLACE } from '../../src/situations/reply.ts';
import { resolveSituations } from '../../src/situations/resolve.ts';
import type { EmailBlock } from '../../src/staff/email.ts';
import { repliesFor } from '../../src/staff/replies.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadOnce(ROOT);
const sources = { ...content, school: { name: 'A School', safeguardingLead: 'Sam Lee' }, base: '/code/' };
const replies = repliesFor(content.situations, sources);
const situations = [...content.situations].map(([id, file]) => ({
  id,
  file,
  blocks: replies[`/s/${id}/`] ?? [],
}));
const ofKind = <K extends EmailBlock['kind']>(blocks: readonly EmailBlock[], kind: K) =>
  blocks.filter((block): block is Extract<EmailBlock, { kind: K }> => block.kind === kind);
const textOf = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join('');

describe.each(situations)('the reply for $id', ({ id, file: { reply, routes, cites }, blocks }) => {
  test('gives the steps of its route, in order', () => {
    const steps = ofKind(blocks, 'steps');
    expect(steps).toHaveLength(1);
    const items = steps.flatMap((block) => block.items);
    const expected = reply.steps.map((number) => routes[reply.route].steps[number - 1]);
    expect(items).toHaveLength(expected.length);
    for (const [index, step] of expected.entries())
      expect(textOf(items[index] ?? [])).toContain(`${step?.who}. ${step?.how}`);
  });

  test('quotes a clause exactly, with its link, if its situation cites any', () => {
    const quotations = ofKind(blocks, 'quotation');
    expect(quotations).toHaveLength(cites.length === 0 ? 0 : 1);
    for (const { anchor, lines } of quotations) {
      expect(cites).toContain(anchor);
      expect(lines.at(-1)).toBe(content.clauses.get(anchor)?.text);
      const href = `/code/c/${anchor}/`;
      expect(blocks).toContainEqual({ kind: 'text', runs: [{ text: href, href }] });
    }
  });

  test('marks its placeholders, including both names, and has no other brackets', () => {
    const runs = ofKind(blocks, 'text').flatMap((block) => block.runs);
    const places = runs.filter(({ place }) => place).map(({ text }) => text);
    expect(places).toEqual(expect.arrayContaining([`[${PARENT_PLACE}]`, `[${WRITER_PLACE}]`]));
    for (const { text, place } of runs) expect(place ? text.slice(1, -1) : text).not.toMatch(/[{}[\]]/);
  });

  test('is short', () => {
    const { length } = ofKind(blocks, 'text')
      .filter(({ runs }) => runs.every(({ href }) => href === undefined))
      .map(({ runs }) => textOf(runs))
      .join(' ')
      .split(/\s+/);
    expect(length).toBeGreaterThanOrEqual(90);
    expect(length).toBeLessThanOrEqual(170);
  });

  test('isn’t sent to readers with the situation', () => {
    const sent = JSON.stringify(resolveSituations(sources).find((situation) => situation.id === id));
    expect(sent).not.toContain(reply.to);
    expect(sent).not.toContain(`[${PARENT_PLACE}]`);
  });
});

test('the reply to an emergency gives 999, the safeguarding lead and the NSPCC, with their numbers', () => {
  const steps = ofKind(replies['/s/emergency/'] ?? [], 'steps').flatMap(({ items }) => items.map(textOf));
  for (const words of ['999', '0808 800 5000', 'Name: Sam Lee']) expect(steps.join('\n')).toContain(words);
});
