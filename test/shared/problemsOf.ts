import { ContentError, type Problem } from '../../src/shared/problem.ts';

/** The problems that reading content reports; none if it succeeds. */
export function problemsOf(read: () => unknown): readonly Problem[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}
