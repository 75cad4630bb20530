import { type Connection, savesData } from '../../offline/settings.ts';
import type { Model } from '../reading/model.ts';
import type { Widget } from './widget.ts';

const fetchModel = () => Promise.all([import('../reading/model.ts'), import('virtual:checker-model')]);
const fetchWidget = () => Promise.all([import('./mount.tsx'), import('virtual:answers')]);

/**
 * Makes the checker's box ready. The first model, which is most of what answers, is loaded when the box is first touched,
 * hovered or focused, the rest with the first letter, and the full model after that: a reader who came for the Code alone
 * pays for none of it. Where the checker is what the page is for (`data-ahead`), all but the full model is fetched once the
 * page is idle, unless the reader saves data. The box is plain HTML, so whatever is typed while it loads is there when it has loaded.
 */
export function prepareChecker(checker: HTMLElement): void {
  const box = checker.querySelector('textarea');
  const failed = checker.querySelector<HTMLElement>('[data-failed]');
  const list = checker.querySelector<HTMLElement>('[data-list]');
  if (box === null) return;

  let model: Promise<Model> | undefined;
  const loadModel = (): Promise<Model> => {
    model ??= fetchModel().then(([{ decodeInPieces }, encoded]) => decodeInPieces(encoded.default));
    model.catch(() => {
      model = undefined;
      showFailure(true);
    });
    return model;
  };
  let loading: Promise<Widget> | undefined;
  const load = (): Promise<Widget> => {
    loading ??= Promise.all([fetchWidget(), loadModel()]).then(async ([[{ mount }, answers], decoded]) => {
      // A slow phone can draw what was typed meanwhile.
      await new Promise((done) => setTimeout(done));
      return mount(checker, decoded, answers);
    });
    loading.then(
      (widget) => {
        showFailure(false);
        setTimeout(() => readBetter(widget), BREATH);
      },
      () => {
        loading = undefined;
        showFailure(true);
      },
    );
    return loading;
  };
  const showFailure = (shown: boolean): void => {
    if (failed !== null) failed.hidden = !shown;
    list?.classList.toggle('needed', shown);
  };
  // A failure has been shown by then; there is nothing more to do about it.
  const whenLoaded = (act: (widget: Widget) => void): void => void load().then(act, () => {});

  if (checker.hasAttribute('data-ahead')) fetchWhenIdle();
  for (const event of ['pointerenter', 'pointerdown', 'focusin'] as const) {
    checker.querySelector('.ask')?.addEventListener(event, () => void loadModel(), { once: true });
  }
  box.addEventListener('input', () => whenLoaded((widget) => widget.typed()));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    whenLoaded((widget) => widget.answerNow());
  });
  checker
    .querySelector('[data-answer-now]')
    ?.addEventListener('click', () => whenLoaded((widget) => widget.answerNow()));
  for (const example of checker.querySelectorAll<HTMLElement>('[data-example]')) {
    example.addEventListener('click', () => {
      box.value = (example.textContent ?? '').trim();
      whenLoaded((widget) => widget.answerNow());
    });
  }
  // The files of an older version may be gone from the server. What was typed goes straight to the new tab: it mustn't
  // be in its address, nor be stored.
  checker.querySelector('[data-reopen]')?.addEventListener('click', (event) => {
    const tab = window.open((event.currentTarget as HTMLAnchorElement).href);
    if (tab === null) return;
    event.preventDefault();
    tab.addEventListener('load', () => {
      const newBox = tab.document.querySelector('textarea');
      if (newBox === null || box.value === '') return;
      newBox.value = box.value;
      tab.document.querySelector<HTMLElement>('[data-answer-now]')?.click();
    });
  });
  // Some browsers bring back what stood in the box before: it is read like anything typed.
  if (box.value !== '') whenLoaded((widget) => widget.typed());
}

/** What’s asked at once has the network and the processor to itself for so long, in milliseconds. */
const BREATH = 1000;

/**
 * Gives the widget the full model, unless the reader saves data. Nobody waits for it: what's asked before it's there, or
 * where it can't be fetched, is answered with the first.
 */
function readBetter(widget: Widget): void {
  if (savesData(connectionOf(navigator))) return;
  Promise.all([import('../reading/model.ts'), import('virtual:full-model')])
    .then(([{ decodeInPieces }, encoded]) => decodeInPieces(encoded.default))
    .then(
      (model) => widget.readWith(model),
      () => {},
    );
}

const connectionOf = ({ connection }: Navigator & { connection?: Connection }): Connection | undefined =>
  connection;

/** Fetches what answers, and makes nothing of it yet. What fails is asked for again when it's needed. */
function fetchWhenIdle(): void {
  if (savesData(connectionOf(navigator))) return;
  const fetchAll = (): void => void Promise.all([fetchModel(), fetchWidget()]).catch(() => {});
  // Safari has no requestIdleCallback.
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(fetchAll);
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
