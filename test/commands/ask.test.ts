import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readCases } from '../../src/checker/evaluation/cases.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { trainedReader } from '../checker/trainedReader.ts';
import { unsureText } from '../checker/unsureText.ts';

const ASK = fileURLToPath(new URL('../../src/commands/ask.ts', import.meta.url));

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
beforeAll(() => void trainedReader());

// Each call loads the model in a new process.
describe('npm run ask', () => {
  test('prints one JSON object per line, its keys in a fixed order', () => {
    const [first, second, end] = ask(['--json'], 'He swore at me\n\n').split('\n');
    const read = trainedReader();
    const { emergency, answers, concern } = read('He swore at me');
    const keys = JSON.stringify({ text: 'He swore at me', emergency, answers, concern }).slice(0, -1);
    expect(first?.startsWith(`${keys},"question":`)).toBe(true);
    expect(Object.keys(JSON.parse(first ?? ''))).toEqual([
      'text',
      'emergency',
      'answers',
      'concern',
      'question',
      'abstains',
      'reader',
      'topic',
      'language',
    ]);
    expect(JSON.parse(second ?? '')).toMatchObject({ text: '', emergency: false });
    expect(end).toBe('');
  });

  test('reads its arguments instead of standard input', () => {
    const printed = ask(['first text', 'second text'], 'third text');
    expect(printed).toMatch(/^first text\n/);
    expect(printed).toContain('\nsecond text\n');
    expect(printed).not.toContain('third text');
  });

  test('answers 1,000 lines', () => {
    const cases = readCases(ROOT);
    const lines = Array.from({ length: 1000 }, (_, n) => cases[n % cases.length]?.text);
    expect(ask(['--json'], lines.join('\n')).trim().split('\n')).toHaveLength(1000);
  });

  test('asks which situation is closest, and takes an answer by text or by number', () => {
    const text = unsureText();
    const before = JSON.parse(ask(['--json', text]));
    expect(before.question).toMatchObject({ id: 'closest', text: expect.stringMatching(/\?$/) });
    expect(before.question.options.length).toBeGreaterThan(1);
    const byNumber = ask(['--json', '--answer', '2', text]);
    expect(ask(['--json', '--answer', before.question.options[1], text])).toBe(byNumber);
    const after = JSON.parse(byNumber);
    expect(after.answers[0].situation).toBe(before.answers[1].situation);
    expect(after.question).toBeNull();
    expect(JSON.parse(ask(['--json', '--answer', 'none of these', text])).answers).toEqual(before.answers);
  });

  test('shows its help if an option is unknown', () => {
    const { status, stderr } = spawnSync(process.execPath, [ASK, '--jsn'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('npm run ask');
    expect(stderr).not.toContain('    at ');
  });
});
