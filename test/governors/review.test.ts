import { expect, test } from 'vitest';
import { reviewCalendar, reviewOn } from '../../src/governors/review.ts';

test.each([
  [undefined, { state: 'unset' }],
  ['2027-09-01', { state: 'ahead', date: '2027-09-01', days: 281 }],
  ['2026-11-24', { state: 'ahead', date: '2026-11-24', days: 0 }],
  ['2026-11-23', { state: 'passed', date: '2026-11-23', days: 1 }],
] as const)('a review on %s, on 24 November 2026', (date, review) => {
  expect(reviewOn(date, '2026-11-24')).toEqual(review);
});

test('the reminder is an all-day event with four weeks’ notice, and always the same', () => {
  const make = () =>
    reviewCalendar({
      title: 'Code of Kindness',
      school: 'Example School',
      review: { state: 'ahead', date: '2027-09-01', days: 281 },
      url: 'https://www.example.org/governors/',
    });
  const lines = make().split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines).toContain('DTSTART;VALUE=DATE:20270901');
  expect(lines).toContain('SUMMARY:Review “Code of Kindness”');
  expect(lines).toContain('TRIGGER:-P28D');
  expect(lines).toContain('URL;VALUE=URI:https://www.example.org/governors/');
  expect(make()).toBe(make());
});
