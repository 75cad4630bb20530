import { type CodeDocument, parseDocument } from '../code/document.ts';
import { blocksOfEdition } from '../code/edition.ts';
import { withoutBullets } from './markers.ts';
import { type Policy, tidy } from './policy.ts';
import type { Files } from './writeDocuments.ts';

/** How many characters to show before and after a difference. */
const AROUND = 40;

/**
 * Compares what’s written with the source, character by character, but for bullets and for how much white space there is.
 *
 * @param files as written
 * @param policy the words of the school’s document, read in another way
 * @param leftOut lines of the source that aren’t part of the Code, such as the school’s name above the title
 * @returns the first difference as a sentence; nothing if there is none
 */
export function firstDifference(
  files: Files,
  { source, hasSpaces }: Pick<Policy, 'source' | 'hasSpaces'>,
  leftOut: readonly string[],
): string | undefined {
  const edition = files.get('editions/edition-1.txt') ?? '';
  const inOrder = (folder: string): CodeDocument[] => {
    const sources = [...files]
      .filter(([file]) => file.startsWith(folder))
      .map(([file, text]) => ({ file: `content/${file}`, text }));
    return sources.length === 0 ? [] : [parseDocument('/', sources)];
  };
  const inMdx = [...inOrder('code/'), ...inOrder('appendix/')].map(wordsOfDocument).join('\n');
  const inEdition = blocksOfEdition(edition)
    .map(({ words }) => words.join(' '))
    .join('\n');
  let expected = source;
  for (const line of leftOut) expected = expected.replace(line, '');
  const toCompare: [string, string][] = [
    ['The edition', inEdition],
    ['The Code’s pages', inMdx],
  ];
  for (const [what, written] of toCompare) {
    const difference = compare(folded(expected, hasSpaces), folded(written, hasSpaces));
    if (difference !== undefined)
      return `${what} would differ from the document. It says “${difference.expected}”, but what was read from it is “${difference.written}”.`;
  }
  return undefined;
}

/** Its characters without bullets and without line breaks. */
function folded(text: string, hasSpaces: boolean): string {
  const words = tidy(withoutBullets(tidy(text)));
  return hasSpaces ? words : words.replaceAll(' ', '');
}

function compare(expected: string, written: string): { expected: string; written: string } | undefined {
  if (expected === written) return undefined;
  let at = 0;
  while (at < expected.length && expected[at] === written[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return { expected: around(expected), written: around(written) };
}

function wordsOfDocument({ blocks }: CodeDocument): string {
  return blocks
    .map((block) => {
      if (block.kind === 'heading') return block.text;
      const clauses = block.kind === 'paragraph' ? block.clauses : block.items.flat();
      return clauses.map(({ text }) => text).join('\n');
    })
    .join('\n');
}
