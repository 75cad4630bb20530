import { render } from 'preact';
import type { Situation } from '../../situations/situation.ts';
import { decode } from '../reading/model.ts';
import type { Question } from '../reading/questions.ts';
import { createReader } from '../reading/reader.ts';
import type { CheckerWords, Elsewhere } from '../schema.ts';
import { Answer } from './Answer.tsx';
import type { suggestTitles } from './suggestTitles.ts';
import type { Widget } from './widget.ts';

/** Long enough not to answer between two words, short enough to feel like an answer. */
const PAUSE = 350;
/** A screen reader is told of an answer only when typing has come to rest. */
const REST = 1500;

/**
 * Puts the answers in their place in the checker.
 *
 * @param checker the element that holds the box, the place for the answer and the status line
 * @param encoded the model, as `virtual:checker-model` gives it
 * @param answers the situations and words, as `virtual:answers` gives them
 */
export function mount(
  checker: HTMLElement,
  encoded: string,
  answers: {
    situations: readonly Situation[];
    questions: readonly Question[];
    words: CheckerWords;
    elsewhere: readonly Elsewhere[];
    listHref: string;
  },
): Widget {
  const read = createReader(decode(encoded));
  const box = checker.querySelector('textarea');
  const place = checker.querySelector<HTMLElement>('[data-answer]');
  const status = checker.querySelector<HTMLElement>('[data-status]');
  const examples = checker.querySelector<HTMLElement>('[data-examples]');
  if (box === null || place === null) throw new Error('The checker has no box or no place for its answer.');

  // Suggestions only help while a word or two has been typed, so they needn't hold up the first answer.
  let suggest: typeof suggestTitles | undefined;
  import('./suggestTitles.ts').then(
    (loaded) => {
      suggest = loaded.suggestTitles;
    },
    () => {},
  );

  let pause: number | undefined;
  let rest: number | undefined;
  /** For screen readers alone, unless it is to be seen too. */
  const say = (news: string, seen = false): void => {
    if (status === null) return;
    status.textContent = news;
    status.classList.toggle('visually-hidden', !seen);
  };
  const show = (typing: boolean): void => {
    const text = box.value;
    status?.classList.add('visually-hidden');
    if (examples !== null) examples.hidden = text.trim() !== '';
    const suggestions = suggest?.(text, answers.situations) ?? [];
    const reading = text.trim() === '' ? undefined : read(text);
    const shown = { text, reading, typing, suggestions, ...answers };
    render(<Answer {...shown} />, place);
  };
  const announce = (): void => {
    const said = [...place.querySelectorAll('[data-says], [data-question]')].map(
      ({ textContent }) => textContent,
    );
    const news = said.join('. ');
    if (status?.textContent !== news) say(news);
  };
  const headline = (): HTMLElement | null => place.querySelector<HTMLElement>('[data-says]');
  // An answer to a question, or another situation picked, puts a new headline there: the reader is taken to it.
  place.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('.ask-back, .others') === null) return;
    requestAnimationFrame(() => headline()?.focus());
  });

  return {
    typed() {
      clearTimeout(pause);
      clearTimeout(rest);
      pause = window.setTimeout(show, PAUSE, true);
      rest = window.setTimeout(announce, REST);
    },
    answerNow() {
      clearTimeout(pause);
      clearTimeout(rest);
      show(false);
      const heading = headline();
      if (heading === null) {
        box.focus();
        say('Write a few words first.', true);
        return;
      }
      heading.focus({ preventScroll: true });
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      place.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
    },
  };
}
