import path from 'node:path';
import { CONTENTS_NOTE, findContents } from './contents.ts';
import { withoutCutLines } from './cutLines.ts';
import { headerNotes, pageHeadersOf } from './pageHeaders.ts';
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
      return withHeaders(withoutCutLines(await readDocx(name, bytes)), bytes);
    case '.odt':
      return withHeaders(withoutCutLines(readOdt(name, bytes)), bytes);
    case '.pdf':
      return await readPdf(name, bytes);
    case '.md':
      return withoutContents(name, bytes, readMarkdown);
    case '.txt':
      return withoutCutLines(withoutContents(name, bytes, readText));
    case '.doc':
      throw new UnreadablePolicy(
        `${name} is in Word’s old format. Open it in Word or LibreOffice, save it as .docx, and try again.`,
      );
    case '.pages':
      throw new UnreadablePolicy(
        `${name} is a Pages document. Open it in Pages, choose File, Export To and Word, and try again with that .docx.`,
      );
    default:
      throw new UnreadablePolicy(
        `${name} isn’t a .docx, .odt, .pdf, .md or .txt file, and no other kind can be read. Open it in the program it’s from, save or download it as .docx, and try again.`,
      );
  }
}

function withoutContents(
  name: string,
  bytes: Uint8Array,
  read: (name: string, text: string) => Policy,
): Policy {
  const lines = textOf(name, bytes).split(/\r?\n/);
  // Without what Markdown marks headings and bold words with.
  const contents = findContents(lines.map((line) => line.replaceAll(/^\s*#+|\*\*|__/g, '')));
  const policy = read(name, lines.filter((_, index) => !contents.has(index)).join('\n'));
  return contents.size > 0 ? { ...policy, notes: [CONTENTS_NOTE, ...policy.notes] } : policy;
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

/** A policy with what’s at the top and bottom of its pages, which isn’t part of the text. */
function withHeaders(policy: Policy, bytes: Uint8Array): Policy {
  const headers = pageHeadersOf(bytes);
  return { ...policy, headers, notes: [...policy.notes, ...headerNotes(headers)] };
}
