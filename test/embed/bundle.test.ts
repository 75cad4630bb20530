import { beforeAll, describe, expect, test } from 'vitest';
import { bundleElement } from '../../src/embed/bundle.ts';
import { ROOT } from '../support/buildSite.ts';

let script = '';
beforeAll(async () => {
  script = await bundleElement(ROOT);
}, 30_000);

describe('the script that other sites load', () => {
  test('is under 2 KB as it is', () => {
    expect(Buffer.byteLength(script)).toBeGreaterThan(500);
    expect(Buffer.byteLength(script)).toBeLessThan(2048);
  });

  test('is a plain script by itself: it imports nothing and leaves no name behind', () => {
    expect(script).not.toMatch(/\b(import|export)\b/);
    expect(script.trim()).toMatch(/^\(function\(\)\{.*\}\)\(\);$/s);
  });

  // Safari drops a function whose last act is to return a call, and then takes the callee for the one who called: the
  // frame would get its question from itself, and give no answer.
  test('asks the frame in words that Safari takes for its own', () => {
    expect(script).toMatch(/\.postMessage\(/);
    expect(script).not.toMatch(/(=>|return )[\w.#]*\??\.postMessage\(/);
  });

  test('writes no markup, and asks nobody for anything but the frame', () => {
    expect(script).not.toMatch(/innerHTML|insertAdjacent|document\.write|fetch|XMLHttp|cookie|Storage|eval/);
  });
});
