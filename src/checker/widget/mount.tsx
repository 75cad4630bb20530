import { type ComponentChild, Fragment, render } from 'preact';
import type { Situation } from '../../situations/situation.ts';
import type { AnyReading } from '../languages/anyLanguage.ts';
import type { Model } from '../reading/model.ts';
import { createReader, EMERGENCY, type Reading } from '../reading/reader.ts';
import type { CheckerWords, Elsewhere } from '../schema.ts';
import { Answer } from './Answer.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { suggestTitles } from './suggestTitles.ts';
import type { Widget } from './widget.ts';

/** Long enough not to speak between two words, short enough to feel at once. */
const PAUSE = 350;

/**
 * Puts the answers in their place in the checker.
 *
 * @param checker the element that holds the box, the place for the answer and the status line
 * @param model from `decode`
 * @param answers the situations and words, as `virtual:answers` gives them
 */
export function mount(
  checker: HTMLElement,
  model: Model,
  answers: {
    situations: readonly Situation[];
    words: CheckerWords;
    elsewhere: readonly Elsewhere[];
    listHref: string;
  },
): Widget {
  let read = createReader(model);
  const { situations, words } = answers;
  const box = checker.querySelector('textarea');
  const place = checker.querySelector<HTMLElement>('[data-answer]');
  const status = checker.querySelector<HTMLElement>('[data-status]');
  const preview = checker.querySelector<HTMLElement>('[data-preview]');
  if (box === null || place === null || status === null || preview === null)
    throw new Error('The checker lacks its box, or a place for what it says.');

  const emergency = situations.find(({ id }) => id === EMERGENCY);
  let pause: number | undefined;
  /** Each answer starts afresh, even to the same words, and one that comes too late is dropped. */
  let presses = 0;
  /** While someone types: one quiet line, and the panel if words that always count call for it. */
  const glance = (): void => {
    // In another language there’s too little that’s known for a quiet line.
    const reading = read(box.value, true);
    const [first] = reading.answers;
    const title =
      reading.abstains || first?.situation === EMERGENCY
        ? undefined
        : situations.find(({ id }) => id === first?.situation)?.title;
    preview.textContent = title === undefined ? '' : `Sounds like: ${title}`;
    render(
      reading.certain && emergency !== undefined && (
        <EmergencyPanel situation={emergency} words={words} text={box.value} />
      ),
      place,
    );
  };
  const focusHeadline = (): void => {
    place.querySelector<HTMLElement>('[data-headline]')?.focus({ preventScroll: true });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    place.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  };
  // What a button changes replaces the headline: the reader is taken to the new one.
  place.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('[data-moves]') !== null)
      requestAnimationFrame(focusHeadline);
  });

  /** Kept from the first text in another language on: making it takes a slow phone a moment. */
  let readAny: ((text: string) => AnyReading) | undefined;
  /** The reading of a text in whatever language, and the answer in that language if there is one. */
  const inItsLanguage = async (text: string): Promise<{ reading: Reading; answer?: ComponentChild }> => {
    const [{ createAnyReader }, { LanguageAnswer }, { school, ...data }] = await Promise.all([
      import('../languages/anyLanguage.ts'),
      import('../languages/LanguageAnswer.tsx'),
      import('virtual:languages'),
    ]);
    readAny ??= createAnyReader(
      (typed, english) => read(typed, english),
      () => data,
    );
    const reading = readAny(text);
    const language = data.languages.find(({ code }) => code === reading.language);
    if (language === undefined) return { reading };
    const english = { danger: words.emergency.heading, otherLanguage: words.otherLanguage };
    const shown = { language, danger: reading.emergency, situations, school, english };
    return { reading, answer: <LanguageAnswer {...shown} /> };
  };
  const answer = async (text: string): Promise<void> => {
    presses += 1;
    const press = presses;
    const english = { reading: read(text) };
    // Until what other languages take has come, an earlier answer mustn't pass for this one's.
    if (english.reading.otherLanguage) render(null, place);
    // If it can't be loaded, the answer is in English.
    const { reading, answer }: Awaited<ReturnType<typeof inItsLanguage>> = english.reading.otherLanguage
      ? await inItsLanguage(text).catch(() => english)
      : english;
    if (press !== presses) return;
    const suggestions = suggestTitles(text, situations);
    render(
      <Fragment key={press}>
        {answer ?? <Answer text={text} reading={reading} suggestions={suggestions} {...answers} />}
      </Fragment>,
      place,
    );
    focusHeadline();
  };

  return {
    typed() {
      clearTimeout(pause);
      // An answer that's still waiting for another language's words would be to the words of before.
      presses += 1;
      status.textContent = '';
      pause = window.setTimeout(glance, PAUSE);
    },
    answerNow() {
      clearTimeout(pause);
      const text = box.value;
      preview.textContent = '';
      if (text.trim() === '') {
        presses += 1;
        render(null, place);
        box.focus();
        status.textContent = words.empty;
        return;
      }
      status.textContent = '';
      void answer(text);
    },
    readWith(better) {
      read = createReader(better);
    },
  };
}
