import { ContentError, lineWhere } from '../shared/problem.ts';
import { type CodeDocument, parseDocument, type SourceFile } from './document.ts';
import { addressOfTitle } from './sections.ts';

/**
 * Reads the appendix. Its address comes from its title.
 *
 * @param sources its files, in order; none if there's no appendix
 * @param taken addresses of the site's other pages, from its root
 * @throws ContentError if a file has a mistake, or the title gives no unique address
 */
export function readAppendix(
  sources: readonly SourceFile[],
  taken: ReadonlySet<string>,
): CodeDocument | undefined {
  const [first] = sources;
  if (first === undefined) return undefined;
  // Each clause knows its page, so the title is read first.
  const { title } = parseDocument('', sources);
  const page = addressOfTitle(title);
  if (page !== undefined && !taken.has(page)) return parseDocument(page, sources);
  throw new ContentError([
    {
      file: first.file,
      line: lineWhere(first.text, (line) => line.startsWith('# ')),
      wrong:
        page === undefined
          ? 'The name at the start of the title has no letter from a to z, so the page has no address.'
          : `The title gives the appendix the address ${page}, and another page of the site already has it.`,
      instead:
        'Start the title, both here and in content/editions, with another name and a dash, such as “Annex – ”.',
    },
  ]);
}
