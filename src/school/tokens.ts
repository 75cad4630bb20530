import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The colours of `src/styles/tokens.css` by name without the two hyphens, as `#` and three or six digits. */
export interface Tokens {
  light: ReadonlyMap<string, string>;
  dark: ReadonlyMap<string, string>;
}

/** Reads the colours out of the text of tokens.css: those of the light, and those of the dark in their place. */
export function tokensIn(css: string): Tokens {
  const [light = '', dark = ''] = css
    .split('@media (prefers-color-scheme: dark)')
    .map((part) => part.split('@media print')[0] ?? '');
  return { light: coloursIn(light), dark: coloursIn(dark) };
}

function coloursIn(block: string): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{3,6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** The colour of the page itself, on which everything else stands. */
export interface Grounds {
  light: string;
  dark: string;
}

/** Reads the colours of the site from tokens.css, the one place where they are written; `root` is the project's folder. */
export function tokensOf(root: string): Tokens {
  return tokensIn(readFileSync(path.join(root, 'src/styles/tokens.css'), 'utf8'));
}

/**
 * Reads the page's ground from tokens.css.
 *
 * @param root the project's folder
 * @throws Error where tokens.css has no `--paper`
 */
export function groundsOf(root: string): Grounds {
  const { light, dark } = tokensOf(root);
  const paper = (tokens: ReadonlyMap<string, string>): string => {
    const colour = tokens.get('paper');
    if (colour === undefined) throw new Error('There is no --paper in src/styles/tokens.css.');
    return colour;
  };
  return { light: paper(light), dark: paper(dark) };
}
