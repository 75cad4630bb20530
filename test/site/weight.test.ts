import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import { trimPolicy } from '../../src/site-build/csp.ts';

const { folder } = inject('atRoot');
const KB = 1024;
const sent = (file: string): number => brotliCompressSync(readFileSync(path.join(folder, file))).length;

describe('what a parent pays for', () => {
  test('the first view of the Code, checker not yet touched: at most 20 KB in all, HTML with CSS under 14 KB', () => {
    const html = parse(readFileSync(path.join(folder, 'index.html'), 'utf8'));
    const files = html
      .querySelectorAll(
        'link[rel~="stylesheet"], link[rel~="icon"], link[rel$="preload"], script[src], img[src]',
      )
      .map((element) => (element.getAttribute('href') ?? element.getAttribute('src') ?? '').slice(1));
    const page = sent('index.html');
    const styles = files.filter((file) => file.endsWith('.css')).reduce((sum, file) => sum + sent(file), 0);
    const rest = files.filter((file) => !file.endsWith('.css')).reduce((sum, file) => sum + sent(file), 0);
    expect(page + styles).toBeLessThan(14 * KB);
    expect(page + styles + rest).toBeLessThanOrEqual(20 * KB);
  });

  test.each(['staff', 'staff/poster', 'staff/tear-off', 'governors'])(
    '/%s/ adds no style to it, and no leave',
    (address) => {
      const htmlOf = (page: string) => readFileSync(path.join(folder, page, 'index.html'), 'utf8');
      const first = htmlOf('');
      /** What Astro marks the elements of a component with, so that its style is for them alone. */
      const componentsOn = (html: string): string[] => {
        const body = parse(html).querySelector('body');
        for (const style of body?.querySelectorAll('style') ?? []) style.remove();
        return body?.toString().match(/data-astro-cid-\w+/g) ?? [];
      };
      const ours = new Set(componentsOn(first));
      const theirs = new Set(componentsOn(htmlOf(address)).filter((component) => !ours.has(component)));
      expect(theirs.size).toBeGreaterThan(0);
      expect([...theirs].filter((component) => first.includes(component))).toEqual([]);
      // Its policy allows what it holds, and nothing that only another page does.
      expect(trimPolicy(first)).toBe(first);
    },
  );

  test('what is copied for an email: fetched with the first copy, and at most 8 KB of words', () => {
    const files = globSync('_astro/*quotations*.js', { cwd: folder });
    expect(files).toHaveLength(1);
    expect(sent(files[0] ?? '')).toBeLessThanOrEqual(8 * KB);
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).not.toContain('quotations');
  });

  test('the checker: at most 75 KB when it’s touched, and 40 KB more with the first letter', () => {
    const sum = (files: readonly string[]): number => files.reduce((all, file) => all + sent(file), 0);
    const touched = globSync('_astro/{*checker-model*,model.*}.js', { cwd: folder });
    const typed = globSync('_astro/{mount,*answers,reader,jsxRuntime}*.js', { cwd: folder });
    expect([touched.length, typed.length]).toEqual([2, 4]);
    expect(sum(touched)).toBeGreaterThan(20 * KB);
    expect(sum(touched)).toBeLessThanOrEqual(75 * KB);
    expect(sum(typed)).toBeLessThanOrEqual(40 * KB);
  });

  test('nothing of the build is served: no maps, no sources, no phrases; of texts only the editions', () => {
    const files = globSync('**/*', { cwd: folder });
    expect(files.filter((file) => /\.(map|ts|tsx|mdx|astro|yaml|jsonl)$/.test(file))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.txt')).sort()).toEqual([
      'governors/editions/edition-1.txt',
      'robots.txt',
    ]);
  });
});
