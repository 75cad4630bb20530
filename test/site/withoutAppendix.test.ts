import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type HTMLElement, parse } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import { WORDS_ATTRIBUTE } from '../../src/code/marks.ts';
import { differenceFromEdition } from '../../src/code/proof.ts';
import { loadOnce } from '../../src/content/load.ts';
import { readBack } from '../../src/pdf/readBack.ts';
import { searchRecords } from '../../src/search/records.ts';
import { builtPages } from '../../src/shared/builtPages.ts';
import { brokenLinks, readLinks, targetFinder } from '../../src/site-build/links.ts';
import { provePages } from '../../src/site-build/prove.ts';

const { root, folder, printed } = inject('ticks');
const content = loadOnce(root);
const pages = builtPages(folder);

const read = (address: string): HTMLElement => parse(pages.get(address) ?? '');
const wordsOf = (element: HTMLElement | null): string => element?.text.replace(/\s+/g, ' ').trim() ?? '';
const textsOf = (address: string, selector: string): string[] =>
  read(address).querySelectorAll(selector).map(wordsOf);

describe('a school without an appendix', () => {
  test('gets its whole site', () => {
    expect(content.appendices).toEqual([]);
    expect(printed).toContain(`A trial copy of ${pages.size} pages`);
    for (const id of content.situations.keys()) expect([...pages.keys()]).toContain(`/situations/${id}/`);
  });

  test('has no page that speaks of one, or that leaves a gap where it would', () => {
    const gap = /annex|appendix|undefined|null\b/i;
    const speaking = [...pages].flatMap(([address, html]) => {
      const page = parse(html);
      for (const code of page.querySelectorAll('script, style')) code.remove();
      const found = gap.exec(page.toString());
      return found === null ? [] : [`${address}: ${found[0]}`];
    });
    expect(speaking).toEqual([]);
  });

  test('has no link that leads nowhere', () => {
    const linked = readLinks(pages);
    expect(brokenLinks(linked, targetFinder(linked, folder), '/')).toEqual([]);
  });

  test('has its Code, the checker and the situations in the menu, and a footer that says whose words they are', () => {
    for (const address of ['/', '/check/', '/404.html']) {
      expect(textsOf(address, 'nav[aria-label="Main"] a')).toEqual([
        'The Code',
        'Situations',
        'What to do',
        'Search',
        'Help in other languages',
        'Menu',
      ]);
      expect(wordsOf(read(address).querySelector('footer'))).toContain(
        'The governors adopted the Code. Everything else here is guidance.',
      );
    }
  });

  test('has its Code on one side of paper, and after it nothing to go on to', () => {
    const page = read('/');
    const shown = page
      .querySelectorAll(`[${WORDS_ATTRIBUTE}]`)
      .map((one) => one.getAttribute(WORDS_ATTRIBUTE));
    expect(new Set(shown)).toEqual(new Set(['code']));
    expect(page.querySelectorAll('.reverse, [rel="next"]')).toEqual([]);
  });

  test('finds its Code alone on the pages for search, staff and governors', () => {
    expect(textsOf('/search/', '[data-everything] h2')).toEqual(['The Code', 'Situations']);
    expect(new Set(searchRecords(content, '/').map(({ group }) => group))).toEqual(
      new Set(['code', 'situations']),
    );
    expect(textsOf('/staff/', 'nav[aria-label="On this page"] a')).toEqual([
      'Replies',
      'Clauses',
      'To print',
      'Website',
    ]);
    expect(textsOf('/staff/', 'main h3.document')).toEqual([]);
    expect(wordsOf(read('/governors/').querySelector('#in-force p'))).toMatch(
      /^The edition in force is “Our Code of Conduct for Parents and Carers”\. /,
    );
    for (const address of ['/staff/', '/governors/'])
      expect(textsOf(address, 'a[href="/parent-code-of-conduct.pdf"]')).toContain('The Code to print (PDF)');
  });

  test('has its Code in its PDFs, and no other words as the Code’s', async () => {
    const sheet = await readBack(readFileSync(path.join(folder, 'parent-code-of-conduct.pdf')));
    expect(sheet.pages).toBe(1);
    expect(sheet.outline.map(({ title }) => title)).toEqual([content.code.title]);
    expect(differenceFromEdition(content.edition.text, sheet.blocks)).toBeUndefined();
    const pack = await readBack(readFileSync(path.join(folder, 'governors/pack.pdf')));
    const articles = pack.blocks.filter(({ within }) => within.includes('Art'));
    expect(differenceFromEdition(content.edition.text, articles)).toBeUndefined();
    expect(pack.blocks.filter(({ words }) => /annex|appendix|undefined/i.test(words.join(' ')))).toEqual([]);
  });

  test('keeps its Code on the device', () => {
    const worker = readFileSync(path.join(folder, 'sw.js'), 'utf8');
    const kept = [...worker.matchAll(/url:[`"']\.(\/[^`"']*\/|\/)[`"']/g)].map(([, address]) => address);
    expect(kept.filter((address) => !address?.startsWith('/situations/')).sort()).toEqual([
      '/',
      '/check/',
      '/languages/',
      '/offline/',
    ]);
    expect(existsSync(path.join(folder, 'appendix-1'))).toBe(false);
  });

  test('has its words proved: neither another word nor one more passes', () => {
    expect(provePages(pages, content)).toEqual([]);
    const first = pages.get('/') ?? '';
    const spoilt = (html: string) => provePages(new Map([...pages, ['/', html]]), content);
    const [another] = spoilt(first.replaceAll('shout, swear', 'whisper, swear'));
    expect(another?.wrong).toContain('What / would show');
    expect(another?.wrong).toContain('[-shout,-] {+whisper,+}');
    const [more] = spoilt(first.replace('</main>', `<p ${WORDS_ATTRIBUTE}="reverse">One more.</p></main>`));
    expect(more?.wrong).toContain('What / as printed on both sides would show');
    expect(more?.wrong).toContain('One more.');
  });

  test('has all quoted that its situations cite', () => {
    const [id, situation] = [...content.situations].find(([, { cites }]) => cites.length > 0) ?? [];
    const [anchor] = situation?.cites ?? [];
    const address = `/situations/${id}/`;
    const without = (pages.get(address) ?? '').replaceAll(`data-quotation="${anchor}"`, '');
    const [missing] = provePages(new Map([...pages, [address, without]]), content);
    expect(missing).toMatchObject({ file: address, wrong: expect.stringContaining(`quote “${anchor}”`) });
  });
});
