import { spawn } from 'node:child_process';

/** Has Node take a pipe for a terminal. */
const AS_AT_TERMINAL = 'data:text/javascript,process.stdin.isTTY=process.stdout.isTTY=true';

/**
 * Runs one of our commands as at a terminal.
 *
 * @param root the project's folder
 * @param args the command's file and what it's given
 * @param typed at each question, which ends with an answer in brackets; nothing takes that
 * @returns what it printed
 * @throws an error with that, if it asks more or fewer questions
 */
export async function atTerminal(
  root: string,
  args: readonly string[],
  typed: readonly string[],
): Promise<string> {
  const child = spawn(process.execPath, ['--import', AS_AT_TERMINAL, ...args], {
    cwd: root,
    // Without the codes that move a terminal’s cursor.
    env: { ...process.env, TERM: 'dumb' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const left = [...typed];
  let printed = '';
  child.stdout.on('data', (piece: Buffer) => {
    printed += piece.toString();
    if (!/\] $/.test(printed)) return;
    const next = left.shift();
    if (next === undefined) child.kill();
    else child.stdin.write(`${next}\n`);
  });
  const code = await new Promise((done) => child.on('close', done));
  if (left.length > 0 || code !== 0) throw new Error(`It asked or said something else:\n${printed}`);
  return printed.replaceAll('\r', '');
}
