import path from 'node:path';
import { type Policy, UnreadablePolicy } from './policy.ts';
import { readDocx } from './readDocx.ts';
import { readOdt } from './readOdt.ts';
import { readPdf } from './readPdf.ts';
import { readMarkdown, readText } from './readText.ts';

/**
 * Reads a school’s document, by the ending of its name.
 *
 * @param name of the file, or anything that ends in `.txt` for pasted text
 * @throws UnreadablePolicy with one sentence on what’s wrong and what to do
 */
export async function readPolicy(name: string, bytes: Uint8Array): Promise<Policy> {
  if (bytes.length === 0) throw new UnreadablePolicy(`${name} is empty.`);
  switch (path.extname(name).toLowerCase()) {
    case '.docx':
      return await readDocx(name, bytes);
    case '.odt':
      return readOdt(name, bytes);
    case '.pdf':
      return await readPdf(name, bytes);
    case '.md':
      return readMarkdown(name, textOf(name, bytes));
    case '.txt':
      return readText(name, textOf(name, bytes));
    default:
      throw new UnreadablePolicy(
        `${name} isn’t a kind of file that can be read: use .docx, .odt, .pdf, .md or .txt. Word, LibreOffice and Google Docs can save any of theirs as .docx.`,
      );
  }
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadablePolicy(
      `${name} isn’t saved as UTF-8. Save it again with that encoding, and try again.`,
    );
  }
}
