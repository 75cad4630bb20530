import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The colours of `src/styles/tokens.css` by name without the two hyphens, as `#` and three or six digits. */
export interface Tokens {
  light: ReadonlyMap<string, string>;
  /** Only those that differ in dark mode. */
  dark: ReadonlyMap<string, string>;
}

/** The page's background in each mode. */
export interface Backgrounds {
  light: string;
  dark: string;
}

/** Parses the colours in the text of tokens.css, without those for print. */
export function parseTokens(css: string): Tokens {
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

/** @param root the project's folder */
export function readTokens(root: string): Tokens {
  return parseTokens(readFileSync(path.join(root, 'src/styles/tokens.css'), 'utf8'));
}

/**
 * @param root the project's folder
 * @throws Error if tokens.css has no `--paper`
 */
export function readBackgrounds(root: string): Backgrounds {
  const { light, dark } = readTokens(root);
  const paper = (tokens: ReadonlyMap<string, string>): string => {
    const colour = tokens.get('paper');
    if (colour === undefined) throw new Error('There’s no --paper in src/styles/tokens.css.');
    return colour;
  };
  return { light: paper(light), dark: paper(dark) };
}
