import { type Documents, documentsOf } from '../code/document.ts';
import { dateInWords } from '../shared/dates.ts';
import { layToFit, linksAmong, writeCode } from './code.ts';
import type { Fonts } from './fonts.ts';
import { closePdf, newPage, openPdf } from './open.ts';

/** What the Code's PDF is made of. */
export interface CodeForPdf extends Documents {
  /** The school's name. */
  school: string;
  /** Dates as year-month-day, where they are known. */
  adopted?: string | undefined;
  review?: string | undefined;
  /** Address at which the site stands, ending with a slash, where it is known. */
  site?: string | undefined;
  /** Prints “Draft” at the head of every page. */
  draft?: boolean;
}

/**
 * Makes the sheet that a school hands out: the Code on one side and its appendix on the other, in the largest size
 * in which each fits its side. A Code that fits in no size flows on over further pages, in the smallest.
 *
 * The same content gives the same bytes.
 *
 * @returns the PDF (PDF/UA-1)
 * @throws ContentError with every character that a font cannot show
 */
export async function codePdf(content: CodeForPdf, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> {
  const { school, code, adopted, review, site, draft = false } = content;
  const documents = documentsOf(content);
  const open = openPdf(
    { title: draft ? `${code.title} (draft)` : code.title, author: school, content },
    fonts,
  );
  const laid = layToFit(open, documents, linksAmong(documents, site));
  for (const side of laid) {
    newPage(open);
    writeCode(open, open.root, side, { bookmarks: open.pdf.outline, deeper: 0 });
  }
  const dates = [
    ...(adopted === undefined ? [] : [`Adopted on ${dateInWords(adopted)}`]),
    ...(review === undefined ? [] : [`Due for review on ${dateInWords(review)}`]),
  ];
  return closePdf(open, {
    foot: [`${school} · ${code.title}`, [...dates, ...(site === undefined ? [] : [site])].join(' · ')],
    numbered: open.pdf.bufferedPageRange().count > documents.length,
    draft,
    source: 'content/school.yaml',
  });
}
