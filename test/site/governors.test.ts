import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CODE_PAGE } from '../../src/code/document.ts';
import { blocksOfEdition, wordsOf } from '../../src/code/edition.ts';
import { fingerprint } from '../../src/code/editions.ts';
import { loadContent } from '../../src/content/load.ts';
import { readBack } from '../../src/pdf/readBack.ts';
import { type BuiltPages, builtPages } from '../../src/shared/builtPages.ts';
import { matterhorn } from '../pdf/matterhorn.ts';
import { hyphenatedLines } from '../pdf/readLines.ts';
import { axeFindings } from '../support/axe.ts';
import { sharedBrowser } from '../support/browser.ts';
import { buildSite } from '../support/buildSite.ts';
import { copyProject, thinPhrases } from '../support/copyProject.ts';
import { sidewaysOn, watchedPage } from '../support/page.ts';
import { serve } from '../support/serve.ts';

// The project, copied, with an older edition and a draft made of the real one's words by changing some of them.
const MARK = 'zebra';
const SITE = 'https://www.example.org';
// A day that was, and one that has passed whenever this test runs.
const ADOPTED = '2025-09-01';
const REVIEW = '2026-09-01';
const COMPARISON = '/governors/compare/edition-0/edition-1/';
const DRAFT_PAGES = [
  '/governors/draft/draft-2/',
  '/governors/draft/draft-2/comments/',
  '/governors/compare/edition-1/draft-2/',
];
let root: string;
let draftCopy: BuiltPages;
let published: BuiltPages;
let said: string;

const file = (name: string): string => path.join(root, 'content/editions', name);
const text = (name: string): string => readFileSync(file(name), 'utf8');
const write = (name: string, status: string, words: string): void => {
  writeFileSync(file(`${name}.txt`), words);
  writeFileSync(file(`${name}.yaml`), `title: Made up for a test\nstatus: ${status}\n`);
};

beforeAll(async () => {
  root = thinPhrases(copyProject(), 20);
  const inForce = text('edition-1.txt');
  const blocks = blocksOfEdition(inForce);
  const [bullet = '', long = ''] = [
    blocks.findLast(({ level }) => level > 0),
    blocks.find((b) => b.words.length > 40),
  ].map((block) => block?.words.join(' ') ?? '');
  const changed = long.replace(/\S+$/, MARK);
  write('edition-0', 'superseded', inForce.replace(long, changed).replace(`- ${bullet}`, ''));
  // The draft loses a clause too, and its address is forwarded.
  const lost = [...loadContent(root).clauses.values()].find((clause) => clause.text === bullet);
  const list = path.join(root, 'content/addresses.yaml');
  const addresses = readFileSync(list, 'utf8');
  writeFileSync(
    list,
    addresses.replace(/^forwarded:$/m, `forwarded:\n  ${CODE_PAGE}#${lost?.anchor}: ${CODE_PAGE}`),
  );
  write(
    'draft-2',
    'draft',
    `${inForce.replace(long, changed).replace(`- ${bullet}`, '')}\n\nThis ${MARK} is new here, and stands in no clause.\n`,
  );
  const school = path.join(root, 'content/school.yaml');
  const dates = `adopted: ${ADOPTED}\nreview: ${REVIEW}\n`;
  writeFileSync(school, readFileSync(school, 'utf8').replace(/^adopted:\nreview:\n/m, dates));
  said = await buildSite({ base: '/', site: SITE, out: 'draft-copy', root, draft: true });
  await buildSite({ base: '/', site: SITE, out: 'published', root });
  draftCopy = builtPages(path.join(root, 'draft-copy'));
  published = builtPages(path.join(root, 'published'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const page = (pages: BuiltPages, address: string) => parse(pages.get(address) ?? '');
/** The words of one text in a view of a comparison: without what is ours, and without what the other text has. */
const wordsOfText = (pages: BuiltPages, view: string, other: 'ins' | 'del'): string => {
  const shown = page(pages, COMPARISON).querySelector(view);
  for (const ours of shown?.querySelectorAll(`h3, .visually-hidden, .sign, ${other}`) ?? []) ours.remove();
  return wordsOf(shown?.text ?? '').join(' ');
};

describe('a comparison of two editions', () => {
  test('shows both of them whole, as one text', () => {
    const words = (name: string): string =>
      blocksOfEdition(text(name))
        .flatMap((block) => block.words)
        .join(' ');
    expect(wordsOfText(published, '#as-one-text .sheet', 'ins')).toBe(words('edition-0.txt'));
    expect(wordsOfText(published, '#as-one-text .sheet', 'del')).toBe(words('edition-1.txt'));
  });

  test('marks what was added and removed, with words for those who do not see it', () => {
    for (const view of ['#as-one-text', '#side-by-side']) {
      const shown = page(published, COMPARISON).querySelector(view);
      expect(shown?.querySelectorAll('del').map(({ text }) => text)).toEqual([
        expect.stringMatching(new RegExp(`^removed: −${MARK} \\(end`)),
      ]);
      expect(shown?.querySelectorAll('ins').map(({ text }) => text)).toEqual([
        expect.stringMatching(/^added: \+.+ \(end/),
        expect.stringMatching(/^added: \+.+ \(end/),
      ]);
    }
  });

  test('lists what differs, each with a link to its place', () => {
    const links = page(published, COMPARISON).querySelectorAll('.changes a');
    expect(links).toHaveLength(4);
    expect(published.get(COMPARISON)).toContain('in 2 clauses.');
  });

  test('is not taken for the Code in force, neither by the proof nor by search engines', () => {
    const html = page(published, COMPARISON);
    expect(html.querySelectorAll('[data-quotation], [data-code-words]')).toEqual([]);
    expect(html.querySelector('meta[name="robots"]')?.getAttribute('content')).toBe('noindex');
    expect(readFileSync(path.join(root, 'published/sitemap-0.xml'), 'utf8')).not.toContain('/compare/');
  });
});

test('the text of an edition is served to the letter', () => {
  for (const name of ['edition-0', 'edition-1']) {
    const served = readFileSync(path.join(root, `published/governors/editions/${name}.txt`));
    expect(served.equals(readFileSync(file(`${name}.txt`)))).toBe(true);
    expect(published.get(COMPARISON)).toContain(fingerprint(served));
  }
});

describe('the governors’ page, once the dates are set', () => {
  const part = (id: string): string => page(published, '/governors/').querySelector(`#${id}`)?.text ?? '';
  const made = (name: string): Buffer => readFileSync(path.join(root, 'published', name));

  test('says when the Code was adopted, and says that its review is overdue', () => {
    expect(part('in-force')).toContain('It was adopted on 1 September 2025.');
    expect(part('review')).toContain('The review was due on 1 September 2026.');
    expect(page(published, '/').querySelector('footer')?.text).toContain(
      'due for review on 1 September 2026',
    );
  });

  test('has a reminder for the calendar and a feed of changes', () => {
    expect(made('governors/review.ics').toString()).toContain('DTSTART;VALUE=DATE:20260901');
    const feed = parse(made('governors/changes.xml').toString());
    expect(feed.querySelector('feed > updated')?.text).toBe(`${ADOPTED}T00:00:00.000Z`);
    expect(feed.querySelectorAll('entry')).toHaveLength(1);
    expect(feed.querySelector('entry > link')?.getAttribute('href')).toBe(
      `${SITE}/governors/editions/edition-1.txt`,
    );
    const links = page(published, '/governors/')
      .querySelectorAll('a')
      .map((link) => link.getAttribute('href'));
    expect(links).toEqual(expect.arrayContaining(['/governors/review.ics', '/governors/changes.xml']));
  });

  test('lists every edition with what it is compared with', () => {
    expect(part('editions')).toMatch(/Edition 1.*In force.*Edition 0.*No longer in force/s);
    expect(part('editions')).not.toContain('Draft');
  });

  test('has a pack that tells what changed since the last edition', async () => {
    const { blocks, outline } = await readBack(made('governors/pack.pdf'));
    const words = blocks.flatMap((block) => block.words).join(' ');
    expect(words).toMatch(/From Edition 0 to Edition 1, \d+ words were added and one word was removed\./);
    expect(words).toContain(MARK);
    expect(outline.map(({ title }) => title).join()).toContain('Changes since the last edition');
  });

  test.each(['parent-code-of-conduct.pdf', 'governors/pack.pdf'])(
    'has %s as PDF/UA-1, with no hyphen at the end of a line',
    async (pdf) => {
      expect(await matterhorn(made(pdf))).toEqual([]);
      expect(await hyphenatedLines(made(pdf))).toEqual([]);
    },
  );
});

describe('a draft copy', () => {
  test('says so on every page, in its title too, and at the end of the build', () => {
    for (const [address, html] of draftCopy) {
      const parsed = parse(html);
      expect(parsed.querySelector('title')?.text, address).toMatch(/^Draft copy: /);
      const banner = parsed.querySelector('aside[aria-label="Draft copy"]');
      expect(banner?.text, address).toContain('please don’t publish it');
      expect(banner?.closest('.no-print'), address).toBeNull();
    }
    expect(said).toContain('This is a draft copy');
  });

  test('is left out of search engines, page by page, and has no sitemap', () => {
    for (const [address, html] of draftCopy)
      expect(parse(html).querySelector('meta[name="robots"]')?.getAttribute('content'), address).toBe(
        'noindex',
      );
    expect(globSync('sitemap*', { cwd: path.join(root, 'draft-copy') })).toEqual([]);
  });

  test('shows the Code in force as it is', () => {
    const code = (pages: BuiltPages) => page(pages, '/').querySelector('[data-code-words="code"]')?.text;
    expect(code(draftCopy)).toBe(code(published));
    expect(draftCopy.get('/')).not.toContain(MARK);
  });

  test('has the draft’s words, its effect and a sheet for comments', () => {
    const [draft = '', comments = ''] = DRAFT_PAGES;
    const sheet = page(draftCopy, draft).querySelector('.sheet');
    expect(sheet?.text).toContain('Draft, not adopted');
    expect(sheet?.text).toContain(`This ${MARK} is new here`);
    expect(page(draftCopy, draft).querySelectorAll('tbody tr')).toHaveLength(3);
    expect(page(draftCopy, comments).querySelector('.who')?.text).toMatch(/Name.*Date/);
    expect(page(draftCopy, comments).querySelectorAll('.line').length).toBeGreaterThan(40);
  });

  test('passes axe and does not scroll sideways, on the pages that only governors see', async () => {
    const served = await serve(path.join(root, 'draft-copy'));
    const { page, complaints, close } = await watchedPage(await sharedBrowser());
    for (const address of [COMPARISON, ...DRAFT_PAGES]) {
      await page.goto(new URL(address.slice(1), served.url).href);
      for (const [width, colorScheme] of [
        [320, 'light'],
        [1280, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        // In the dark only colours differ.
        expect(await axeFindings(page, colorScheme === 'dark' ? 'colours' : 'all'), address).toEqual([]);
        expect(await sidewaysOn(page), address).toBeLessThanOrEqual(0);
      }
      expect(complaints, address).toEqual([]);
    }
    await Promise.all([served.close(), close()]);
  });
});

test('a draft leaves no trace in the site that is published', () => {
  const folder = path.join(root, 'published');
  const files = globSync('**/*.*', { cwd: folder });
  expect(files.filter((name) => name.includes('draft'))).toEqual([]);
  const mentions = files.filter((name) =>
    /draft-2|Draft copy|is new here/.test(readFileSync(path.join(folder, name), 'utf8')),
  );
  expect(mentions).toEqual([]);
  expect([...published.keys()]).toEqual(expect.arrayContaining(['/', COMPARISON]));
});
