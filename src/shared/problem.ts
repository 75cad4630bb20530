/** A mistake in a file under `content/`, explained to whoever edits it. */
export interface Problem {
  /** Path from the project's folder, e.g. `content/school.yaml`. */
  file: string;
  /** Line in that file, from 1; left out if the whole file is meant. */
  line?: number | undefined;
  /** What is wrong, as a sentence. */
  wrong: string;
  /** What to write instead, as a sentence. */
  instead: string;
}

/** Stops the build. Its message lists every problem, for a reader who isn't a programmer. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  /** @param problems at least one. */
  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n\n'));
    this.name = 'ContentError';
    // The mistake is in the content, so a stack trace of our code helps nobody.
    delete this.stack;
    this.problems = problems;
  }
}

/** Whether it’s a {@link ContentError}, also one of a built page, which has a copy of the class. */
export function isContentError(error: unknown): error is ContentError {
  return error instanceof Error && error.name === 'ContentError';
}

/** @throws ContentError if there are any problems */
export function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ContentError(problems);
}

function formatProblem({ file, line, wrong, instead }: Problem): string {
  const place = line === undefined ? file : `${file}, line ${line}`;
  return `${place}\n  What is wrong: ${wrong}\n  What to do:    ${instead}`;
}

/**
 * Collects the problems of several readers, so that they're all reported together.
 *
 * @returns `attempt` runs a reader: it returns what the reader returns or, after a {@link ContentError}, `undefined`
 */
export function collectProblems() {
  const problems: Problem[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  return { problems, attempt };
}

/** A name that isn't one of the `known` names of its kind, such as `clause`. */
export function unknownName(
  file: string,
  kind: string,
  name: string,
  known: Iterable<string>,
  line?: number,
): Problem {
  return {
    file,
    line,
    wrong: `There’s no ${kind} called “${name}”.`,
    instead: `Write one of: ${[...known].join(', ')}.`,
  };
}

/** The line, from 1, of the first of `text` that `matches`. */
export function lineWhere(text: string, matches: (line: string) => boolean): number | undefined {
  const index = text.split('\n').findIndex(matches);
  return index < 0 ? undefined : index + 1;
}

/** The names that are given more than once, each once. */
export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
