import { expect, test } from 'vitest';
import type { Clause } from '../../src/code/document.ts';
import { loadOnce } from '../../src/content/load.ts';
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
const content = loadOnce(ROOT);
const [id = '', situation] =
  [...content.situations].find(([, { cites }]) => cites[0] === 'verbal-abuse') ?? [];

/** The problems of one real situation, that was read so beside that clause. */
const problems = (readBeside: Record<string, string> | undefined, now: Clause) => {
  if (situation === undefined) throw new Error('A situation must cite verbal-abuse.');
  const situations = new Map([[id, { ...situation, cites: ['verbal-abuse'], readBeside }]]);
  return readBesideProblems({ situations, clauses: new Map([[now.anchor, now]]) }, ROOT);
};

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
  expect(problem).toMatchObject({ file: `content/situations/${id}.yaml`, line: expect.any(Number) });
  expect(problem?.wrong).toContain(now.text);
  expect(problem?.instead).toContain(`\`verbal-abuse: "${fingerprintOf(now)}"\``);
});

test('a clause that’s cited but wasn’t read beside, and one that’s no longer cited, are named', () => {
  expect(problems({}, before)).toHaveLength(1);
  expect(problems({ 'verbal-abuse': fingerprintOf(before), gone: 'abcdef' }, before)).toMatchObject([
    { wrong: '“gone” is under `readBeside:`, but not under `cites:`.' },
  ]);
});

test('everything on this site is true beside the Code as it is', () => {
  expect(readBesideProblems(content, ROOT)).toEqual([]);
});

test('every situation of this site that cites a clause is tied to its words', () => {
  const loose = [...content.situations].filter(
    ([, { cites, readBeside }]) => cites.length > 0 && readBeside === undefined,
  );
  expect(loose.map(([id]) => id)).toEqual([]);
});
