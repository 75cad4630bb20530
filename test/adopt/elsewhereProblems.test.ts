import { expect, test } from 'vitest';
import { elsewhereProblems } from '../../src/adopt/elsewhereProblems.ts';
import type { Clause } from '../../src/code/document.ts';
import { loadContent } from '../../src/content/load.ts';
import { fingerprintOf } from '../../src/content/readBeside.ts';
import { ROOT } from '../../src/shared/environment.ts';

const { elsewhere, clauses } = loadContent(ROOT);
const dogs: Clause = {
  anchor: 'dogs',
  text: 'Please leave dogs at home.',
  heading: 'At the gate',
  page: '/',
  runs: [],
};
const withDogs = new Map([...clauses, [dogs.anchor, dogs]]);

test('the Code has no clause on what the site says it doesn’t cover', () => {
  expect(elsewhereProblems({ elsewhere, clauses }, ROOT)).toEqual([]);
});

test('a clause on such a topic is named, with the line of the topic and what to write', () => {
  const [problem, ...others] = elsewhereProblems({ elsewhere, clauses: withDogs }, ROOT);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ file: 'content/elsewhere.yaml', line: expect.any(Number) });
  expect(problem?.wrong).toContain('dogs, smoking, noise and neighbours');
  expect(problem?.wrong).toContain(dogs.text);
  expect(problem?.instead).toContain(`\`dogs: "${fingerprintOf(dogs)}"\``);
});

test('somebody may have read the topic beside that clause, as it is', () => {
  const beside = (clause: Clause) =>
    elsewhere.map((topic) => ({ ...topic, readBeside: { [clause.anchor]: fingerprintOf(clause) } }));
  expect(elsewhereProblems({ elsewhere: beside(dogs), clauses: withDogs }, ROOT)).toEqual([]);
  const before = { ...dogs, text: 'Please leave your dogs at home.' };
  expect(elsewhereProblems({ elsewhere: beside(before), clauses: withDogs }, ROOT)).toHaveLength(1);
});
