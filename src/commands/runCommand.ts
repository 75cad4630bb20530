import { isContentError } from '../shared/problem.ts';

/**
 * Runs a command with the process's arguments. An error in the content ends it with exit code 1, one in the arguments
 * with 2; both print a message without a stack. So does leaving at a question. Other errors are thrown.
 *
 * @param help how to use the command
 */
export async function runCommand(main: (args: string[]) => Promise<void>, help: string): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    if (isContentError(error)) {
      console.error(error.message);
      process.exitCode = 1;
    } else if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      console.error(`${error.message}\n\n${help}`);
      process.exitCode = 2;
    } else if (error instanceof Error && error.name === 'AbortError') {
      // Ctrl+C or Ctrl+D at a question.
      console.error('\nStopped. Nothing has been written.');
      process.exitCode = 1;
    } else throw error;
  }
}
