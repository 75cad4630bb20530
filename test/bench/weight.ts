import type { Browser, Page, Request } from 'playwright-core';
import { SERVICE_WORKER_ADDRESS } from '../../src/offline/settings.ts';
import { startBrowser } from '../support/browser.ts';
import type { Figure } from './figures.ts';
import { brotli, PAGES, PHONE, serveOurs, serveStarlight, serveVitePress } from './sites.ts';
import { kb, printTable } from './table.ts';

const KINDS = ['HTML', 'CSS', 'JS', 'images', 'other'] as const;
type Kind = (typeof KINDS)[number];

/** A file the browser fetched. */
export interface Sent {
  path: string;
  kind: Kind;
  /** Of the body, as sent. */
  bytes: number;
}

/** What the first view of a page took. */
export interface View {
  sent: Sent[];
  /** What the inline styles add to the HTML. */
  inlineStyle: number;
}

/**
 * The targets, in KB of 1,024 bytes, except that of the first round trip, in bytes: ten packets of 1,460 (RFC 6928).
 */
const MARKS = { firstView: 25, roundTrip: 10 * 1460, touched: 80 };

/** How long the network must be quiet before a page counts as loaded: longer than scripts’ idle callbacks. */
const QUIET = 1500;

/** Prints what a phone downloads: for the first view of each kind of page, and for the checker's first answer. */
export async function weight(): Promise<Figure[]> {
  const [ours, starlight, vitepress] = [await serveOurs(), await serveStarlight(), await serveVitePress()];
  const browser = await startBrowser();
  try {
    const views: [string, View][] = [];
    for (const page of PAGES) views.push([page, await view(browser, new URL(page, ours.url).href)]);
    const [[, home] = ['', { sent: [], inlineStyle: 0 }], ...others] = views;
    const peers = [await view(browser, starlight.url), await view(browser, vitepress.url)] as const;
    printViews([...views, ['Starlight, /', peers[0]], ['VitePress, /', peers[1]]]);
    printFiles('What the first view of / fetches', home.sent);
    const checker = await forFirstAnswer(browser, ours.url);
    printFirstAnswer(checker);
    printKept(await whenIdle(browser, ours.url));
    return [...firstPageFigures(home, ...peers), ...others.map(pageFigure), ...checkerFigures(checker)];
  } finally {
    await browser.close();
    await Promise.all([ours, starlight, vitepress].map((served) => served.close()));
  }
}

/** Opens a page on a phone that has never seen it, and lists what it fetches until the network is quiet. */
export async function view(browser: Browser, url: string): Promise<View> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const sent = await listening(page, async () => {
    await page.goto(url, { waitUntil: 'load' });
  });
  const html = await (await fetch(url)).text();
  await context.close();
  const bare = html.replaceAll(/<style[^>]*>.*?<\/style>/gs, '');
  return { sent, inlineStyle: brotli(html).length - brotli(bare).length };
}

/** What the checker fetches up to its first answer. */
export interface FirstAnswer {
  /** When its box is touched for the first time. */
  touched: Sent[];
  /** With the first letter. */
  typed: Sent[];
  /** After that, while the reader goes on typing. */
  later: Sent[];
}

/** Touches the checker's box and types a letter, and lists what arrives each time. */
export async function forFirstAnswer(browser: Browser, url: string): Promise<FirstAnswer> {
  // Without a service worker, whose cache would make everything free.
  const context = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  const page = await context.newPage();
  await listening(page, async () => {
    await page.goto(url, { waitUntil: 'load' });
  });
  const box = page.locator('[data-checker] textarea');
  const touched = await listening(page, () => box.tap());
  const rest = await listening(page, () => box.fill('I'));
  await context.close();
  const isLater = ({ path }: Sent): boolean => FULL_MODEL.test(path);
  return { touched, typed: rest.filter((sent) => !isLater(sent)), later: rest.filter(isLater) };
}

/** What the service worker fetches after the first view, to work offline. */
async function whenIdle(browser: Browser, url: string): Promise<Sent[]> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const finished: Request[] = [];
  context.on('requestfinished', (request) => {
    if (request.serviceWorker() !== null) finished.push(request);
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  const sent = await Promise.all(finished.map(sentBy));
  await context.close();
  const script = brotli(await (await fetch(new URL(SERVICE_WORKER_ADDRESS, url))).text()).length;
  // The browser reports no size for the worker's own script. What came with the page isn't sent again.
  return sent.map(({ path, kind, bytes }) => ({
    path,
    kind,
    bytes: path === SERVICE_WORKER_ADDRESS ? script : Math.max(bytes, 0),
  }));
}

/** Everything the page fetches from the start of `act` until the network has been quiet for a while. */
async function listening(page: Page, act: () => Promise<void>): Promise<Sent[]> {
  const finished: Request[] = [];
  let last = performance.now();
  const note = (request: Request): void => {
    finished.push(request);
    last = performance.now();
  };
  page.on('requestfinished', note);
  await act();
  last = performance.now();
  while (performance.now() - last < QUIET) await page.waitForTimeout(100);
  page.off('requestfinished', note);
  return Promise.all(finished.map(sentBy));
}

async function sentBy(request: Request): Promise<Sent> {
  const { responseBodySize } = await request.sizes();
  return { path: new URL(request.url()).pathname, kind: kindOf(request), bytes: responseBodySize };
}

function kindOf(request: Request): Kind {
  switch (request.resourceType()) {
    case 'document':
      return 'HTML';
    case 'stylesheet':
      return 'CSS';
    case 'script':
      return 'JS';
    case 'image':
      return 'images';
    default:
      return 'other';
  }
}

function total(sent: readonly Sent[], ...kinds: Kind[]): number {
  const counted = kinds.length === 0 ? sent : sent.filter(({ kind }) => kinds.includes(kind));
  return counted.reduce((sum, { bytes }) => sum + bytes, 0);
}

function printViews(views: readonly (readonly [string, View])[]): void {
  printTable(
    'First view, without touching the checker: bytes as sent, with brotli (headers not counted)',
    ['page', 'requests', 'HTML', '(its styles)', ...KINDS.slice(1), 'total', 'KB'],
    views.map(([name, { sent, inlineStyle }]) => [
      name,
      sent.length,
      total(sent, 'HTML'),
      inlineStyle,
      ...KINDS.slice(1).map((kind) => total(sent, kind)),
      total(sent),
      kb(total(sent)),
    ]),
  );
  console.log(
    '\nKB are 1,024 bytes. (its styles) is what the inline styles add to the HTML, which includes them.',
  );
  console.log('A browser with a window would also fetch each site’s icon; this one has none.');
}

function printFiles(title: string, sent: readonly Sent[]): void {
  printTable(
    title,
    ['file', 'kind', 'bytes'],
    sent.map(({ path, kind, bytes }) => [path, kind, bytes]),
  );
}

const MODEL = /checker-model/;
const FULL_MODEL = /full-model/;

function printFirstAnswer({ touched, typed, later }: FirstAnswer): void {
  const rows = (when: string, sent: readonly Sent[]) => [
    ...sent.map(({ path, bytes }) => [when, path, bytes, kb(bytes)]),
    [when, `${sent.length} files`, total(sent), kb(total(sent))],
  ];
  const all = [...touched, ...typed];
  printTable(
    'What the checker fetches up to its first answer',
    ['when', 'file', 'bytes', 'KB'],
    [
      ...rows('touched', touched),
      ...rows('first letter', typed),
      ['all', `${all.length} files`, total(all), kb(total(all))],
      ...rows('after that', later),
    ],
  );
}

function printKept(sent: readonly Sent[]): void {
  const parts: [string, (file: Sent) => boolean][] = [
    ['pages', ({ path }) => path.endsWith('/')],
    ['scripts and model', ({ path }) => path.includes('/_astro/')],
    ['the service worker and pictures', ({ path }) => !path.endsWith('/') && !path.includes('/_astro/')],
  ];
  printTable(
    'To work offline: fetched once the first page is idle, and never for anyone saving data',
    ['part', 'files', 'bytes', 'KB'],
    [...parts, ['all', () => true] as const].map(([name, belongs]) => {
      const files = sent.filter(belongs);
      return [name, files.length, total(files), kb(total(files))];
    }),
  );
}

function firstPageFigures(ours: View, starlight: View, vitepress: View): Figure[] {
  const row = (name: string, say: (view: View) => string) => ({
    name: `/: ${name}`,
    ours: say(ours),
    starlight: say(starlight),
    vitepress: say(vitepress),
  });
  const documents = ({ sent }: View): number => total(sent, 'HTML', 'CSS');
  return [
    {
      ...row('first view, everything', ({ sent }) => `${kb(total(sent))} KB`),
      mark: `≤ ${MARKS.firstView} KB`,
      kept: total(ours.sent) <= MARKS.firstView * 1024,
    },
    {
      ...row('HTML and CSS', (view) => `${documents(view).toLocaleString('en-GB')} bytes`),
      other: 'first round trip: 14,600 bytes',
      mark: '≤ 14,600 bytes',
      kept: documents(ours) <= MARKS.roundTrip,
    },
    row('requests', ({ sent }) => `${sent.length}`),
  ];
}

function pageFigure([page, { sent }]: readonly [string, View]): Figure {
  return { name: `${page}: first view; requests`, ours: `${kb(total(sent))} KB; ${sent.length}` };
}

function checkerFigures({ touched, typed, later }: FirstAnswer): Figure[] {
  const model = touched.filter(({ path }) => MODEL.test(path));
  return [
    {
      name: 'the checker: when first touched; up to its first answer; its model; the full model after that',
      ours: `${[touched, [...touched, ...typed], model, later].map((sent) => `${kb(total(sent))} KB`).join('; ')}`,
      mark: `touched ≤ ${MARKS.touched} KB`,
      // A missing model mustn't pass as a small one.
      kept: model.length > 0 && total(touched) <= MARKS.touched * 1024,
    },
  ];
}
