import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Clause, documentsOf } from '../code/document.ts';
import type { Edition, TextBlock } from '../code/edition.ts';
import { QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import { blocksOfPage, differenceFromEdition, wrongQuotations } from '../code/proof.ts';
import type { Content } from '../content/load.ts';
import type { PackSection } from '../pdf/packPdf.ts';
import { readBack } from '../pdf/readBack.ts';
import type { BuiltPages } from '../shared/builtPages.ts';
import type { Problem } from '../shared/problem.ts';

type EditionText = Pick<Edition, 'file' | 'text'>;

/**
 * Proves that the built pages show the adopted words and no others: the Code and its appendices on their
 * pages, the appendices on the reverse of the printed sheet, every quotation on every page, and on each situation’s all
 * that are to be quoted there.
 */
export function provePages(pages: BuiltPages, content: Content): Problem[] {
  const { code, appendices, clauses, edition, situations } = content;
  const page = (address: string): string => pages.get(address) ?? '';
  const front = blocksOfPage(page(code.page), 'code');
  const back = appendices.flatMap((appendix) => blocksOfPage(page(appendix.page), 'appendix'));
  const reverse = blocksOfPage(page(code.page), 'reverse');
  const addresses = documentsOf(content).map((document) => document.page);
  return [
    ...differences(edition, addresses.join(' and '), [...front, ...back]),
    ...differences(edition, `${code.page} as printed on both sides`, [...front, ...reverse]),
    ...[...pages].flatMap(([address, html]) =>
      wrongQuotations(html, clauses).map((wrong) => ({
        file: address,
        wrong,
        instead: 'Quote a clause only by its anchor, so that its words come from the Code.',
      })),
    ),
    ...[...situations].flatMap(([id, { cites }]) => {
      const address = `/situations/${id}/`;
      return unquoted(page(address), cites, clauses).map((anchor) => ({
        file: address,
        wrong: `It doesn’t quote “${anchor}”, although content/situations/${id}.yaml cites it.`,
        instead: 'Show the quotations of all clauses that are cited.',
      }));
    }),
  ];
}

/** The clauses cited that a page doesn’t quote; one that only leads to another is quoted before that. */
function unquoted(html: string, cites: readonly string[], clauses: ReadonlyMap<string, Clause>): string[] {
  const leadIns = cites.flatMap((anchor) => clauses.get(anchor)?.leadIn ?? []);
  return cites.filter((anchor) => {
    const { text = '' } = clauses.get(anchor) ?? {};
    const isQuoted = html.includes(`${QUOTATION_ATTRIBUTE}="${anchor}"`);
    return !isQuoted && !leadIns.some((leadIn) => leadIn.endsWith(text));
  });
}

/** A built PDF that shows the Code and its appendices. */
interface ProvedPdf {
  /** Path from the site’s root. */
  file: string;
  /** Whether it holds nothing else. Otherwise, the Code is what its articles hold. */
  codeOnly: boolean;
  /** The named place after the Code, where reading can stop: the rest may be very long. */
  upTo?: string;
}

/** PDFs a school adds itself aren't checked. */
const PDFS: readonly ProvedPdf[] = [
  { file: 'parent-code-of-conduct.pdf', codeOnly: true },
  { file: 'governors/pack.pdf', codeOnly: false, upTo: 'changes' satisfies PackSection },
];

/**
 * Proves that the built PDFs show the adopted words, by reading each one back.
 *
 * @param folder the built site
 */
export async function provePdfs(
  folder: string,
  { edition }: { edition: EditionText },
  pdfs: readonly ProvedPdf[] = PDFS,
): Promise<Problem[]> {
  const problems = await Promise.all(
    pdfs.map(async ({ file, codeOnly, upTo }) => {
      const { blocks } = await readBack(readFileSync(path.join(folder, file)), upTo);
      const shown = codeOnly ? blocks : blocks.filter(({ within }) => within.includes('Art'));
      // A no-break space may be read back as any other.
      return differences({ ...edition, text: edition.text.replaceAll('\u00a0', ' ') }, `/${file}`, shown);
    }),
  );
  return problems.flat();
}

function differences({ file, text }: EditionText, where: string, shown: readonly TextBlock[]): Problem[] {
  const difference = differenceFromEdition(text, shown);
  if (difference === undefined) return [];
  return [
    {
      file,
      wrong: `What ${where} would show isn’t what was adopted. [-adopted-] {+shown+}\n${difference}`,
      instead: 'Change the words in content/code or content/appendix back to those adopted.',
    },
  ];
}
