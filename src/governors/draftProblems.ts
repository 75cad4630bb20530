import { documentsOf } from '../code/document.ts';
import { blocksOfEdition } from '../code/edition.ts';
import { matchClauses } from '../code/matchClauses.ts';
import type { Content } from '../content/load.ts';
import type { Problem } from '../shared/problem.ts';

/**
 * What stops a draft copy from being built: no draft, or published addresses that a draft would lose, because emails
 * link to them.
 *
 * @param forwarded the addresses that content/addresses.yaml forwards, from the site's root, e.g. `/#old`
 */
export function draftProblems(
  content: Pick<Content, 'code' | 'appendices' | 'clauses' | 'editions'>,
  forwarded: ReadonlySet<string>,
): Problem[] {
  const drafts = content.editions.filter(({ status }) => status === 'draft');
  if (drafts.length === 0)
    return [
      {
        file: 'content/editions',
        wrong: 'This is a build of the draft copy (DRAFT=1), but there’s no draft.',
        instead:
          'Put the draft’s text in a .txt file here, with a .yaml file of the same name with `title:` and `status: draft`.',
      },
    ];
  return drafts.flatMap(({ file, text }) =>
    matchClauses(documentsOf(content), blocksOfEdition(text))
      .clauses.filter(({ fate }) => fate === 'lost')
      .flatMap(({ anchor, line, was }): Problem[] => {
        const page = content.clauses.get(anchor)?.page ?? '/';
        const address = `${page}#${anchor}`;
        if (forwarded.has(address)) return [];
        return [
          {
            file,
            line,
            wrong: `This draft no longer has the words of ${address} (“${was.join(' ')}”). They were near here, and emails link to them.`,
            instead: `Keep some of those words, or write \`${address}: ${page}#new\` under \`forwarded:\` in content/addresses.yaml, with the anchor that replaces it for “new”.`,
          },
        ];
      }),
  );
}
