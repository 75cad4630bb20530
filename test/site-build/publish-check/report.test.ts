import { describe, expect, test } from 'vitest';
import type { Help } from '../../../src/school/contacts.ts';
import { type School, schoolSchema } from '../../../src/school/school.ts';
import { checkReport, formatReport, type ReportInput } from '../../../src/site-build/publish-check/report.ts';

const SET: School = {
  name: 'Ysgol Ffug',
  body: 'trustees',
  phone: '01632 960999',
  email: 'office@example.org',
  address: 'Nowhere 1',
  website: 'https://example.org/',
  complaintsPolicy: 'https://example.org/complaints/',
  interpreter: true,
  safeguardingLead: 'A. Nobody',
  adopted: '2026-01-01',
  review: '2028-01-01',
  logo: 'logo.svg',
  accent: '#123456',
  publishedAt: 'https://example.org/code/',
};
const LISTENERS: Help = {
  listeners: {
    name: 'Listeners',
    what: 'They listen.',
    url: 'https://listeners.example.org/',
    kind: 'helpline',
    source: 'https://listeners.example.org/about',
    checked: '2026-06-01',
  },
};
const situation = {
  id: 'one',
  title: 'One',
  cites: ['a'],
  unconfirmed: false,
  phrases: 30,
  fewPhrases: false,
  withoutContact: [],
};
const ALL_WELL: ReportInput = {
  school: SET,
  adopted: '2026-01-01',
  review: { state: 'ahead', date: '2028-01-01', days: 500 },
  coverage: {
    clauses: [{ anchor: 'a', name: 'First', citedBy: ['one'], inRoutes: [] }],
    situations: [situation],
  },
  readability: { guidance: [], governors: [] },
  help: LISTENERS,
  accent: [],
  cases: { count: 10, strange: [] },
  today: '2026-08-19',
};
const notes = (facts: Partial<ReportInput>): string[] =>
  checkReport({ ...ALL_WELL, ...facts }).flatMap((section) => section.notes);

describe('the report', () => {
  test('has no notes if all is well, but says so in each section', () => {
    expect(notes({})).toEqual([]);
    for (const { ok } of checkReport(ALL_WELL)) expect(ok).not.toBe('');
  });

  test('says what’s missing for every key of school.yaml that isn’t set', () => {
    const found = notes({ school: { name: 'Ysgol Ffug' }, adopted: undefined });
    const keys = Object.keys(schoolSchema.shape).filter((key) => key !== 'name');
    expect(found.map((note) => note.split(' isn’t set: ')[0])).toEqual(keys);
  });

  test('doesn’t ask for the adoption date if the edition has it', () => {
    const { adopted: _adopted, ...school } = SET;
    expect(notes({ school })).toEqual([]);
  });

  test.each([
    ['passed', 1, ['The review was due on 1 January 2028, 1 day ago.']],
    ['ahead', 90, ['The review is due on 1 January 2028, in 90 days.']],
    ['ahead', 91, []],
  ] as const)('a review %s by %i days is noted if it’s near', (state, days, expected) => {
    expect(notes({ review: { state, date: '2028-01-01', days } })).toEqual(expected);
  });

  test.each([
    ['2027-06-01', 0],
    ['2027-06-02', 1],
  ])('on %s, help checked on 1 June 2026 gives %i notes', (today, count) => {
    const found = notes({ today });
    expect(found).toHaveLength(count);
    for (const note of found) expect(note).toContain('“listeners” in content/help.yaml');
  });

  test('names situations with few phrases, uncited clauses and routes without a contact', () => {
    const found = notes({
      coverage: {
        clauses: [{ anchor: 'b', name: 'Second', citedBy: [], inRoutes: [] }],
        situations: [{ ...situation, phrases: 3, fewPhrases: true, withoutContact: ['staff'] }],
      },
    });
    expect(found).toEqual([
      'content/phrases/one.txt has only 3 phrases. The checker may miss this situation.',
      'No situation cites “Second” (b).',
      'content/situations/one.yaml gives nobody to contact for: staff.',
    ]);
  });

  test('names the school’s colour only if it had to be changed', () => {
    const kept = { message: 'It is kept.', changed: false };
    expect(notes({ accent: [kept, { message: 'It is darker.', changed: true }] })).toEqual(['It is darker.']);
    expect(formatReport(checkReport({ ...ALL_WELL, accent: [kept] }))).toContain('It is kept.');
  });

  test('says why the checker isn’t measured', () => {
    expect(notes({ cases: { count: 0, strange: [] } })).toEqual([expect.stringContaining('There are none')]);
    expect(notes({ cases: { count: 9, strange: ['x', 'y'] } })).toEqual([expect.stringContaining('(x, y)')]);
  });

  test('is formatted section by section', () => {
    expect(
      formatReport([
        { title: 'One', notes: ['first', 'second'], ok: 'Well.' },
        { title: 'Two', notes: [], ok: 'Well.' },
      ]),
    ).toBe('One\n  - first\n  - second\n\nTwo\n  Well.');
  });
});
