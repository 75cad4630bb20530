import { describe, expect, test } from 'vitest';
import type { Clause } from '../../src/code/document.ts';
import { loadContent } from '../../src/content/load.ts';
import {
  fingerprintOf,
  readBesideProblems,
  situationProblems,
  tieProblems,
  tiesIn,
  withoutTies,
} from '../../src/content/readBeside.ts';
import { ROOT } from '../../src/shared/environment.ts';

const clause = (text: string): Clause => ({
  anchor: 'verbal-abuse',
  text,
  leadIn: 'This will not be tolerated:',
  heading: 'Behaviour',
  page: '/',
  runs: [],
});
const before = clause('Shouting at  staff.');
const content = loadContent(ROOT);
const [id = '', situation] =
  [...content.situations].find(([, { cites }]) => cites[0] === 'verbal-abuse') ?? [];

/** The problems of one real situation, that was read so beside that clause. */
const problems = (readBeside: Record<string, string> | undefined, now: Clause) => {
  if (situation === undefined) throw new Error('A situation must cite verbal-abuse.');
  const situations = new Map([[id, { ...situation, cites: ['verbal-abuse'], readBeside }]]);
  return situationProblems({ situations, clauses: new Map([[now.anchor, now]]) }, ROOT);
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
    { wrong: '“gone” is under `readBeside:`, but not under `cites:`, and no step quotes it.' },
  ]);
});

test('a clause that only a step quotes counts too', () => {
  const quoted = situation?.routes.affected.steps.find(({ clause }) => clause !== undefined)?.clause ?? '';
  const now = { ...before, anchor: quoted };
  expect(problems({}, now)).toMatchObject([{ wrong: expect.stringContaining(`“${quoted}”`) }]);
  expect(problems({ [quoted]: fingerprintOf(now) }, now)).toEqual([]);
});

describe('in any other file', () => {
  const entry = (anchor: string) =>
    `# Groups\n- title: Abuse\n  readBeside:\n    ${anchor}: "${fingerprintOf(before)}"\n  intro: Not tolerated.\n`;
  const page = `---\ntitle: Abuse\nreadBeside:\n  verbal-abuse: "${fingerprintOf(before)}"\n---\n\nNot tolerated.\n`;
  const clauses = (now: Clause) => new Map([[now.anchor, now]]);
  const otherwise = { ...before, text: 'Shouting at anyone.' };

  test.each([
    ['content/groups.yaml', entry('verbal-abuse')],
    ['content/pages/abuse.mdx', page],
    ['content/pages/abuse.mdx', page.replaceAll('\n', '\r\n')],
  ])('of %s, a sentence is tied to the words of a clause', (file, text) => {
    expect(tieProblems(tiesIn(file, text), clauses(before))).toEqual([]);
    const [problem, ...others] = tieProblems(tiesIn(file, text), clauses(otherwise));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ file, line: 4 });
    expect(problem?.wrong).toContain(otherwise.text);
    expect(problem?.instead).toContain(`\`verbal-abuse: "${fingerprintOf(otherwise)}"\``);
  });

  test('a clause that’s gone asks for another look too', () => {
    expect(tieProblems(tiesIn('content/groups.yaml', entry('gone')), clauses(before))).toMatchObject([
      { line: 4, wrong: 'What’s written here was read beside the clause “gone”, which isn’t in the Code.' },
    ]);
  });

  test('ties can be taken out, and nothing else', () => {
    expect(withoutTies(entry('verbal-abuse'))).toBe('# Groups\n- title: Abuse\n  intro: Not tolerated.\n');
    expect(withoutTies(page)).toBe('---\ntitle: Abuse\n---\n\nNot tolerated.\n');
  });
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

test('a situation that names the Complaints Policy is tied to a clause that does', () => {
  const names = /complaints? (?:policy|procedure)/i;
  const naming = [...content.situations].filter(([, situation]) => names.test(JSON.stringify(situation)));
  expect(naming.length).toBeGreaterThan(0);
  const loose = naming.filter(
    ([, { readBeside = {} }]) =>
      !Object.keys(readBeside).some((anchor) => names.test(content.clauses.get(anchor)?.text ?? '')),
  );
  expect(loose.map(([id]) => id)).toEqual([]);
});
