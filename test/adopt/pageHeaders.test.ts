import path from 'node:path';
import { Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import { expect, test } from 'vitest';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { piecesOf } from '../../src/adopt/pageHeaders.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { adoptionReport } from '../../src/adopt/report.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { ROOT } from '../support/buildSite.ts';
import { asPdf, odtFile } from './asFiles.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));
const NAME = 'Windle Brook Primary School';
const LINES = ['Parent Code of Conduct', 'Parents must speak to everybody politely at the gate.'];

/** A Word file with lines at the top and bottom of its pages. */
async function docx(lines: string[], header: string, footer = 'Page 1'): Promise<Uint8Array> {
  const paragraph = (text: string) =>
    new Paragraph({
      children: text
        .split('\t')
        .map((part, index) => new TextRun({ text: index === 0 ? part : `\t${part}` })),
    });
  const file = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [paragraph(header)] }) },
        footers: { default: new Footer({ children: [paragraph(footer)] }) },
        children: lines.map(paragraph),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

const nameOf = async (file: string, bytes: Uint8Array): Promise<string | undefined> =>
  draftFrom(await readPolicy(file, bytes), stock).questions.find(({ id }) => id === 'school')?.fallback;

test.each([
  ['alone', NAME, 'Page 1'],
  ['beside the title', `${NAME} – Parent Code of Conduct`, 'Page 1'],
  ['before a page’s number', 'Code of Conduct', `${NAME}\tPage 1`],
  ['in a sentence', `The Code of Conduct of ${NAME}`, 'Page 1'],
])('the school’s name is read at the edge of a Word file’s pages: %s', async (_, header, footer) => {
  expect(await nameOf('policy.docx', await docx(LINES, header, footer))).toBe(NAME);
});

test('and of an OpenDocument file’s and a PDF’s', async () => {
  const paragraphs = LINES.map((line) => `<text:p>${line}</text:p>`).join('');
  const named = `<style:header><text:p>${NAME}</text:p></style:header>`;
  expect(await nameOf('policy.odt', odtFile(paragraphs, { named }))).toBe(NAME);
  const lines = Array.from({ length: 90 }, (_, index) => ({
    p: `${LINES[1]} And so on for the ${index}th time.`,
  }));
  const pdf = await asPdf({
    name: 'long',
    blocks: [{ h: 1, text: LINES[0] ?? '' }, ...lines],
    answers: { school: NAME },
  });
  expect(await nameOf('policy.pdf', pdf)).toBe(NAME);
});

test('but the text’s own name comes first, and a trust’s last', async () => {
  const trust = 'The Harrow Vale Learning Trust';
  const own = [...LINES, 'At Hill Top Primary School we are kind.'];
  expect(await nameOf('policy.docx', await docx(own, NAME))).toBe('Hill Top Primary School');
  expect(await nameOf('policy.docx', await docx([...LINES, `${trust} agreed it.`], NAME))).toBe(NAME);
  expect(await nameOf('policy.docx', await docx(LINES, 'A code for every school'))).toBe('Our School');
});

test('a line is taken apart at tabs, bars and dashes', () => {
  expect(piecesOf('Hill Top School | Code – v2\tPage 1 of 3')).toEqual([
    'Hill Top School',
    'Code',
    'Page 1 of 3',
  ]);
});

test('what’s left out at the edge of pages is named, and its date is taken if the text has none', async () => {
  const footer = 'Approved by governors: 3 May 2026\tPage 1 of 2';
  const policy = await readPolicy('policy.docx', await docx(LINES, NAME, footer));
  expect(policy.notes.filter((note) => note.startsWith('At the top or bottom'))).toEqual([
    `At the top or bottom of pages, and left out: “${NAME}”.`,
    'At the top or bottom of pages, and left out: “Approved by governors: 3 May 2026”.',
    'At the top or bottom of pages, and left out: “Page … of 2”.',
  ]);
  const draft = draftFrom(policy, stock);
  const adoption = adopt(draft, stock, new Map());
  expect(adoption.detailNotes.join('\n')).toContain('Adopted: 2026-05-03');
  expect(adoptionReport(draft, adoption, stock, []).toCheck).toContain(
    ', but for what’s at the top and bottom of its pages, is in the edition',
  );
  const dated = await readPolicy(
    'policy.docx',
    await docx([...LINES, 'Adopted by the governors on 4 June 2025.'], NAME, footer),
  );
  expect(adopt(draftFrom(dated, stock), stock, new Map()).detailNotes.join('\n')).toContain(
    'Adopted: 2025-06-04',
  );
});
