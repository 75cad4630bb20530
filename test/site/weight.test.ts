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
  test('the first view of the Code, checker not yet touched: at most 25 KB in all, HTML with CSS under 14 KB', () => {
    const html = parse(readFileSync(path.join(folder, 'index.html'), 'utf8'));
    const files = html
      .querySelectorAll(
        'link[rel~="stylesheet"], link[rel~="icon"], link[rel="modulepreload"], script[src], img[src]',
      )
      .map((element) => (element.getAttribute('href') ?? element.getAttribute('src') ?? '').slice(1));
    const page = sent('index.html');
    const styles = files.filter((file) => file.endsWith('.css')).reduce((sum, file) => sum + sent(file), 0);
    const rest = files.filter((file) => !file.endsWith('.css')).reduce((sum, file) => sum + sent(file), 0);
    expect(page + styles).toBeLessThan(14 * KB);
    expect(page + styles + rest).toBeLessThanOrEqual(25 * KB);
  });

  test('the pages for staff and governors add nothing to it: no style, no script, no leave of theirs', () => {
    const inlineOf = (address: string): Set<string> => {
      const html = parse(readFileSync(path.join(folder, address, 'index.html'), 'utf8'));
      return new Set(html.querySelectorAll('script, style').map(({ outerHTML }) => outerHTML));
    };
    const shared = inlineOf('');
    for (const address of ['staff', 'governors']) {
      const own = [...inlineOf(address)].filter((part) => !shared.has(part));
      expect(own.some((part) => part.startsWith('<style'))).toBe(true);
    }
    const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
    // Its policy allows what it holds, and nothing that only another page does.
    expect(trimPolicy(html)).toBe(html);
    for (const mark of ['.scroll{', '.strips', '.matrix', '.actions', 'staff/qr'])
      expect(html, mark).not.toContain(mark);
  });

  test('what is copied for an email: fetched with the first copy, and at most 8 KB of words', () => {
    const files = globSync('_astro/*quotations*.js', { cwd: folder });
    expect(files).toHaveLength(1);
    expect(sent(files[0] ?? '')).toBeLessThanOrEqual(8 * KB);
    expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).not.toContain('quotations');
  });

  test('the model: at most 90 KB', () => {
    const [model = ''] = globSync('_astro/*checker-model*.js', { cwd: folder });
    expect(sent(model)).toBeGreaterThan(20 * KB);
    expect(sent(model)).toBeLessThanOrEqual(90 * KB);
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
