import { spawn } from 'node:child_process';
import path from 'node:path';

// `npm test`: the linter and the type checker run beside the tests, which take longest and so have the last word. What
// comes after `--` is for vitest, e.g. `npm test -- search`.

interface Ended {
  code: number;
  printed: string;
}

// Tests start the commands and the build some hundred times: what’s compiled for one of them is there for the next.
const env = {
  ...process.env,
  NODE_COMPILE_CACHE: path.join(import.meta.dirname, '../node_modules/.cache/compiled'),
};

/** Runs a command; what it prints is shown as it comes, or else kept. */
function run(command: string, output: 'inherit' | 'pipe'): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: ['ignore', output, output], env });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => {
        printed += part;
      });
    child.once('close', (code) => resolve({ code: code ?? 1, printed }));
  });
}

const tests = run(
  [
    'vitest run --config test/vitest.config.ts',
    ...process.argv.slice(2).map((word) => JSON.stringify(word)),
  ].join(' '),
  'inherit',
);
const checks = await Promise.all(
  ['npm run --silent lint', 'npm run --silent types'].map((command) => run(command, 'pipe')),
);
const [{ code }, ...failed] = [await tests, ...checks.filter((check) => check.code !== 0)];
for (const { printed } of failed) console.error(printed);
if (failed.length > 0) console.error('The tests have run (see above), but lint or types failed.');
process.exitCode = failed.length > 0 ? 1 : code;
