import { ContentError } from '../shared/problem.ts';

/**
 * Tells whoever ran a command what they got wrong, in the content (1) or in the call (2): the message, not the stack.
 *
 * @param help how to call the command
 * @returns the command's exit code
 * @throws anything else
 */
export function exitCodeFor(error: unknown, help: string): number {
  if (error instanceof ContentError) {
    console.error(error.message);
    return 1;
  }
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    console.error(`${error.message}\n\n${help}`);
    return 2;
  }
  throw error;
}
