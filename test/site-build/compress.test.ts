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
  'a .%s file gets both kinds of compressed copy, with the same content',
  async (extension) => {
    const bytes = Buffer.from('“Words” that come again, and again. '.repeat(60));
    write(`some.${extension}`, bytes);
    expect(await compress(folder)).toBe(1);
    const read = (encoding: string): Buffer =>
      readFileSync(path.join(folder, `some.${extension}.${encoding}`));
    expect(brotliDecompressSync(read('br'))).toEqual(bytes);
    expect(gunzipSync(read('gz'))).toEqual(bytes);
    expect(read('br').length).toBeLessThan(bytes.length / 4);
  },
);

test('only files of 1 KB or more are compressed', async () => {
  write('small.html', 'a'.repeat(1023));
  write('large.html', 'a'.repeat(1024));
  await compress(folder);
  expect(readdirSync(folder).sort()).toEqual(['large.html', 'large.html.br', 'large.html.gz', 'small.html']);
});

test.each(['some.png', 'some.pdf', 'some.woff2', 'some.wasm'])(
  '%s is skipped, being compressed already',
  async (name) => {
    write(name, 'a'.repeat(5000));
    expect(await compress(folder)).toBe(0);
    expect(existsSync(path.join(folder, `${name}.br`))).toBe(false);
  },
);

test('compressed copies are kept, and new or changed files are compressed', async () => {
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

describe('with a previous build', () => {
  let previous: string;
  beforeEach(() => {
    previous = mkdtempSync(path.join(tmpdir(), 'compress-previous-'));
  });
  afterEach(() => rmSync(previous, { recursive: true, force: true }));
  const words = 'Words that come again. '.repeat(99);

  test('an unchanged file’s copies are reused', async () => {
    write('some.html', words);
    writeFileSync(path.join(previous, 'some.html'), words);
    writeFileSync(path.join(previous, 'some.html.br'), 'as it was');
    expect(await compress(folder, previous)).toBe(1);
    expect(readFileSync(path.join(folder, 'some.html.br'), 'utf8')).toBe('as it was');
    expect(gunzipSync(readFileSync(path.join(folder, 'some.html.gz'))).toString()).toBe(words);
  });

  test('a file that differs by one character is compressed again', async () => {
    write('some.html', words);
    writeFileSync(path.join(previous, 'some.html'), words.replace('.', '!'));
    writeFileSync(path.join(previous, 'some.html.br'), 'as it was');
    await compress(folder, previous);
    expect(brotliDecompressSync(readFileSync(path.join(folder, 'some.html.br'))).toString()).toBe(words);
  });
});
