import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ADDRESSES_FILE } from '../../src/addresses/registry.ts';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { keepSituations, type NewCitations } from '../../src/adopt/keepSituations.ts';
import { claimingIn, neutralise, neutraliseYaml } from '../../src/adopt/neutral.ts';
import { readText } from '../../src/adopt/readText.ts';
import { readStock } from '../../src/adopt/stock.ts';
import type { Claim } from '../../src/adopt/wording.ts';
import { tiesIn } from '../../src/content/readBeside.ts';
import { READERS } from '../../src/situations/situation.ts';
import { ROOT } from '../support/buildSite.ts';

const stock = readStock(path.join(ROOT, 'content'));

/** What says that the Code is silent on something. */
const SILENT = /\b(?:doesn’t (?:cover|say anything)|says nothing|has no rule|not in the Code)\b/;

/** Every file of guidance; what people say, the Code itself and other Codes’ wording are no guidance. */
const guidance = globSync(
  'content/{*.yaml,{checker,languages,pages,situations}/*.{yaml,mdx},adopt/{also-says,appeal}.yaml}',
  {
    cwd: ROOT,
  },
)
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file !== ADDRESSES_FILE)
  .sort()
  .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }));

/** A file’s texts that aren’t tied to clauses: nothing in the same entry, or around it, says that it was read beside any. */
function untied(file: string, text: string): string[] {
  if (file.endsWith('.mdx')) return tiesIn(file, text).length > 0 ? [] : [text];
  const walk = (part: unknown): string[] => {
    if (typeof part === 'string') return [part];
    if (typeof part !== 'object' || part === null || 'readBeside' in part) return [];
    return Object.values(part).flatMap(walk);
  };
  // In the languages’ files, each text’s English is in the note above it.
  const notes = file.includes('/languages/') ? (text.match(/^ +# .*$/gm) ?? []) : [];
  return [...walk(parse(text)), ...notes];
}

/** What claims something about a Code, the complaints policy it names included, and is neither tied nor true of any. */
function loose(file: string, text: string): string[] {
  return untied(file, text).flatMap((each) => [
    // What the Code doesn’t say can’t be tied to a clause.
    ...claimingIn(each, stock.claims).filter((said) => !SILENT.test(said)),
    ...(/^content\/situations/.test(file)
      ? []
      : (each.match(/.*\bcomplaints (?:policy|procedure)\b.*/gi) ?? [])),
  ]);
}

/** As a Code without any clauses has them. */
const NO_CLAUSES: NewCitations = {
  confirmed: new Map(),
  nearest: new Map(),
  anchors: [],
  quotable: () => true,
};

describe('sentences about the stock Code', () => {
  // As if every topic had a clause, so that every situation stays.
  const confirmed = new Map(stock.topics.map(({ id }) => [id, [`new-${id}`]]));
  const kept = keepSituations(stock, stock.topics, { ...NO_CLAUSES, confirmed, quotable: () => true });
  const files: [string, unknown][] = [
    ...[...kept.situations].map(([id, situation]): [string, unknown] => [id, situation]),
    ...guidance
      .filter(({ file }) => !file.startsWith('content/situations/'))
      .map(({ file, text }): [string, unknown] => [file, file.endsWith('.yaml') ? parse(text) : text]),
  ];
  const reworded = files.flatMap(([file, value]) => neutralise(file, value, stock.claims).reworded);

  test('are tied to the clauses they rest on, in every file, or true of any Code', () => {
    expect(guidance.length).toBeGreaterThan(50);
    expect(guidance.flatMap(({ file, text }) => loose(file, text).map((said) => ({ file, said })))).toEqual(
      [],
    );
  });

  test.each([
    'The Code says phones aren’t allowed.',
    'Our Code has five sections.',
    'The {body} think it’s wrong.',
    'Appendix 2 is on phones.',
    'Use the Complaints Policy.',
  ])('are found if they aren’t: “%s”', (said) => {
    const entry = `- title: Phones\n  intro: ${said}\n`;
    expect(loose('content/groups.yaml', entry)).toEqual([said]);
    expect(loose('content/groups.yaml', `${entry}  readBeside:\n    phones: "abcdef"\n`)).toEqual([]);
    expect(loose('content/pages/phones.mdx', `---\ntitle: Phones\n---\n\n${said}\n`)).toEqual([said]);
  });

  test('none is left in any file for another Code', () => {
    expect(kept.dropped).toEqual([]);
    expect(reworded.filter(({ now }) => now === undefined)).toEqual([]);
  });

  test('each one listed is still in the stock', () => {
    const found = new Set(reworded.map(({ was }) => was));
    const texts = guidance.map(({ text }) => text).join('\n');
    const isThere = (each: Claim): boolean =>
      'holds' in each ? texts.includes(each.claim) : found.has(each.claim);
    expect(stock.claims.filter((each) => !isThere(each))).toEqual([]);
  });

  test('a new one is noticed', () => {
    const { reworded } = neutralise(
      'a',
      { why: 'The Code lists this. The governors believe it’s wrong. The {body} don’t think so.' },
      [],
    );
    expect(reworded.map(({ was }) => was)).toEqual([
      'The Code lists this.',
      'The governors believe it’s wrong.',
      'The {body} don’t think so.',
    ]);
  });

  test('is replaced or noticed in a file with notes, which stay, and no clause of the old Code is named', () => {
    const text =
      '# Contacts\nappendix:\n  # The door\n  unset: "Our Code is short. Ask."\n  readBeside:\n    phones: "abcdef"\nhead:\n  unset: Our Code says so.\n';
    const claims = [
      { claim: 'Our Code is short.', neutral: '' },
      { claim: 'appendix', neutral: 'part' },
    ];
    const { value, reworded } = neutraliseYaml('contacts.yaml', text, claims);
    expect(value).toBe(
      '# Contacts\nappendix:\n  # The door\n  unset: "Ask."\nhead:\n  unset: Our Code says so.\n',
    );
    expect(reworded).toEqual([
      { file: 'contacts.yaml', was: 'Our Code is short.', now: '' },
      { file: 'contacts.yaml', was: 'Our Code says so.', now: undefined },
    ]);
    expect(neutralise('groups.yaml', parse(text), claims).value).toEqual(parse(value));
  });

  test('leaves no gap where a sentence was', () => {
    const text = 'Dear parent,\n\nOur Code is short. Thank you.\n\nOur Code is short.\n\nGoodbye';
    const claims = [{ claim: 'Our Code is short.', neutral: '' }];
    expect(neutralise('a', text, claims).value).toBe('Dear parent,\n\nThank you.\n\nGoodbye');
  });
});

test('a situation loses what rests on a clause that’s gone, and the reply its place', () => {
  const confirmed = new Map([['verbal-abuse', ['swearing']]]);
  const kept = keepSituations(stock, stock.topics, { ...NO_CLAUSES, confirmed, quotable: () => false });
  expect(kept.dropped).toContain('physical-abuse');
  const situation = kept.situations.get('verbal-abuse');
  expect(situation?.cites).toEqual(['swearing']);
  expect(JSON.stringify(situation)).not.toMatch(/"quote"|"clause"|\{clause\}/);
  const named = JSON.stringify([kept.groups, kept.routeMap, ...kept.situations.values()]);
  expect(named).not.toContain('"physical-abuse"');
});

test('a situation cites its own clauses, and its steps those that support any', () => {
  const confirmed = new Map([
    ['verbal-abuse', ['swearing', 'shouting', 'cursing', 'insults']],
    ['sanctions', ['ban']],
    ['further-action', ['complaints']],
  ]);
  const anchors = ['insults', 'ban', 'swearing', 'complaints', 'cursing', 'shouting'];
  const { situations } = keepSituations(stock, stock.topics, { ...NO_CLAUSES, confirmed, anchors });
  const situation = situations.get('verbal-abuse');
  expect(situation?.cites).toEqual(['insults', 'swearing', 'cursing', 'shouting']);
  const inSteps = READERS.flatMap((reader) => situation?.routes[reader].steps ?? []).flatMap(
    ({ clause }) => clause ?? [],
  );
  expect([...new Set(inSteps)]).toEqual(['complaints']);
});

test('no page for another Code says that the Code is silent on anything', () => {
  const policy = readText('policy.txt', 'Parent Code of Conduct\n\nOur gardener is kind.');
  const { files } = adopt(draftFrom(policy, stock), stock, new Map());
  const said = [...files].flatMap(([file, text]) =>
    /^(?:phrases|editions)\//.test(file)
      ? []
      : text.split('\n').flatMap((line) => (SILENT.test(line) ? [{ file, line }] : [])),
  );
  expect(said).toEqual([]);
  expect(files.get('checker/words.yaml')).toContain('about {topic}.');
});
