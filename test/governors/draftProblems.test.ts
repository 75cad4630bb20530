import { describe, expect, test } from 'vitest';
import { clausesOf } from '../../src/code/document.ts';
import { draftProblems } from '../../src/governors/draftProblems.ts';
import { fixtureDocument, fixtureEdition } from '../support/fixtureEditions.ts';

const code = fixtureDocument();
const content = {
  code,
  appendices: [{ page: '/appendix/', title: '', blocks: [] }],
  clauses: new Map(clausesOf(code).map((clause) => [clause.anchor, clause])),
};
const editions = ['edition-10', 'draft-11'].map(fixtureEdition);

describe('a draft copy', () => {
  test('can’t be built if the draft loses a published address', () => {
    const [problem, ...more] = draftProblems({ ...content, editions }, new Set());
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: 'content/editions/draft-11.txt', line: 12 });
    expect(problem?.wrong).toContain('/#laughing');
    expect(problem?.instead).toContain('`/#laughing: /#new`');
  });

  test('can be built if that address is forwarded', () => {
    expect(draftProblems({ ...content, editions }, new Set(['/#laughing']))).toEqual([]);
  });

  test('can’t be built without a draft', () => {
    const problems = draftProblems({ ...content, editions: [fixtureEdition('edition-10')] }, new Set());
    expect(problems).toEqual([expect.objectContaining({ file: 'content/editions' })]);
  });
});
