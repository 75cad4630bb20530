import { getDocumentProxy } from 'unpdf';

/** Reads the lines of a PDF's pages, as any program would that doesn't follow its structure. */
export async function readLines(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const lines: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    lines.push(...text.split('\n').map((line) => line.trim()));
  }
  await pdf.loadingTask.destroy();
  return lines.filter((line) => line !== '');
}

/** The lines that end with a hyphen: some programs join the words before and after it. */
export async function hyphenatedLines(bytes: Uint8Array): Promise<string[]> {
  return (await readLines(bytes)).filter((line) => /[-\u00ad\u2010]$/.test(line));
}
