import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The built pages: HTML by address from the site's root, e.g. `/check/` or `/404.html`. */
export type BuiltPages = ReadonlyMap<string, string>;

/** Reads every page of a built site. */
export function builtPages(folder: string): BuiltPages {
  const files = globSync('**/*.html', { cwd: folder }).sort();
  return new Map(
    files.map((file) => [
      `/${file.replaceAll(path.sep, '/').replace(/(^|\/)index\.html$/, '$1')}`,
      readFileSync(path.join(folder, file), 'utf8'),
    ]),
  );
}
