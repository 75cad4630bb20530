import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAppendices } from '../code/appendices.ts';
import { CODE_PAGE, type CodeDocument, parseDocument, type SourceFile } from '../code/document.ts';
import type { EditionSource } from '../code/editions.ts';

/** A file below the project's folder; undefined if it isn't there. */
export function bytesOf(root: string, file: string): Buffer | undefined {
  const place = path.join(root, file);
  return existsSync(place) ? readFileSync(place) : undefined;
}

/** The files in a folder with an extension, by their paths from the project's folder, in order. */
export function filesOf(root: string, folder: string, extension: string): string[] {
  return globSync(`${folder}/*${extension}`, { cwd: root })
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

/** The MDX files in a folder, in order. */
export function mdxIn(root: string, folder: string): SourceFile[] {
  return filesOf(root, folder, '.mdx').map((file) => ({
    file,
    text: readFileSync(path.join(root, file), 'utf8'),
  }));
}

/** @throws ContentError with every mistake in it */
export function readCode(root: string): CodeDocument {
  return parseDocument(CODE_PAGE, mdxIn(root, 'content/code'));
}

/** @throws ContentError with every mistake in them */
export function appendicesOf(root: string): CodeDocument[] {
  const others = globSync(['src/pages/*', 'content/pages/*'], { cwd: root });
  return readAppendices(
    mdxIn(root, 'content/appendix'),
    new Set(others.map((file) => `/${path.parse(file).name}/`)),
  );
}

/** The files of every edition. */
export function editionSources(root: string): EditionSource[] {
  const names = new Set(
    filesOf(root, 'content/editions', '.{yaml,txt}').map((file) => path.parse(file).name),
  );
  return [...names].map((name) => ({
    name,
    metadata: bytesOf(root, `content/editions/${name}.yaml`)?.toString('utf8'),
    words: bytesOf(root, `content/editions/${name}.txt`),
  }));
}
