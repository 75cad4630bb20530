import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';
import { elementsIn } from './docxNumbering.ts';
import { textOf } from './plainDocx.ts';
import { tidy } from './policy.ts';

/** Where Word and LibreOffice keep what’s at the top and bottom of pages. */
const PLACES = /^(?:word\/(?:header|footer)\d*\.xml|styles\.xml)$/;

/**
 * The lines at the top and bottom of a Word or OpenDocument file’s pages. They aren’t part of the text, but may be the
 * only ones to name the school.
 *
 * @param bytes of a file that has been read already
 */
export function pageHeadersOf(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes, { filter: ({ name }) => PLACES.test(name) });
  const lines = Object.values(files).flatMap((file) => {
    const document = new DOMParser().parseFromString(strFromU8(file), 'text/xml');
    const inWord = [...document.getElementsByTagName('w:p')].map(textOf);
    const inOdt = ['style:header', 'style:footer', 'style:header-first', 'style:footer-first'].flatMap(
      (tag) =>
        [...document.getElementsByTagName(tag)].flatMap((part) =>
          elementsIn(part).map((paragraph) => paragraph.textContent ?? ''),
        ),
    );
    return [...inWord, ...inOdt];
  });
  return [...new Set(lines.flatMap(piecesOf))];
}

/** What a person should know about what’s left out, by the pieces of headers and footers. */
export function headerNotes(headers: readonly string[]): string[] {
  return [...new Set(headers.map((piece) => piece.replaceAll(/(?<=\bpage )\d+|\b\d+(?= of\b)/gi, '…')))].map(
    (piece) => `At the top or bottom of pages, and left out: “${piece}”.`,
  );
}

/** The parts of a line at the top or bottom of a page, such as a name and a telephone number, but not a page’s number. */
export function piecesOf(line: string): string[] {
  return line
    .split(/\t|\s{3,}|\s+[|•·–—-]\s+/)
    .map(tidy)
    .filter((piece) => /\p{L}{2}|(?:\d[ -]?){9}/u.test(piece));
}
