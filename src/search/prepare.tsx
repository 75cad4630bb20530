import { render } from 'preact';
import { answerTo, type SearchAnswer, type Tools } from './answer.ts';
import { breath } from './breath.ts';
import { type Find, loadPagefind } from './find.ts';
import { once } from './once.ts';
import { cleanQuery, termsOf } from './query.ts';
import { type PageWords, Results } from './Results.tsx';
import { situationsOnPage } from './situationsOnPage.ts';

/** Long enough not to search between two letters, short enough to feel like an answer. */
const PAUSE = 250;
/** A screen reader is told of the results only when typing has come to rest. */
const REST = 1500;
/** On `html`: results stand in the place of the list of everything. The page sets it before the first paint. */
const ANSWERING = 'answering';

/**
 * Makes the search page's box search.
 *
 * What is searched for stands in the address as `q`, so that the back button comes back to it. It is only ever put
 * on the page as text.
 */
export function prepareSearch(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('[data-form]');
  const box = page.querySelector<HTMLInputElement>('[data-box]');
  const place = page.querySelector<HTMLElement>('[data-results]');
  const status = page.querySelector<HTMLElement>('[data-status]');
  if (form === null || box === null || place === null || status === null) return;
  const words: PageWords = JSON.parse(page.dataset.words ?? '');
  const situations = situationsOnPage(page);
  const [known = ''] = termsOf(situations[0]?.title ?? '');
  const { bundle = '', version = '' } = page.dataset;
  const tools = loadedWhenNeeded(() => loadPagefind(bundle, version, known), words.danger);

  let pause: number | undefined;
  let rest: number | undefined;
  let asked: string | undefined;
  /** The search whose results are on the page. */
  let shown: string | undefined;
  /** Whether the reader is to be taken to the results once they are there. */
  let leading = false;

  const show = (answer: SearchAnswer): void => {
    if (answer.query !== asked) return;
    const danger = typeof answer.reading === 'object' && answer.reading.emergency;
    // What was found before stays until something new is known.
    if (answer.found === 'coming' && !danger && place.firstChild !== null) return;
    document.documentElement.classList.toggle(ANSWERING, answer.found !== 'failed');
    render(<Results answer={answer} words={words} situations={situations} />, place);
    if (answer.found !== 'coming') shown = answer.query;
    lead();
  };
  const lead = (): void => {
    if (!leading || shown !== asked) return;
    leading = false;
    said()?.focus();
  };
  const said = (): HTMLElement | null => place.querySelector('[data-says]');
  const announce = (): void => {
    status.textContent = said()?.textContent ?? '';
  };
  const search = async (query: string): Promise<void> => {
    clearTimeout(pause);
    clearTimeout(rest);
    if (query === asked) return;
    asked = query;
    if (query !== '') return answerTo(query, tools, show);
    shown = query;
    document.documentElement.classList.remove(ANSWERING);
    render(null, place);
  };
  /** Searches at once, and takes the reader to what was found. */
  const go = (query: string): void => {
    box.value = query;
    leading = true;
    void search(query);
    lead();
  };
  const addressOf = (query: string): string =>
    query === '' ? location.pathname : `${location.pathname}?${new URLSearchParams({ q: query })}`;
  const inAddress = (): string => cleanQuery(new URLSearchParams(location.search).get('q') ?? '');

  box.addEventListener('focus', () => void tools.find([]).catch(() => {}), { once: true });
  box.addEventListener('input', () => {
    clearTimeout(pause);
    clearTimeout(rest);
    leading = false;
    pause = window.setTimeout(() => {
      const query = cleanQuery(box.value);
      history.replaceState(null, '', addressOf(query));
      void search(query);
      rest = window.setTimeout(announce, REST);
    }, PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = cleanQuery(box.value);
    history.replaceState(null, '', addressOf(query));
    go(query);
  });
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-run]');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || event.button !== 0 || elsewhere) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    go(inAddress());
  });
  addEventListener('popstate', () => {
    box.value = inAddress();
    void search(box.value).then(announce);
  });
  // By this the page knows that its script has come.
  document.documentElement.classList.add('ready');
  box.value = inAddress();
  void search(box.value).then(announce);
}

function loadedWhenNeeded(load: () => Promise<Find>, dangerPage: string): Tools {
  const find = once(load);
  const wordsToOffer = once(() =>
    Promise.all([import('./didYouMean.ts'), import('virtual:search-vocabulary')]),
  );
  const reader = once(async () => {
    const [{ createReader }, { decode }, model] = await Promise.all([
      import('../checker/reading/reader.ts'),
      import('../checker/reading/model.ts'),
      import('virtual:checker-model'),
    ]);
    return createReader(decode(model.default));
  });
  return {
    dangerPage,
    find: async (terms) => (await find())(terms),
    meant: async (query) => {
      const [{ didYouMean }, { vocabulary }] = await wordsToOffer();
      return didYouMean(query, vocabulary);
    },
    read: async (text) => {
      const read = await reader();
      await breath();
      const reading = read(text);
      await breath();
      return reading;
    },
  };
}
