import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, thinPhrases } from '../support/copyProject.ts';

let root: string;
beforeAll(() => {
  root = thinPhrases(copyProject(), 20);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const check = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['src/commands/check.ts', ...args], { cwd: root });

test('where content is wrong, the check says where and fails', async () => {
  writeFileSync(path.join(root, 'content/school.yaml'), 'name: Made up\naccent: green\n');
  await expect(check()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('content/school.yaml, line 2'),
  });
});

test('a word that it does not know brings up how to call it', async () => {
  await expect(check('--everything')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('npm run check -- --external'),
  });
});
