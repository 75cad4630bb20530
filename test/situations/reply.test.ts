import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { type Letter, type LetterBlock, resolveReply } from '../../src/situations/reply.ts';
import { PARENT_PLACE, parseReply, WRITER_PLACE } from '../../src/situations/replyText.ts';
import { resolveSituations } from '../../src/situations/resolve.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadContent(ROOT);
const school = { name: 'A School', safeguardingLead: 'Sam Lee' };
const sources = { ...content, school, base: '/code/' };
const letters = [...content.situations].map(([id, file]) => ({
  id,
  file,
  letter: resolveReply(file, sources),
}));
const ofKind = <K extends LetterBlock['kind']>({ blocks }: Letter, kind: K) =>
  blocks.filter((block): block is Extract<LetterBlock, { kind: K }> => block.kind === kind);

describe.each(letters)('the reply for $id', ({ id, file, letter }) => {
  test('names the steps of its route as the page of the situation shows them', () => {
    const situation = resolveSituations(sources).find((each) => each.id === id);
    const [route, another] = ofKind(letter, 'route');
    expect(another).toBeUndefined();
    expect(route?.steps).toEqual(
      file.reply.steps.map((number) => situation?.routes[file.reply.route][number - 1]),
    );
    expect(route?.steps).not.toContain(undefined);
  });

  test('quotes a clause to the letter wherever its situation cites one', () => {
    const quotations = ofKind(letter, 'quotation');
    expect(quotations.length).toBe(file.cites.length === 0 ? 0 : 1);
    for (const { anchor, text, href } of quotations) {
      expect(file.cites).toContain(anchor);
      expect(text).toBe(content.clauses.get(anchor)?.text);
      expect(href).toBe(`/code${content.clauses.get(anchor)?.page}#${anchor}`);
    }
  });

  test('marks its places, both names among them, and leaves no bracket in its words', () => {
    const runs = ofKind(letter, 'text').flatMap((block) => block.runs);
    const places = runs.flatMap((run) => ('place' in run ? run.place : []));
    expect(places).toEqual(expect.arrayContaining([PARENT_PLACE, WRITER_PLACE]));
    for (const run of runs) expect('text' in run ? run.text : run.place).not.toMatch(/[{}[\]]/);
  });

  test('says whom it is for', () => {
    expect(letter.to).toBe(file.reply.to);
  });

  test('is short', () => {
    const words = ofKind(letter, 'text')
      .flatMap(({ runs }) => runs.map((run) => ('text' in run ? run.text : run.place)))
      .join(' ')
      .split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(90);
    expect(words).toBeLessThanOrEqual(170);
  });
});

test('the reply to an emergency gives 999, the safeguarding lead and the NSPCC, with their numbers', () => {
  const letter = letters.find(({ id }) => id === 'emergency')?.letter;
  const steps = letter === undefined ? [] : ofKind(letter, 'route').flatMap((block) => block.steps);
  const numbers = steps.flatMap((step) => step.help.map(({ phone }) => phone));
  expect(numbers).toEqual(expect.arrayContaining(['999', '0808 800 5000']));
  expect(steps.flatMap((step) => step.details)).toContainEqual({ label: 'Name', text: 'Sam Lee' });
});

test('replies are for staff, and are not sent to everyone with the situations', () => {
  const sent = JSON.stringify(resolveSituations(sources));
  for (const { file } of letters) {
    expect(sent).not.toContain(file.reply.to);
    expect(sent).not.toContain(`[${PARENT_PLACE}]`);
  }
});

test('a text is taken apart at blank lines, its lines joined, its places marked', () => {
  expect(parseReply('Dear [ name ],\n\nOne\ntwo [x] three.\n \n{clause}\n\n{route}\n')).toEqual([
    { kind: 'text', runs: [{ text: 'Dear ' }, { place: 'name' }, { text: ',' }] },
    { kind: 'text', runs: [{ text: 'One two ' }, { place: 'x' }, { text: ' three.' }] },
    { kind: 'clause' },
    { kind: 'route' },
  ]);
});
