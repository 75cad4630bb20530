import { ContentError, collectProblems, lineWhere, stopAt } from '../shared/problem.ts';
import { type CodeDocument, parseDocument, type SourceFile } from './document.ts';
import { addressOfTitle } from './sections.ts';

/**
 * Reads the appendices. Each starts with a file that has a title, which also gives it its address.
 *
 * @param sources their files, in order; none if there's no appendix
 * @param taken addresses of the site's other pages, from its root
 * @throws ContentError if a file has a mistake, or a title gives no unique address
 */
export function readAppendices(sources: readonly SourceFile[], taken: ReadonlySet<string>): CodeDocument[] {
  const { problems, attempt } = collectProblems();
  const used = new Set(taken);
  const appendices = splitAtTitles(sources).flatMap(
    (files) => attempt(() => readAppendix(files, used)) ?? [],
  );
  stopAt(problems);
  return appendices;
}

/** Whether a line is a title. */
const isTitle = (line: string): boolean => line.startsWith('# ');

function splitAtTitles(sources: readonly SourceFile[]): SourceFile[][] {
  const groups: SourceFile[][] = [];
  for (const source of sources) {
    const last = groups.at(-1);
    if (last === undefined || source.text.split('\n').some(isTitle)) groups.push([source]);
    else last.push(source);
  }
  return groups;
}

function readAppendix(sources: readonly SourceFile[], used: Set<string>): CodeDocument {
  const [first] = sources;
  // Each clause knows its page, so the title is read first.
  const { title } = parseDocument('', sources);
  const page = addressOfTitle(title);
  if (page !== undefined && !used.has(page)) {
    used.add(page);
    return parseDocument(page, sources);
  }
  throw new ContentError([
    {
      file: first?.file ?? '',
      line: lineWhere(first?.text ?? '', isTitle),
      wrong:
        page === undefined
          ? 'The name at the start of the title has no letter from a to z, so the page has no address.'
          : `The title gives the appendix the address ${page}, and another page of the site already has it.`,
      instead:
        'Start the title, both here and in content/editions, with another name and a dash, such as “Annex – ”.',
    },
  ]);
}
