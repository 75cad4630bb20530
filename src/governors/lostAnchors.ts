import { documentsOf } from '../code/document.ts';
import { blocksOfEdition, type Edition } from '../code/edition.ts';
import { type MatchedClause, matchClauses } from '../code/matchClauses.ts';
import type { Content } from '../content/load.ts';
import type { Problem } from '../shared/problem.ts';

/** The anchors of the clauses that an edition has lost. */
export function lostAnchors(clauses: readonly MatchedClause[]): string[] {
  return clauses.flatMap(({ anchor, fate }) => (fate === 'lost' ? [anchor] : []));
}

/**
 * What keeps a draft copy from being built: a published address that the draft would lose, because links in
 * emails point to it; or no draft at all.
 *
 * @param forwarded the addresses from the site's root that content/addresses.yaml forwards, e.g. `/#old`
 */
export function draftProblems(
  content: Pick<Content, 'code' | 'appendix' | 'clauses' | 'editions'>,
  forwarded: ReadonlySet<string>,
): Problem[] {
  const { clauses, editions } = content;
  const drafts = editions.filter(({ status }) => status === 'draft');
  if (drafts.length === 0)
    return [
      {
        file: 'content/editions',
        wrong: 'A draft copy was asked for (DRAFT=1), but there is no draft.',
        instead:
          'Put the draft’s words into a text file here, and beside it a .yaml file with `title:` and `status: draft`.',
      },
    ];
  const address = (anchor: string): string => `${clauses.get(anchor)?.page ?? '/'}#${anchor}`;
  return drafts.flatMap((draft) => {
    const carried = matchClauses(documentsOf(content), blocksOfEdition(draft.text)).clauses;
    return lostAnchors(carried)
      .filter((anchor) => !forwarded.has(address(anchor)))
      .map((anchor) =>
        lostAddress(
          draft,
          address(anchor),
          carried.find((each) => each.anchor === anchor),
        ),
      );
  });
}

function lostAddress({ file }: Edition, address: string, clause: MatchedClause | undefined): Problem {
  const page = address.replace(/#.*$/, '');
  return {
    file,
    ...(clause === undefined ? {} : { line: clause.line }),
    wrong: `The words of ${address} are gone from this draft (“${clause?.was.join(' ') ?? ''}”). They stood near here, and links in emails point to them.`,
    instead: `Keep some of those words, or write \`${address}: ${page}#new\` under \`forwarded:\` in content/addresses.yaml, with the anchor that takes their place for “new”.`,
  };
}
