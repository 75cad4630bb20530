import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

type WithAxe = { axe?: typeof import('axe-core') };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each finding of axe as `rule: element`. */
export async function axeFindings(page: Page): Promise<string[]> {
  // To load it takes longer than to run it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const results = await page.evaluate<AxeResults | undefined, string[]>(
    (values) =>
      (globalThis as unknown as WithAxe).axe?.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
        // Off unless asked for by name.
        rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
      }),
    RULES,
  );
  if (results === undefined) throw new Error('axe was not loaded.');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
}
