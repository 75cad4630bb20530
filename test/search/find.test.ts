import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { createFind, GROUPS } from '../../src/search/find.ts';
import { foldedWordsOf } from '../../src/search/fold.ts';
import { searchOf } from '../../src/search/query.ts';
import { type SearchRecord, searchRecords } from '../../src/search/records.ts';
import { remember } from '../../src/shared/remember.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadOnce(ROOT);
const records = searchRecords(content, '/policies/');
const find = createFind(records);
const addresses = (query: string): string[] => find(searchOf(query)).found.map(({ href }) => href);

describe('searching', () => {
  test.each([
    ['swearing', '/policies/#verbal-abuse'],
    ['Ofsted', '/policies/#threats'],
    ['OFSTED', '/policies/situations/threat-to-report/'],
    ['petition', '/policies/#inciting-others'],
    ['banned', '/policies/#sanctions'],
    ['WhatsApp', '/policies/appendix-1/#cyberbullying'],
    ['solicitor', '/policies/appendix-1/#legal-options'],
    ['How long is a ban?', '/policies/situations/sanctions/'],
    ['knife', '/policies/situations/emergency/'],
    ['cyber bullying', '/policies/appendix-1/#cyberbullying'],
    ['patronizing', '/policies/situations/treated-disrespectfully/'],
  ])('for %s finds, among others, %s', (query, address) => {
    expect(addresses(query)).toContain(address);
  });

  test.each(['TA', 'SEND', 'SENCO', 'DSL', 'head', 'office', 'deputy', 'governor', 'SATs', 'nits', 'PE kit'])(
    'for %s, which schools say, finds something',
    (query) => expect(addresses(query)).not.toEqual([]),
  );

  test('returns a clause’s words unchanged', () => {
    const found = ['school', 'facebook', 'comments', 'dictate'].flatMap((term) => find(searchOf(term)).found);
    const clauses = found.filter(({ group }) => group !== 'situations');
    expect(clauses.length).toBeGreaterThan(10);
    for (const { href, words } of clauses)
      expect(words).toBe(content.clauses.get(href.replace(/.*#/, ''))?.text);
  });

  test('puts the Code first, then Appendix 1, then situations', () => {
    const groups = find(searchOf('facebook')).found.map(({ group }) => group);
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual([...GROUPS]);
  });

  test('ranks a clause that’s cited first before those cited after it', () => {
    expect(addresses('swearing')[0]).toBe('/policies/#verbal-abuse');
  });

  test.each(['facebok', 'xyzzy', 'nose', 'xylophone'])(
    'finds nothing for %s, which occurs nowhere',
    (query) => {
      expect(find(searchOf(query))).toEqual({ found: [], missing: [query], together: true, unquoted: [] });
    },
  );

  test('returns no keywords', () => {
    const [clause] = find(searchOf('swearing')).found;
    expect(JSON.stringify(clause)).not.toMatch(/swearing/i);
  });

  test('finds every word of every section there', () => {
    const placesOf = remember(
      (form) => new Set(find({ terms: [form], phrases: [] }).found.map(({ href }) => href)),
    );
    const lost = records.flatMap(({ href, words }) =>
      foldedWordsOf(words.join(' '))
        .filter(({ form }) => form.length > 1 && !placesOf(form).has(href))
        .map(({ form }) => `${href}: ${form}`),
    );
    expect(lost).toEqual([]);
  });
});

/** Two sections, to see what a search leaves out. */
const section = (href: string, title: string, words: string): SearchRecord => ({
  group: 'situations',
  href,
  title,
  section: '',
  words: [words],
  keywords: [],
  cites: [],
});
const few = createFind([
  section('/today/', 'Today', 'Łukasz writes a warning letter today.'),
  section('/ban/', 'A ban', 'A letter of warning and a ban for bad behaviour, decided to the day.'),
]);
const fewFor = (query: string) => {
  const { found, ...rest } = few(searchOf(query));
  return { hrefs: found.map(({ href }) => href).sort(), ...rest };
};

describe('what a search leaves out', () => {
  const whole = { missing: [], together: true, unquoted: [] };

  test('is nothing if a section has it all, however it’s spelled', () => {
    expect(fewFor('ban letter')).toEqual({ ...whole, hrefs: ['/ban/'] });
    expect(fewFor('lukasz')).toEqual({ ...whole, hrefs: ['/today/'] });
    expect(fewFor('behavior')).toEqual({ ...whole, hrefs: ['/ban/'] });
  });

  test('is a word that no section has, and never a word that starts like it', () => {
    expect(fewFor('letter tomorrow')).toEqual({ ...whole, hrefs: ['/ban/', '/today/'] });
    expect(fewFor('ban total')).toEqual({ ...whole, hrefs: ['/ban/'], missing: ['total'] });
    expect(fewFor('today tomorrow')).toEqual({ ...whole, hrefs: ['/today/'], missing: ['tomorrow'] });
  });

  test('is a word that no section has as well as the others', () => {
    expect(fewFor('lukasz ban')).toEqual({ ...whole, hrefs: ['/ban/', '/today/'], together: false });
  });

  test('is the order of words in quotes that no section has', () => {
    expect(fewFor('“warning letter”')).toEqual({ ...whole, hrefs: ['/today/'] });
    expect(fewFor('"warning letter"')).toEqual({ ...whole, hrefs: ['/today/'] });
    expect(fewFor('warning letter').hrefs).toEqual(['/ban/', '/today/']);
    expect(fewFor('“letter warning”')).toEqual({
      ...whole,
      hrefs: ['/ban/', '/today/'],
      unquoted: ['letter warning'],
    });
  });
});
