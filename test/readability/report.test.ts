import { describe, expect, test } from 'vitest';
import { documentsOf } from '../../src/code/document.ts';
import { loadOnce } from '../../src/content/load.ts';
import { readStatement } from '../../src/content/statement.ts';
import { governorsTexts, guidanceTexts, statementText } from '../../src/readability/guidanceTexts.ts';
import { GUIDANCE_AGE, hardGuidance, readabilityReport } from '../../src/readability/report.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadOnce(ROOT);
const report = readabilityReport(content);

describe('the guidance of this school', () => {
  test.each(report.guidance.map((measured) => [measured.name, measured] as const))(
    '“%s” can be read at age twelve',
    (_name, { age, worst }) => {
      expect(age, `The hardest sentences: ${JSON.stringify(worst)}`).toBeLessThanOrEqual(GUIDANCE_AGE);
    },
  );

  test('includes every situation, its reply, the checker’s words, and every statement', () => {
    const texts = guidanceTexts(content);
    for (const [id, { summary, why, routes, reply }] of content.situations) {
      const [page, letter] = texts.filter(({ file }) => file === `content/situations/${id}.yaml`);
      for (const words of [summary, why, routes.staff.start, ...routes.staff.steps.map(({ how }) => how)])
        expect(page?.text).toContain(words);
      expect(letter?.name).toContain(reply.to);
      expect(letter?.text).not.toMatch(/[{}[\]]/);
    }
    for (const file of ['groups', 'contacts', 'help', 'checker/words'])
      expect(texts.map((each) => each.file)).toContain(`content/${file}.yaml`);
    expect(content.statements.length).toBeGreaterThan(0);
    for (const { file } of content.statements) expect(texts.map((each) => each.file)).toContain(file);
  });

  test('doesn’t include the Code, which is measured separately', () => {
    const guidance = guidanceTexts(content)
      .map(({ text }) => text)
      .join('\n');
    const governors = governorsTexts(content)
      .map(({ text }) => text)
      .join('\n');
    for (const { text } of content.clauses.values()) {
      expect(governors).toContain(text);
      // A clause of two words, such as a kind of abuse, may well be named in guidance.
      if (text.length > 30) expect(guidance).not.toContain(text);
    }
    expect(report.governors.map(({ name }) => name)).toEqual(documentsOf(content).map(({ title }) => title));
  });
});

test('hard guidance is listed with its file, its age and its hardest sentence', () => {
  const [easy] = report.guidance;
  if (easy === undefined) throw new Error('There is no guidance.');
  const worst = [{ sentence: 'It is remarkable.', age: 20 }];
  const hard = { ...easy, name: 'A text', file: 'content/a.yaml', age: 12.1, worst };
  const lines = hardGuidance({ guidance: [{ ...easy, age: GUIDANCE_AGE }, hard], governors: [hard] });
  expect(lines).toEqual(['A text (content/a.yaml): reading age 12.1. Hardest sentence: “It is remarkable.”']);
});

test('a statement’s text has a line per paragraph, heading or item, without markup and code', () => {
  const text =
    '---\ntitle: A page\ndescription: On cats.\n---\n\nimport Cat from "./Cat.astro"\n\nOne *two* [three](/x/).\n\n## Four\n\n- five `six`\n- seven\n\n<Cat>eight {1 + 1}</Cat>\n';
  expect(statementText(readStatement({ file: 'content/pages/cats.mdx', text }))).toBe(
    'A page\nOn cats.\nOne two three.\nFour\nfive six\nseven\neight ',
  );
});
