import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compress } from '../../src/site-build/compress.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compress-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, content: string | Buffer): void =>
  writeFileSync(path.join(folder, name), content);

test.each(['html', 'css', 'js', 'svg', 'txt', 'xml', 'json', 'ics', 'webmanifest'])(
  'a .%s file stands beside itself compressed in both ways, with the same bytes within',
  async (end) => {
    const bytes = Buffer.from('“Words” that come again, and again. '.repeat(60));
    write(`some.${end}`, bytes);
    expect(await compress(folder)).toBe(1);
    const read = (way: string): Buffer => readFileSync(path.join(folder, `some.${end}.${way}`));
    expect(brotliDecompressSync(read('br'))).toEqual(bytes);
    expect(gunzipSync(read('gz'))).toEqual(bytes);
    expect(read('br').length).toBeLessThan(bytes.length / 4);
  },
);

test('what is below one KB is left alone, and what is not below it is not', async () => {
  write('small.html', 'a'.repeat(1023));
  write('large.html', 'a'.repeat(1024));
  await compress(folder);
  expect(readdirSync(folder).sort()).toEqual(['large.html', 'large.html.br', 'large.html.gz', 'small.html']);
});

test.each(['some.png', 'some.pdf', 'wasm.en.pagefind', 'some.pf_meta', 'some.pf_index'])(
  '%s, compressed as it is, is left alone',
  async (name) => {
    write(name, 'a'.repeat(5000));
    expect(await compress(folder)).toBe(0);
    expect(existsSync(path.join(folder, `${name}.br`))).toBe(false);
  },
);

test('what is compressed already is left as it is; what has come or changed since is compressed', async () => {
  write('first.html', 'a'.repeat(2000));
  write('changed.html', 'a'.repeat(2000));
  await compress(folder);
  writeFileSync(path.join(folder, 'first.html.br'), 'as it is');
  write('second.html', 'b'.repeat(2000));
  write('changed.html', 'b'.repeat(2000));
  utimesSync(path.join(folder, 'changed.html'), Date.now() / 1000, Date.now() / 1000 + 1);
  expect(await compress(folder)).toBe(2);
  const changed = readFileSync(path.join(folder, 'changed.html.gz'));
  expect(gunzipSync(changed).toString()).toBe('b'.repeat(2000));
  expect(readFileSync(path.join(folder, 'first.html.br'), 'utf8')).toBe('as it is');
  expect(existsSync(path.join(folder, 'second.html.br'))).toBe(true);
});

describe('beside the site that was built last', () => {
  let last: string;
  beforeEach(() => {
    last = mkdtempSync(path.join(tmpdir(), 'compress-last-'));
  });
  afterEach(() => rmSync(last, { recursive: true, force: true }));
  const words = 'Words that come again. '.repeat(99);

  test('what is the same there is taken over as it was compressed', async () => {
    write('some.html', words);
    writeFileSync(path.join(last, 'some.html'), words);
    writeFileSync(path.join(last, 'some.html.br'), 'as it was');
    expect(await compress(folder, last)).toBe(1);
    expect(readFileSync(path.join(folder, 'some.html.br'), 'utf8')).toBe('as it was');
    expect(gunzipSync(readFileSync(path.join(folder, 'some.html.gz'))).toString()).toBe(words);
  });

  test('what has changed by one sign is compressed anew', async () => {
    write('some.html', words);
    writeFileSync(path.join(last, 'some.html'), words.replace('.', '!'));
    writeFileSync(path.join(last, 'some.html.br'), 'as it was');
    await compress(folder, last);
    expect(brotliDecompressSync(readFileSync(path.join(folder, 'some.html.br'))).toString()).toBe(words);
  });
});
