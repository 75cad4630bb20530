import { type Documents, documentsOf } from '../code/document.ts';
import { dateInWords } from '../shared/dates.ts';
import type { Fonts } from './fonts.ts';
import { fitDocuments, linkResolver, writeCode } from './writeCode.ts';
import { createWriter, finishPdf, newPage } from './writer.ts';

/** The content of the Code's PDF. */
export interface CodeForPdf extends Documents {
  /** The school's name. */
  school: string;
  /** Dates as `YYYY-MM-DD`, if known. */
  adopted?: string | undefined;
  review?: string | undefined;
  /** The site's address, with a slash at the end, if known. */
  site?: string | undefined;
  /** Shows “Draft” at the top of every page. */
  draft?: boolean;
}

/**
 * The sheet that a school hands out (PDF/UA-1): the Code on one side and its appendix on the other, in the largest size
 * at which both fit. A longer Code runs over more pages, in the smallest size.
 *
 * @throws ContentError with every character that a font can't show
 */
export async function codePdf(content: CodeForPdf, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const { school, code, adopted, review, site, draft = false } = content;
  const documents = documentsOf(content);
  const writer = createWriter(
    { title: draft ? `${code.title} (draft)` : code.title, author: school, content },
    fonts,
  );
  const laid = fitDocuments(writer, documents, linkResolver(documents, site));
  for (const side of laid) {
    newPage(writer);
    writeCode(writer, writer.root, side, { bookmarks: writer.pdf.outline, levelOffset: 0 });
  }
  const dates = [
    ...(adopted === undefined ? [] : [`Adopted on ${dateInWords(adopted)}`]),
    ...(review === undefined ? [] : [`Due for review on ${dateInWords(review)}`]),
  ];
  return finishPdf(writer, {
    foot: [`${school} · ${code.title}`, [...dates, ...(site === undefined ? [] : [site])].join(' · ')],
    numbered: writer.pdf.bufferedPageRange().count > documents.length,
    draft,
    source: 'content/school.yaml',
  });
}
