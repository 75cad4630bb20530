import { beforeAll, describe, expect, test } from 'vitest';
import { bundleElement } from '../../src/embed/bundle.ts';
import { ROOT } from '../support/buildSite.ts';

let script = '';
beforeAll(async () => {
  script = await bundleElement(ROOT);
}, 30_000);

describe('the script that other sites load', () => {
  test('is under 2 KB uncompressed', () => {
    expect(Buffer.byteLength(script)).toBeGreaterThan(500);
    expect(Buffer.byteLength(script)).toBeLessThan(2048);
  });

  test('is a self-contained script that imports nothing and leaves no globals', () => {
    expect(script).not.toMatch(/\b(import|export)\b/);
    expect(script.trim()).toMatch(/^\(function\(\)\{.*\}\)\(\);$/s);
  });

  // Safari optimises a returned call away, and then names the frame itself as the message's source, so the frame
  // wouldn't answer.
  test('doesn’t return its call to postMessage', () => {
    expect(script).toMatch(/\.postMessage\(/);
    expect(script).not.toMatch(/(=>|return )[\w.#]*\??\.postMessage\(/);
  });

  test('writes no HTML, and requests nothing but the frame', () => {
    expect(script).not.toMatch(/innerHTML|insertAdjacent|document\.write|fetch|XMLHttp|cookie|Storage|eval/);
  });
});
