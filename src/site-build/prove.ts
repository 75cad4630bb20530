import { documentsOf } from '../code/document.ts';
import { blocksOfPage, differenceFromEdition, wrongQuotations } from '../code/proof.ts';
import type { Content } from '../content/load.ts';
import type { BuiltPages } from '../shared/builtPages.ts';
import type { Problem } from '../shared/problem.ts';

/**
 * Proves that the built pages show the adopted words and no others: the Code and its appendix on their pages,
 * the appendix on the reverse of the printed sheet, and every quotation on every page.
 *
 * @returns what is not so; nothing where all is
 */
export function prove(pages: BuiltPages, content: Content): Problem[] {
  const { code, appendix, clauses, edition } = content;
  const page = (address: string): string => pages.get(address) ?? '';
  const front = blocksOfPage(page(code.page), 'code');
  const back = appendix === undefined ? [] : blocksOfPage(page(appendix.page), 'appendix');
  const reverse = blocksOfPage(page(code.page), 'reverse');
  const shownOn = documentsOf(content).map((document) => document.page);
  const shown = [
    { where: shownOn.join(' and '), blocks: [...front, ...back] },
    { where: `${code.page} as printed on both sides`, blocks: [...front, ...reverse] },
  ];
  return [
    ...shown.flatMap(({ where, blocks }) => {
      const difference = differenceFromEdition(edition.text, blocks);
      if (difference === undefined) return [];
      return [
        {
          file: edition.file,
          wrong: `What ${where} would show is not what was adopted. [-adopted-] {+shown+}\n${difference}`,
          instead: 'Put the words in content/code or content/appendix back as they were adopted.',
        },
      ];
    }),
    ...[...pages].flatMap(([address, html]) =>
      wrongQuotations(html, clauses).map((wrong) => ({
        file: address,
        wrong,
        instead: 'Quote a clause by its anchor only, so that its words come from the Code.',
      })),
    ),
  ];
}
