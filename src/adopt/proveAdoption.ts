import { readAppendices } from '../code/appendices.ts';
import { type CodeDocument, parseDocument, type SourceFile } from '../code/document.ts';
import { blocksOfEdition } from '../code/edition.ts';
import { withoutBullets } from './markers.ts';
import { type Policy, tidy } from './policy.ts';
import type { Files } from './writeDocuments.ts';

type Words = Pick<Policy, 'source' | 'hasSpaces' | 'ignored'>;

/** How many characters to show before and after a difference. */
const AROUND = 40;

/**
 * Compares what’s written with the source, character by character, but for bullets and for how much white space there is.
 *
 * @param files as written
 * @param policy the words of the school’s document, read in another way
 * @param leftOut lines above the title, in order, that aren’t part of the Code, such as the school’s name
 * @param added a title that the document doesn’t have
 * @returns the first difference as a sentence; nothing if there is none
 */
export function firstDifference(
  files: Files,
  policy: Words,
  leftOut: readonly string[],
  added?: string,
): string | undefined {
  const { source } = policy;
  const edition = files.get('editions/edition-1.txt') ?? '';
  const inFolder = (folder: string): SourceFile[] =>
    [...files]
      .filter(([file]) => file.startsWith(folder))
      .map(([file, text]) => ({ file: `content/${file}`, text }));
  const documents = [
    parseDocument('/', inFolder('code/')),
    ...readAppendices(inFolder('appendix/'), new Set()),
  ];
  const withoutTitle = (blocks: readonly string[]): string =>
    blocks.slice(blocks[0] === added ? 1 : 0).join('\n');
  const inMdx = withoutTitle(documents.flatMap(wordsOfDocument));
  const inEdition = withoutTitle(blocksOfEdition(edition).map(({ words }) => words.join(' ')));
  const sources = withoutLines(source, leftOut);
  for (const [what, written] of [
    ['The edition', inEdition],
    ['The Code’s pages', inMdx],
  ] as const) {
    const shown = folded(written, policy);
    // What’s left out comes first, or, in a PDF, anywhere.
    const differences = [
      compare(folded(source, policy), folded([...leftOut, written].join('\n'), policy)),
      ...sources.map((expected) => compare(folded(expected, policy), shown)),
    ];
    const [first] = differences;
    if (first !== undefined && !differences.includes(undefined))
      return `${what} would differ from the document. It says “${first.expected}”, but what was read from it is “${first.written}”.`;
  }
  return undefined;
}

/** So many ways to leave lines out are tried at most. */
const MOST_WAYS = 200;

/** The text without each line in turn, which may be in it several times: a PDF has a page’s header anywhere. */
function withoutLines(text: string, lines: readonly string[]): string[] {
  return lines.reduce(
    (texts, line) =>
      texts
        .flatMap((each) => {
          const pieces = each.split(line);
          return pieces.length === 1
            ? [each]
            : pieces
                .slice(1)
                .map((_, at) => `${pieces.slice(0, at + 1).join(line)} ${pieces.slice(at + 1).join(line)}`);
        })
        .slice(0, MOST_WAYS),
    [text],
  );
}

/** Its characters without bullets, line breaks and those to ignore. */
function folded(text: string, { hasSpaces, ignored = '' }: Words): string {
  const counted = [...text].filter((character) => !ignored.includes(character)).join('');
  // What’s between the cells of a row is the site’s own.
  const words = tidy(withoutBullets(tidy(counted.replaceAll(/(?<=^|\s)\|(?=\s|$)/g, ' '))));
  return hasSpaces ? words : words.replaceAll(' ', '');
}

function compare(expected: string, written: string): { expected: string; written: string } | undefined {
  if (expected === written) return undefined;
  let at = 0;
  while (at < expected.length && expected[at] === written[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - AROUND), at + AROUND);
  return { expected: around(expected), written: around(written) };
}

function wordsOfDocument({ blocks }: CodeDocument): string[] {
  return blocks.map((block) =>
    block.kind === 'heading' ? block.text : block.clauses.map(({ text }) => text).join('\n'),
  );
}
