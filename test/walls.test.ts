import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './support/buildSite.ts';
import { findCycle, importsIn, readSources } from './support/imports.ts';

const sources = readSources(ROOT);

/** The graph of imports between the parts of `src/`, types included. */
function graphOf(partOf: (file: string) => string): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const [file, text] of sources) {
    for (const { from } of importsIn(text, file)) {
      if (!from.startsWith('src/') || partOf(from) === partOf(file)) continue;
      edges.set(partOf(file), (edges.get(partOf(file)) ?? new Set()).add(partOf(from)));
    }
  }
  return edges;
}

describe('no two parts of src import each other, directly or through others', () => {
  test('folders', () => {
    const edges = graphOf((file) => path.posix.dirname(file));
    expect(edges.size).toBeGreaterThan(20);
    expect(findCycle(edges)?.join(' → ')).toBeUndefined();
  });

  test('rooms, with everything inside them', () => {
    expect(findCycle(graphOf((file) => file.split('/').slice(0, 2).join('/')))?.join(' → ')).toBeUndefined();
  });

  test('a cycle is named', () => {
    const edges = new Map([
      ['pages', new Set(['code'])],
      ['code', new Set(['school', 'shared'])],
      ['school', new Set(['code'])],
    ]);
    expect(findCycle(edges)).toEqual(['code', 'school', 'code']);
  });

  test('every way of importing is seen', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "import './c.css';",
      'import {\n  d,\n  e,\n} from "./d.ts";',
      "export * from './e.ts';",
      "const f = await import('./f.ts');",
      "import { z } from 'zod';",
    ].join('\n');
    expect(importsIn(text, 'src/x/y.ts')).toEqual([
      { from: 'src/x/a.ts', typeOnly: false },
      { from: 'src/b.ts', typeOnly: true },
      { from: 'src/x/c.css', typeOnly: false },
      { from: 'src/x/d.ts', typeOnly: false },
      { from: 'src/x/e.ts', typeOnly: false },
      { from: 'src/x/f.ts', typeOnly: false },
      { from: 'zod', typeOnly: false },
    ]);
  });
});

/** The linter's verdict on files that don't exist in the project: the paths of those it refuses. */
async function refused(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'walls-'));
  try {
    cpSync(path.join(ROOT, '.biome.jsonc'), path.join(folder, '.biome.jsonc'));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const biome = path.join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
    const flags = ['--vcs-enabled=false', '--only=style/noRestrictedImports', '--reporter=json'];
    const printed = await new Promise<string>((resolve) => {
      execFile(
        process.execPath,
        [biome, 'lint', ...flags, '--max-diagnostics=none', '.'],
        { cwd: folder },
        (_, out) => resolve(out),
      );
    });
    const { diagnostics } = JSON.parse(printed) as {
      diagnostics: { category: string; severity: string; location: { path: string } }[];
    };
    expect(diagnostics.every(({ category }) => category === 'lint/style/noRestrictedImports')).toBe(true);
    return [...new Set(diagnostics.map(({ location }) => location.path.replaceAll('\\', '/')))].sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** In a folder behind a wall, what mustn't be imported there, and what may be. */
const WALLS: Readonly<Record<string, { file: (name: string) => string; bad: string[]; good: string[] }>> = {
  'reading imports nothing outside its folder': {
    file: (name) => `src/checker/reading/${name}.ts`,
    bad: [
      "import '../schema.ts';",
      "import type { Yaml } from '../../shared/yaml.ts';",
      "import path from 'node:path';",
      "import { h } from 'preact';",
      "export { train } from '../training/train.ts';",
      "await import('astro:content');",
    ],
    good: ["import { wordsOf } from './words.ts';"],
  },
  'what the browser loads gets no training, evaluation or schema': {
    file: (name) => `src/checker/widget/${name}.tsx`,
    bad: [
      "import { z } from 'zod';",
      "import fs from 'node:fs';",
      "import { train } from '../training/train.ts';",
      "import { readCases } from '../evaluation/cases.ts';",
      "import { checkerSchema } from '../schema.ts';",
      "import { type CheckerWords, checkerSchema } from '../schema.ts';",
      "import * as schema from '../schema.ts';",
      "import '../schema.ts';",
      "await import('../../situations/reply.ts');",
      "import { SCHOOL_FILE } from '../../school/school.ts';",
      "import { loadContent } from '../../content/load.ts';",
    ],
    good: [
      "import type { CheckerWords } from '../schema.ts';",
      "import { createReader } from '../reading/reader.ts';",
      "import { Route } from '../../situations/Route.tsx';",
    ],
  },
  'pages and components never read files': {
    file: (name) => `src/components/code/${name}.astro`,
    bad: [
      "---\nimport { readFileSync } from 'node:fs';\n---\n",
      "---\nimport 'node:fs/promises';\n---\n",
      "---\nimport fs from 'fs';\n---\n",
    ],
    good: ["---\nimport { siteContent } from '../../content/site.ts';\n---\n"],
  },
};

describe('the linter holds each wall', () => {
  let found: string[];
  const filesOf = (wall: string, kind: 'bad' | 'good'): [string, string][] => {
    const { file, [kind]: texts } = WALLS[wall] ?? { file: String, bad: [], good: [] };
    return texts.map((text, index) => [file(`${kind}${index}`), text]);
  };
  beforeAll(async () => {
    const walls = Object.keys(WALLS);
    found = await refused(
      Object.fromEntries(walls.flatMap((wall) => [...filesOf(wall, 'bad'), ...filesOf(wall, 'good')])),
    );
  });

  test.each(Object.keys(WALLS))('%s', (wall) => {
    const [bad, good] = [filesOf(wall, 'bad'), filesOf(wall, 'good')];
    expect(bad.filter(([file]) => !found.includes(file))).toEqual([]);
    expect(good.filter(([file]) => found.includes(file))).toEqual([]);
  });
});

describe('what the browser loads', () => {
  const SCRIPT = /<script(?![^>]*\bis:inline\b)[^>]*>(.*?)<\/script>/gs;
  /** Bundled on their own, for the worker and for other sites' pages. */
  const BUNDLED = ['src/offline/serviceWorker.ts', 'src/embed/element.ts'];
  const loaded = new Map<string, string>();

  const load = (file: string): void => {
    if (loaded.has(file)) return;
    const text = sources.get(file);
    if (text === undefined) return;
    loaded.set(file, text);
    for (const { from, typeOnly } of importsIn(text, file)) if (!typeOnly) load(from);
  };
  for (const file of BUNDLED) load(file);
  for (const [file, text] of sources) {
    if (!file.endsWith('.astro')) continue;
    for (const [, script = ''] of text.matchAll(SCRIPT))
      for (const { from } of importsIn(script, file)) load(from);
  }

  test('reaches no training, evaluation, schema or file', () => {
    expect([...loaded.keys()]).toContain('src/checker/reading/reader.ts');
    const reached = [...loaded].flatMap(([file, text]) =>
      importsIn(text, file)
        .filter(
          ({ from, typeOnly }) =>
            !typeOnly && /^(zod|node:.*|src\/checker\/(training|evaluation)\/.*)$/.test(from),
        )
        .map(({ from }) => `${file} → ${from}`),
    );
    expect(reached).toEqual([]);
  });

  test('is all behind the wall: each file is refused Zod', async () => {
    const files = Object.fromEntries([...loaded.keys()].map((file) => [file, "import { z } from 'zod';\n"]));
    expect(Object.keys(files).length).toBeGreaterThan(30);
    const found = await refused(files);
    expect(Object.keys(files).filter((file) => !found.includes(file))).toEqual([]);
  });
});
