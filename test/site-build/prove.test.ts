import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CodeDocument } from '../../src/code/document.ts';
import { codePdf } from '../../src/pdf/codePdf.ts';
import { readFonts } from '../../src/pdf/fonts.ts';
import { packPdf } from '../../src/pdf/packPdf.ts';
import { provePdfs } from '../../src/site-build/prove.ts';
import { asEdition, madeUpAppendix, madeUpCode } from '../pdf/madeUp.ts';

const pdfs = [
  { file: 'sheet.pdf', codeOnly: true },
  { file: 'pack.pdf', codeOnly: false, upTo: 'changes' },
];
const fonts = readFonts();
const school = 'Pond School';
const code = madeUpCode('<Clause anchor="one" />Frogs are welcome.');
const otherCode = madeUpCode('<Clause anchor="one" />Frogs are unwelcome.');
const appendix = madeUpAppendix('<Clause anchor="two" />Two.');
const edition = {
  title: 'The Pond Rules',
  status: 'adopted',
  file: 'content/editions/pond.txt',
  text: asEdition(code, appendix),
} as const;

const sheet = (of: CodeDocument) => codePdf({ school, code: of, appendices: [appendix] }, fonts);
const pack = (of: CodeDocument) => {
  const facts = { caption: 'Facts', head: [], rows: [['Title', 'The Pond Rules']] };
  return packPdf(
    { school, title: 'Pack', facts, code: of, appendices: [appendix], coverage: [], figures: [] },
    fonts,
  );
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'site-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const put = (file: string, bytes: Uint8Array): void => writeFileSync(path.join(folder, file), bytes);

describe('the proof of the PDFs', () => {
  test('finds nothing if they show the adopted words', async () => {
    put('sheet.pdf', await sheet(code));
    put('pack.pdf', await pack(code));
    expect(await provePdfs(folder, { edition }, pdfs)).toEqual([]);
  });

  test('names the PDF and the words that differ', async () => {
    put('sheet.pdf', await sheet(otherCode));
    put('pack.pdf', await pack(otherCode));
    const problems = await provePdfs(folder, { edition }, pdfs);
    expect(problems.map(({ file }) => file)).toEqual([edition.file, edition.file]);
    expect(problems[0]?.wrong).toContain('/sheet.pdf');
    expect(problems[1]?.wrong).toContain('/pack.pdf');
    for (const { wrong } of problems) expect(wrong).toContain('[-welcome.-] {+unwelcome.+}');
  });

  test('finds any other words on the Code’s own PDF', async () => {
    put('sheet.pdf', await pack(code));
    put('pack.pdf', await pack(code));
    const [problem, another] = await provePdfs(folder, { edition }, pdfs);
    expect(problem?.wrong).toContain('on the page, but not adopted:\n  Pond School');
    expect(another).toBeUndefined();
  });
});
