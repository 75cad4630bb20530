import { render } from 'preact';
import { answerSearch, type SearchAnswer, type SearchTools } from './answer.ts';
import type { ListedSituation } from './FoundGroups.tsx';
import { createFind } from './find.ts';
import { cleanQuery } from './query.ts';
import { type PageWords, Results } from './Results.tsx';
import type { SearchRecord } from './records.ts';
import { yieldToMain } from './yieldToMain.ts';

/** How long to wait after a keystroke before searching, in milliseconds. */
const SEARCH_DELAY = 250;
/** With fewer letters, there's nothing to find yet while someone's typing: `pe` may be the start of a word. */
const SHORTEST_TYPED = 3;
/** How long to wait before announcing the results to a screen reader, in milliseconds. */
const ANNOUNCE_DELAY = 1500;
/** On `html`: results replace the list of everything. The page sets it before the first paint. */
const ANSWERING = 'answering';

/**
 * Makes the search page's box search as you type.
 *
 * The query is kept in the address as `q`, so that the back button works. It's only ever shown as text.
 */
export function mountSearch(page: HTMLElement): void {
  const form = page.querySelector<HTMLFormElement>('[data-form]');
  const box = page.querySelector<HTMLInputElement>('[data-box]');
  const place = page.querySelector<HTMLElement>('[data-results]');
  const status = page.querySelector<HTMLElement>('[data-status]');
  if (form === null || box === null || place === null || status === null) return;
  const words: PageWords = JSON.parse(page.dataset.words ?? '');
  const situations = situationsOnPage(page);
  const tools = lazyTools(page.dataset.records ?? '', words.danger);

  let searchTimer: number | undefined;
  let announceTimer: number | undefined;
  /** The latest query. */
  let current: string | undefined;
  /** The query whose results are on the page. */
  let shown: string | undefined;
  /** Whether to move the focus to the results once they're shown. */
  let focusPending = false;

  const show = (answer: SearchAnswer): void => {
    if (answer.query !== current) return;
    const danger = typeof answer.reading === 'object' && answer.reading.emergency;
    // The previous results stay until there's something new to show.
    if (answer.found === 'loading' && !danger && place.firstChild !== null) return;
    document.documentElement.classList.toggle(ANSWERING, answer.found !== 'failed');
    render(<Results answer={answer} words={words} situations={situations} />, place);
    if (answer.found !== 'loading') shown = answer.query;
    focusResults();
  };
  const focusResults = (): void => {
    if (!focusPending || shown !== current) return;
    focusPending = false;
    headline()?.focus();
  };
  const headline = (): HTMLElement | null => place.querySelector('[data-says]');
  const announce = (): void => {
    status.textContent = headline()?.textContent ?? '';
  };
  const search = async (query: string): Promise<void> => {
    clearTimeout(searchTimer);
    clearTimeout(announceTimer);
    if (query === current) return;
    current = query;
    if (query !== '') return answerSearch(query, tools, show);
    shown = query;
    document.documentElement.classList.remove(ANSWERING);
    render(null, place);
  };
  /** Searches without delay, and moves the focus to the results. */
  const searchNow = (query: string): void => {
    box.value = query;
    focusPending = true;
    void search(query);
    focusResults();
  };
  const addressOf = (query: string): string =>
    query === '' ? location.pathname : `${location.pathname}?${new URLSearchParams({ q: query })}`;
  const queryInAddress = (): string => cleanQuery(new URLSearchParams(location.search).get('q') ?? '');

  box.addEventListener('focus', () => void tools.find({ terms: [], phrases: [] }).catch(() => {}), {
    once: true,
  });
  box.addEventListener('input', () => {
    clearTimeout(searchTimer);
    clearTimeout(announceTimer);
    focusPending = false;
    searchTimer = window.setTimeout(() => {
      const query = cleanQuery(box.value);
      if (query !== '' && query.length < SHORTEST_TYPED) return;
      history.replaceState(null, '', addressOf(query));
      void search(query);
      announceTimer = window.setTimeout(announce, ANNOUNCE_DELAY);
    }, SEARCH_DELAY);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = cleanQuery(box.value);
    history.replaceState(null, '', addressOf(query));
    searchNow(query);
  });
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-run]');
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || event.button !== 0 || opensElsewhere) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    searchNow(queryInAddress());
  });
  addEventListener('popstate', () => {
    box.value = queryInAddress();
    void search(box.value).then(announce);
  });
  // Tells the page that its script has loaded.
  document.documentElement.classList.add('ready');
  // What someone typed before the script had loaded is theirs, whatever the address says.
  const typed = cleanQuery(box.value);
  if (typed === '') box.value = queryInAddress();
  else history.replaceState(null, '', addressOf(typed));
  void search(cleanQuery(box.value)).then(announce);
}

/** @param address of the script with the search records */
function lazyTools(address: string, dangerPage: string): SearchTools {
  const records = once(async () => {
    const { default: records }: { default: SearchRecord[] } = await import(/* @vite-ignore */ address);
    return records;
  });
  const find = once(async () => {
    const all = await records();
    await yieldToMain();
    return createFind(all);
  });
  const suggestions = once(async () => {
    const [{ didYouMean }, { vocabularyOf }, all] = await Promise.all([
      import('./didYouMean.ts'),
      import('./vocabulary.ts'),
      records(),
    ]);
    return { didYouMean, vocabulary: vocabularyOf(all) };
  });
  const reader = once(async () => {
    const [{ createReader }, { decode }, model] = await Promise.all([
      import('../checker/reading/reader.ts'),
      import('../checker/reading/model.ts'),
      import('virtual:checker-model'),
    ]);
    return createReader(decode(model.default));
  });
  const anyLanguage = once(async () => {
    const [read, { createAnyReader }, data] = await Promise.all([
      reader(),
      import('../checker/languages/anyLanguage.ts'),
      import('virtual:languages'),
    ]);
    return { readAny: createAnyReader(read, () => data), languages: data.languages };
  });
  return {
    dangerPage,
    find: async (search) => {
      const found = await find();
      await yieldToMain();
      return found(search);
    },
    suggest: async (query, missing) => {
      const { didYouMean, vocabulary } = await suggestions();
      return didYouMean(query, vocabulary, missing);
    },
    read: async (text) => {
      const read = await reader();
      await yieldToMain();
      const reading = read(text);
      await yieldToMain();
      if (!reading.otherLanguage) return reading;
      const { readAny, languages } = await anyLanguage();
      const inAny = readAny(text);
      return { ...inAny, help: languages.find(({ code }) => code === inAny.language) };
    },
  };
}

/** Loads on the first call, then returns the same, but tries again after a failure. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** Reads the situations from the page's own list, so that they needn't be downloaded twice. */
function situationsOnPage(page: ParentNode): ListedSituation[] {
  return [...page.querySelectorAll<HTMLElement>('[data-situation]')].map((entry) => {
    const link = entry.querySelector('a');
    return {
      id: entry.dataset.situation ?? '',
      href: link?.getAttribute('href') ?? '',
      title: link?.textContent ?? '',
      summary: entry.querySelector('p')?.textContent ?? '',
      cites: (entry.dataset.cites ?? '').split(' '),
    };
  });
}
