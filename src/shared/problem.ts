/**
 * What is wrong with a file under `content/`, told to whoever edits it.
 * Every reader of content reports through this, so that each message has the same four parts.
 */
export interface Problem {
  /** Path from the project's folder, e.g. `content/school.yaml`. */
  file: string;
  /** Line in that file, from 1; left out where the whole file is meant. */
  line?: number;
  /** What is wrong, as a sentence. */
  wrong: string;
  /** What to write instead, as a sentence. */
  instead: string;
}

/** Stops the build. Its message lists every problem found, for a reader who is no programmer. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  /** @param problems at least one. */
  constructor(problems: readonly Problem[]) {
    super(problems.map(describe).join('\n\n'));
    this.name = 'ContentError';
    // The mistake is in the content: where in our code it was noticed helps nobody.
    delete this.stack;
    this.problems = problems;
  }
}

/** Throws a {@link ContentError} if there is any problem; does nothing otherwise. */
export function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ContentError(problems);
}

/** One problem as text: place, what is wrong, what to do. */
export function describe({ file, line, wrong, instead }: Problem): string {
  const place = line === undefined ? file : `${file}, line ${line}`;
  return `${place}\n  What is wrong: ${wrong}\n  What to do:    ${instead}`;
}
