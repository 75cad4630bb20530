import { expect, test } from 'vitest';
import type { Clause } from '../../src/code/document.ts';
import { loadContent } from '../../src/content/load.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { fingerprintOf, readBesideProblems } from '../../src/situations/readBeside.ts';

const clause = (text: string): Clause => ({
  anchor: 'verbal-abuse',
  text,
  leadIn: 'This will not be tolerated:',
  heading: 'Behaviour',
  page: '/',
  runs: [],
});
const before = clause('Shouting at  staff.');
const text = 'title: A\nreadBeside:\n  verbal-abuse: "aaaaaa"\n';
const problems = (readBeside: Record<string, string> | undefined, now: Clause) =>
  readBesideProblems('content/situations/a.yaml', text, { cites: ['verbal-abuse'], readBeside }, [now]);

test('guidance that was read beside the clause as it is has no problem, however its lines are broken', () => {
  expect(problems({ 'verbal-abuse': fingerprintOf(before) }, clause('Shouting\nat staff.'))).toEqual([]);
  expect(problems(undefined, before)).toEqual([]);
});

test.each([
  ['another word', { ...before, text: 'Shouting at anyone.' }],
  ['another sentence before it', { ...before, leadIn: 'Parents are expected to avoid:' }],
])('%s asks for another look, with the line and what to write', (_what, now) => {
  const [problem, ...others] = problems({ 'verbal-abuse': fingerprintOf(before) }, now);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ file: 'content/situations/a.yaml', line: 3 });
  expect(problem?.wrong).toContain(now.text);
  expect(problem?.instead).toContain(`\`verbal-abuse: "${fingerprintOf(now)}"\``);
});

test('a clause that’s cited but wasn’t read beside, and one that’s no longer cited, are named', () => {
  expect(problems({}, before)).toHaveLength(1);
  expect(problems({ 'verbal-abuse': fingerprintOf(before), gone: 'abcdef' }, before)).toMatchObject([
    { wrong: '“gone” is under `readBeside:`, but not under `cites:`.' },
  ]);
});

test('every situation of this site that cites a clause is tied to its words', () => {
  const loose = [...loadContent(ROOT).situations].filter(
    ([, { cites, readBeside }]) => cites.length > 0 && readBeside === undefined,
  );
  expect(loose.map(([id]) => id)).toEqual([]);
});
