import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, inject, test } from 'vitest';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { closestQuotation } from '../../src/checker/widget/closestQuotation.ts';
import { loadOnce } from '../../src/content/load.ts';
import { builtPages } from '../../src/shared/builtPages.ts';
import { asDocx, asMarkdown, asOdt, asPdf, asText } from '../adopt/asFiles.ts';
import { MADE_CODES, type MadeCode } from '../adopt/codes.ts';
import { PARAPHRASES } from '../adopt/siteRules.ts';
import { trainedReader } from '../checker/trainedReader.ts';

// The sites of the made-up Codes, adopted from Word files (see `test/support/adoptedSite.ts`). What readers do is
// tried on them as on ours (see `test/vitest.config.ts`).

const KINDS: [ending: string, write: (code: MadeCode) => Promise<Uint8Array | string>][] = [
  ['docx', asDocx],
  ['odt', async (code) => asOdt(code)],
  ['md', async (code) => asMarkdown(code)],
  ['pdf', asPdf],
];

/** So many of what people say about a clause that no stock situation is about lead to its page first, and among three. */
const LEAST_FIRST = 0.7;
const LEAST_OF_THREE = 0.9;
/** So many are shown another clause first. */
const MOST_WRONG = 0.1;

describe.each(MADE_CODES)('the made-up Code “$name”', (code) => {
  const { root, folder, printed } = inject(code.name);
  const content = loadOnce(root);
  const stock = readStock(path.join(root, 'content-stock'));
  const pages = builtPages(folder);
  /** Every file of the new content by its path, without the report. */
  const files = new Map(
    globSync('**/*.*', { cwd: path.join(root, 'content') })
      .filter((file) => file !== 'adopted.txt')
      .map((file) => [file, readFileSync(path.join(root, 'content', file), 'utf8')]),
  );

  test.each(KINDS)('becomes the same from a file of kind %s', async (ending, write) => {
    const written = await write(code);
    const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
    const draft = draftFrom(await readPolicy(`policy.${ending}`, bytes), stock);
    const adoption = adopt(draft, stock, new Map(Object.entries(code.answers)));
    expect(new Map([...adoption.files].map(([file]) => [file, files.get(file)]))).toEqual(adoption.files);
    expect([...stock.situations.keys()].filter((id) => !content.situations.has(id))).toEqual(
      [...adoption.dropped].sort(),
    );
  });

  test('keeps every word, number and mark, in order', () => {
    const words = asText(code)
      .replaceAll(/(?<=\s)[•○] /g, '')
      .split(/\s+/)
      .filter(Boolean);
    const edition = content.edition.text.replaceAll(/^ *- /gm, '').split(/\s+/).filter(Boolean);
    expect(edition).toEqual(words);
    expect(content.school.name).toBe(code.answers.school);
  });

  test('asks at most fifteen questions, and lists those that nobody answered', () => {
    const [answers = '', worked = ''] =
      files.get('answers.yaml')?.split('\n# Which situations each clause') ?? [];
    expect(worked).toContain(': yes');
    const asked = answers.match(/^\w[\w-]*:/gm) ?? [];
    // Three lists to look through come after them.
    expect(asked.length + 3).toBeLessThanOrEqual(15);
    const open = asked.map((key) => key.slice(0, -1)).filter((id) => !(id in code.answers));
    expect(open.filter((id) => !printed.includes(`[${id}]`))).toEqual([]);
  });

  test('names no dropped situation anywhere', () => {
    const dropped = [...stock.situations.keys()].filter((id) => !content.situations.has(id));
    expect(dropped.length).toBeGreaterThan(0);
    const naming = [...files].filter(
      ([file]) => file.endsWith('.yaml') && !/^(?:languages|answers|phrases\/.*\.md|README)/.test(file),
    );
    for (const id of dropped) {
      expect(files.has(`phrases/${id}.txt`)).toBe(false);
      const name = new RegExp(`(?:[[ ,]|^)${id}(?:[\\],:]|$)`, 'm');
      expect(naming.filter(([, text]) => name.test(text)).map(([file]) => file)).toEqual([]);
    }
  });

  test('says nothing of the old Code', () => {
    const guidance = [...files].filter(([file]) =>
      /^(?:situations|pages|groups|poster|page-texts|contacts|help|elsewhere|checker|who-to)/.test(file),
    );
    const claiming =
      /Leen Mills|Appendix 1|on reverse|nobody in our school should have to face|staff proactively|libellous or defamatory|Complaints Policy|readBeside/;
    expect(guidance.filter(([, text]) => claiming.test(text)).map(([file]) => file)).toEqual([]);
  });

  const said = PARAPHRASES.filter((each) => each.code === code);
  test.runIf(said.length > 0)('leads to the clauses that only it has, and shows them first', () => {
    const read = trainedReader(root);
    const found = said.flatMap(({ clause, texts }) => {
      const [page] = [...content.situations].flatMap(([id, { section, cites }]) =>
        section && cites.includes(clause) ? [{ id, cites }] : [],
      );
      const quotations = (page?.cites ?? []).map((anchor) => {
        const { text = '' } = content.clauses.get(anchor) ?? {};
        return { anchor, text, name: '', href: '' };
      });
      return texts.map((text) => {
        const { answers, explanation } = read(text);
        const place = answers.findIndex(({ situation }) => situation === page?.id);
        const first = place === 0 ? closestQuotation(text, explanation, quotations) : undefined;
        return { place, isWrong: first !== undefined && first.anchor !== clause };
      });
    });
    const share = (isIt: (each: (typeof found)[number]) => boolean): number =>
      found.filter(isIt).length / found.length;
    expect(share(({ place }) => place === 0)).toBeGreaterThanOrEqual(LEAST_FIRST);
    expect(share(({ place }) => place >= 0 && place < 3)).toBeGreaterThanOrEqual(LEAST_OF_THREE);
    expect(share(({ isWrong }) => isWrong)).toBeLessThan(MOST_WRONG);
  });

  test('builds, as a trial copy, and passes `npm run check`', () => {
    expect(printed).toContain('The Code’s words are as adopted. All links work');
    expect(printed).not.toContain('has only');
    expect(printed).not.toContain('reading age');
  });

  test.runIf(code.answers.body !== 'governors')('names no governors, but in addresses', async () => {
    const words = new Map<string, string>(pages);
    for (const file of globSync('**/*.{xml,ics,txt,svg,webmanifest}', { cwd: folder }))
      words.set(file, readFileSync(path.join(folder, file), 'utf8'));
    for (const file of globSync('**/*.pdf', { cwd: folder })) {
      const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path.join(folder, file))));
      const { text } = await extractText(pdf, { mergePages: true });
      words.set(file, `${text} ${JSON.stringify(await getMeta(pdf))}`);
    }
    // What browsers’ scripts show comes from here, beside words to listen for.
    const { situations, checker, elsewhere } = content;
    const shown = [...situations.values(), checker, elsewhere.map(({ ask }) => ask)];
    words.set('answers', JSON.stringify(shown));
    const left = [...words].filter(([, text]) =>
      /governor/i.test(text.replaceAll(/\/governors\/|chair-of-governors/g, '')),
    );
    expect(left.map(([file]) => file)).toEqual([]);
    expect([...words.keys()]).toEqual(
      expect.arrayContaining(['governors/changes.xml', 'governors/review.ics', 'governors/pack.pdf']),
    );
    expect(words.get('/governors/')).toContain('>For trustees</h1>');
    expect(words.get('governors/pack.pdf')).toContain('Trustees’ pack');
    expect(words.get('governors/changes.xml')).toContain('The trustees adopted this edition.');
    expect(words.get('/accessibility/')).toContain('Only the trustees can change the Code’s words');
    expect(words.get('answers')).toContain('chair of trustees');
  });
});
