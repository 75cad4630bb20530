import { describe, expect, test } from 'vitest';
import type { SourceFigures } from '../../src/checker/evaluation/bySource.ts';
import { type VerdictsInput, verdictsOf } from '../../src/governors/verdicts.ts';

const clause = { anchor: 'a', name: 'A', inRoutes: [] };
const known: VerdictsInput = {
  edition: { name: 'edition-1' },
  review: { state: 'unset' },
  coverage: { clauses: [{ ...clause, citedBy: ['one'] }] },
  report: undefined,
};
const source = (title: string, right: number, emergencies: number, noticed: number): SourceFigures => ({
  id: title,
  title,
  about: '',
  count: 100,
  emergencies,
  measured: {
    hits: [right, right, right],
    afterQuestion: right,
    asked: 0,
    emergenciesSeen: noticed,
    emergenciesNoticed: noticed,
    falseAlarms: 0,
    quietFalseAlarms: 0,
    notCoveredSeen: 0,
    calledNotCovered: 0,
  },
});
const labelled = (verdicts: ReturnType<typeof verdictsOf>, label: string) =>
  verdicts.find((verdict) => verdict.label === label);

describe('the verdicts for governors', () => {
  test('say plainly what isn’t set, and nothing of a checker that wasn’t measured', () => {
    const verdicts = verdictsOf(known);
    expect(verdicts.map(({ value }) => value)).toEqual([
      'Edition 1',
      'Exactly as adopted',
      'Not set yet',
      '1 of 1',
    ]);
    expect(verdicts[0]?.detail).toBe('Date adopted: not set yet');
  });

  test('mark a review that’s overdue, and count the clauses that no situation cites', () => {
    const verdicts = verdictsOf({
      ...known,
      review: { state: 'passed', date: '2026-09-01', days: 3 },
      coverage: { clauses: [...known.coverage.clauses, { ...clause, citedBy: [] }] },
    });
    expect(labelled(verdicts, 'Next review')).toMatchObject({
      value: 'Overdue',
      detail: 'It was due on 1 September 2026',
      due: true,
    });
    expect(labelled(verdicts, 'Clauses cited by a situation')?.value).toBe('1 of 2');
  });

  test('give the source the checker does worst on before the made-up cases', () => {
    const share = (count: number) => ({ count, of: 10 });
    const verdicts = verdictsOf({
      ...known,
      report: {
        hits: [share(9), share(9), share(9)],
        missed: [],
        noticed: share(10),
        sources: [source('Hard', 60, 0, 0), source('Blind', 80, 10, 70), source('Easy', 90, 10, 100)],
      },
    });
    expect(labelled(verdicts, 'Checker right first time')).toMatchObject({
      value: '60.0%',
      detail: 'at worst (“Hard”); 90% of made-up cases',
    });
    expect(labelled(verdicts, 'Emergencies missed')).toMatchObject({
      value: '30.0%',
      detail: 'at worst (“Blind”); 0 of 10 made-up ones',
    });
  });
});
