import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { differenceFromEdition } from '../code/proof.ts';
import { type ReadBlock, readBack } from '../pdf/readBack.ts';
import type { Content } from '../schemas/content.ts';
import type { Problem } from '../schemas/problem.ts';

/** The sheet that holds the Code and its appendix and not a word besides. */
export const CODE_PDF = 'parent-code-of-conduct.pdf';

/**
 * Proves that the built PDFs show the adopted words: reads each one back, as any reader would, and compares it with
 * the edition. In a PDF that says more than the Code, the Code is what stands in its articles.
 *
 * @param folder where the built site lies
 * @returns what is not so; nothing where all is
 */
export async function provePdfs(folder: string, { edition }: Pick<Content, 'edition'>): Promise<Problem[]> {
  const files = new Set([CODE_PDF, ...globSync('**/*.pdf', { cwd: folder }).sort()]);
  const problems = await Promise.all(
    [...files].map(async (file): Promise<Problem[]> => {
      const { blocks } = await readBack(readFileSync(path.join(folder, file)));
      const difference = differenceFromEdition(
        edition.text,
        file === CODE_PDF ? blocks : blocks.filter(inArticle),
      );
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

/** Whether a block stands in an article: the Code or its appendix. */
export function inArticle({ within }: ReadBlock): boolean {
  return within.includes('Art');
}
