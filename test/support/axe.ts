import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

type WithAxe = { axe?: typeof import('axe-core') };

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules about colours. */
const COLOURS = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/**
 * Each finding of axe as `rule: element`.
 *
 * @param rules only those about colours, once all have passed and only colours have changed since
 */
export async function axeFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // Loading it takes longer than running it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const options: RunOptions =
    rules === 'all'
      ? {
          runOnly: { type: 'tag', values: TAGS },
          // Off unless asked for by name.
          rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
        }
      : { runOnly: { type: 'rule', values: COLOURS } };
  const results = await page.evaluate<AxeResults | undefined, RunOptions>(
    (asked) => (globalThis as unknown as WithAxe).axe?.run(asked),
    { ...options, resultTypes: ['violations'] },
  );
  if (results === undefined) throw new Error('axe was not loaded.');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`),
  );
}
