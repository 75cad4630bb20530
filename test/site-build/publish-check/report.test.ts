import { describe, expect, test } from 'vitest';
import type { Help } from '../../../src/school/contacts.ts';
import { type School, schoolSchema } from '../../../src/school/school.ts';
import { checkReport, type Facts, reportInWords } from '../../../src/site-build/publish-check/report.ts';

const SET: School = {
  name: 'Ysgol Ffug',
  phone: '01632 960999',
  email: 'office@example.org',
  address: 'Nowhere 1',
  website: 'https://example.org/',
  complaintsPolicy: 'https://example.org/complaints/',
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
  phrases: 30,
  fewPhrases: false,
  withoutContact: [],
};
const WELL: Facts = {
  school: SET,
  adopted: '2026-01-01',
  review: { state: 'ahead', date: '2028-01-01', days: 500 },
  coverage: {
    clauses: [{ anchor: 'a', name: 'First', citedBy: ['one'], inRoutes: [] }],
    situations: [situation],
    unsetContacts: [],
  },
  readability: { guidance: [], governors: [] },
  help: LISTENERS,
  accent: [],
  cases: { count: 10, strange: [] },
  today: '2026-08-19',
};
const notes = (facts: Partial<Facts>): string[] =>
  checkReport({ ...WELL, ...facts }).flatMap((section) => section.notes);

describe('the report', () => {
  test('has nothing to note where all is well, and says so of each thing', () => {
    expect(notes({})).toEqual([]);
    for (const { fine } of checkReport(WELL)) expect(fine).not.toBe('');
  });

  test('says of every key of school.yaml that is not set what that costs', () => {
    const found = notes({ school: { name: 'Ysgol Ffug' }, adopted: undefined });
    const keys = Object.keys(schoolSchema.shape).filter((key) => key !== 'name');
    expect(found.map((note) => note.split(' is not set: ')[0])).toEqual(keys);
  });

  test('does not miss the day of adoption where the edition has it', () => {
    const { adopted: _adopted, ...school } = SET;
    expect(notes({ school })).toEqual([]);
  });

  test.each([
    ['passed', 1, ['The review is overdue since 1 January 2028 (1 day).']],
    ['ahead', 90, ['The review is due on 1 January 2028, in 90 days.']],
    ['ahead', 91, []],
  ] as const)('%s by %i days, the review is named where it is near', (state, days, expected) => {
    expect(notes({ review: { state, date: '2028-01-01', days } })).toEqual(expected);
  });

  test.each([
    ['2027-06-01', 0],
    ['2027-06-02', 1],
  ])('on %s, help that was checked on 1 June 2026 gives %i notes', (today, count) => {
    const found = notes({ today });
    expect(found).toHaveLength(count);
    for (const note of found) expect(note).toContain('“listeners” in content/help.yaml');
  });

  test('names situations with few phrases, clauses that none cites and routes without a contact', () => {
    const found = notes({
      coverage: {
        clauses: [{ anchor: 'b', name: 'Second', citedBy: [], inRoutes: [] }],
        situations: [{ ...situation, phrases: 3, fewPhrases: true, withoutContact: ['staff'] }],
        unsetContacts: [],
      },
    });
    expect(found).toEqual([
      'content/phrases/one.txt has few: 3. The checker may not find this situation.',
      'No situation cites “Second” (b).',
      'content/situations/one.yaml says how to reach nobody in: staff.',
    ]);
  });

  test('names the school’s colour only where it had to be changed', () => {
    const kept = { message: 'It is kept.', changed: false };
    expect(notes({ accent: [kept, { message: 'It is darker.', changed: true }] })).toEqual(['It is darker.']);
    expect(reportInWords(checkReport({ ...WELL, accent: [kept] }))).toContain('It is kept.');
  });

  test('says where the checker is not measured, and why', () => {
    expect(notes({ cases: { count: 0, strange: [] } })).toEqual([expect.stringContaining('There are none')]);
    expect(notes({ cases: { count: 9, strange: ['x', 'y'] } })).toEqual([expect.stringContaining('(x, y)')]);
  });

  test('is read a section at a time', () => {
    expect(
      reportInWords([
        { title: 'One', notes: ['first', 'second'], fine: 'Well.' },
        { title: 'Two', notes: [], fine: 'Well.' },
      ]),
    ).toBe('One\n  - first\n  - second\n\nTwo\n  Well.');
  });
});
