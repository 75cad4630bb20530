import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An import, as written in a file. */
export interface Import {
  /** What's imported: a file from the project's folder, or a package. */
  from: string;
  /** Whether only types are imported, so that nothing is loaded. */
  typeOnly: boolean;
}

const STATEMENT =
  /^\s*(?:import|export)\s+(?:(type)\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** Every import in some source text; relative ones are resolved from `file`. */
export function importsIn(text: string, file: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, statement, dynamic]) => {
    const [named = ''] = (statement ?? dynamic ?? '').split('?');
    return {
      from: named.startsWith('.') ? path.posix.join(path.posix.dirname(file), named) : named,
      typeOnly: type !== undefined,
    };
  });
}

/** Every source file under `src/`, with its text. */
export function readSources(root: string): Map<string, string> {
  const files = globSync('src/**/*.{ts,tsx,astro}', { cwd: root }).map((file) =>
    file.replaceAll(path.sep, '/'),
  );
  return new Map(files.sort().map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/**
 * The first cycle found in a graph.
 *
 * @param edges what each node leads to
 * @returns the nodes in order, the first again at the end; `undefined` if there's no cycle
 */
export function findCycle(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next, [...trail, node]);
      if (cycle !== undefined) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
