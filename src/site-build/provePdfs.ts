import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Edition } from '../code/edition.ts';
import { differenceFromEdition } from '../code/proof.ts';
import type { PackSection } from '../pdf/packPdf.ts';
import { readBack } from '../pdf/readBack.ts';
import type { Problem } from '../shared/problem.ts';

/** A built PDF that shows the Code and its appendix. */
export interface ProvedPdf {
  /** Path below the site’s root. */
  file: string;
  /** Whether it says nothing besides. Otherwise the Code is what stands in its articles. */
  alone: boolean;
  /** The place after the Code: what follows may be very long, and is none of the Code. */
  upTo?: string;
}

/** Every built PDF that shows the Code. Others, which a school may put beside them, are none of ours. */
const PDFS: readonly ProvedPdf[] = [
  { file: 'parent-code-of-conduct.pdf', alone: true },
  { file: 'governors/pack.pdf', alone: false, upTo: 'changes' satisfies PackSection },
];

/**
 * Proves that the built PDFs show the adopted words: reads each one back, as any reader would, and compares it with
 * the edition.
 *
 * @param folder where the built site lies
 * @param pdfs which PDFs are to be proved
 * @returns what is not so; nothing where all is
 */
export async function provePdfs(
  folder: string,
  { edition }: { edition: Pick<Edition, 'file' | 'text'> },
  pdfs: readonly ProvedPdf[] = PDFS,
): Promise<Problem[]> {
  const problems = await Promise.all(
    pdfs.map(async ({ file, alone, upTo }): Promise<Problem[]> => {
      const { blocks } = await readBack(readFileSync(path.join(folder, file)), upTo);
      const shown = alone ? blocks : blocks.filter(({ within }) => within.includes('Art'));
      const difference = differenceFromEdition(edition.text, shown);
      if (difference === undefined) return [];
      return [
        {
          file: edition.file,
          wrong: `What /${file} would show is not what was adopted. [-adopted-] {+shown+}\n${difference}`,
          instead: 'Put the words in content/code or content/appendix back as they were adopted.',
        },
      ];
    }),
  );
  return problems.flat();
}
