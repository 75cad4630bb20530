import { ContentError } from '../shared/problem.ts';
import { type CodeDocument, parseDocument, type SourceFile } from './document.ts';
import { addressOfTitle } from './sections.ts';

/**
 * Reads the appendix. Its title gives it its address.
 *
 * @param sources its files, in order; none where there is no appendix
 * @param taken addresses of the site's other pages, from its root
 * @throws ContentError with what is wrong in the files, or where the title gives no address of its own
 */
export function readAppendix(
  sources: readonly SourceFile[],
  taken: ReadonlySet<string>,
): CodeDocument | undefined {
  const [first] = sources;
  if (first === undefined) return undefined;
  // Each clause knows its page, so the title is read beforehand.
  const { title } = parseDocument('', sources);
  const page = addressOfTitle(title);
  if (page !== undefined && !taken.has(page)) return parseDocument(page, sources);
  const line = first.text.split('\n').findIndex((text) => text.startsWith('# ')) + 1;
  throw new ContentError([
    {
      file: first.file,
      ...(line === 0 ? {} : { line }),
      wrong:
        page === undefined
          ? 'The title starts with a name that has no letter from a to z, so it gives the page no address.'
          : `The title gives the appendix the address ${page}, and another page of the site stands there.`,
      instead:
        'Start the title, here and in content/editions, with another name and a dash, such as “Annex – ”.',
    },
  ]);
}
