import { type BuiltPages, builtPages } from '../../src/shared/builtPages.ts';

/** The built pages that someone reads: all but those that only forward. */
export function pagesToRead(folder: string): BuiltPages {
  return new Map([...builtPages(folder)].filter(([, html]) => !html.includes('http-equiv="refresh"')));
}
