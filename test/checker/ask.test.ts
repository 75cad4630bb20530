import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCases } from './cases.ts';
import { taughtReader } from './taughtReader.ts';

const ASK = fileURLToPath(new URL('../../src/checker/ask.ts', import.meta.url));

function ask(args: string[], input = ''): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ASK, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

// Teaching takes seconds where no model is kept yet; nothing below is to wait for it.
beforeAll(() => void taughtReader(), 60_000);

describe('npm run ask', () => {
  test('prints one JSON object a line, its keys in a fixed order', () => {
    const [first, second, end] = ask(['--json'], 'He swore at me\n\n').split('\n');
    const read = taughtReader();
    const { emergency, answers, concern } = read('He swore at me');
    expect(first).toBe(JSON.stringify({ text: 'He swore at me', emergency, answers, concern }));
    expect(JSON.parse(second ?? '')).toMatchObject({ text: '', emergency: false });
    expect(end).toBe('');
  });

  test('reads its arguments in place of standard input', () => {
    const printed = ask(['first text', 'second text'], 'third text');
    expect(printed).toMatch(/^first text\n/);
    expect(printed).toContain('\nsecond text\n');
    expect(printed).not.toContain('third text');
  });

  test('answers 1,000 lines in seconds', () => {
    const cases = readCases();
    const lines = Array.from({ length: 1000 }, (_, n) => cases[n % cases.length]?.text);
    const start = performance.now();
    expect(ask(['--json'], lines.join('\n')).trim().split('\n')).toHaveLength(1000);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
