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

  test('writes no markup, and asks nobody for anything but the frame', () => {
    expect(script).not.toMatch(/innerHTML|insertAdjacent|document\.write|fetch|XMLHttp|cookie|Storage|eval/);
  });
});
