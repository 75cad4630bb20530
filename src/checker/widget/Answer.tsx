import { useState } from 'preact/hooks';
import { Quotation } from '../../components/Quotation.tsx';
import { Route } from '../../components/Route.tsx';
import type { CheckerWords } from '../../schemas/checker.ts';
import {
  type Quotation as QuotationData,
  READER_LABELS,
  READERS,
  type ReaderKind,
  type Situation,
} from '../../situations/situation.ts';
import { EMERGENCY, NOT_COVERED, type Reading } from '../reading/reader.ts';
import { CopyAndPrint } from './CopyAndPrint.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { Excerpt } from './Excerpt.tsx';

interface Props {
  text: string;
  reading: Reading | undefined;
  /** Situations whose titles are like what was typed, while that is only a word or two. */
  suggestions: readonly Situation[];
  situations: readonly Situation[];
  words: CheckerWords;
}

/** How many situations are offered as "Is it more like one of these?". */
const OTHERS = 2;

/** All that is said about a text. The element marked `data-says` takes the focus and is what is announced. */
export function Answer({ text, reading, suggestions, situations, words }: Props) {
  const [reader, setReader] = useState<ReaderKind>(READERS[0]);
  const [chosen, setChosen] = useState<{ id: string; text: string }>();
  if (reading === undefined) return null;

  const ranked = reading.answers.flatMap(
    ({ situation: id }) => situations.find((situation) => situation.id === id) ?? [],
  );
  // Another answer that the reader picked stands until they change their words.
  const shown = ranked.find(({ id }) => chosen?.text === text && chosen.id === id) ?? ranked[0];
  if (shown === undefined) return null;
  const others = ranked.filter((situation) => situation !== shown).slice(0, OTHERS);
  const emergency = situations.find(({ id }) => id === EMERGENCY);
  const choose = (situation: Situation): void => setChosen({ id: situation.id, text });

  return (
    <div class="answer">
      {reading.emergency && emergency !== undefined && <EmergencyPanel situation={emergency} words={words} />}
      {reading.concern && !reading.emergency && (
        <p class="concern">
          <a href={emergency?.href}>{words.concern}</a>
        </p>
      )}
      {reading.otherLanguage ? (
        <p class="headline" tabIndex={-1} data-says>
          {words.otherLanguage}
        </p>
      ) : (
        <>
          {suggestions.length > 0 && <Suggestions suggestions={suggestions} />}
          {!(reading.emergency && shown.id === EMERGENCY) && (
            <>
              <p class="label">{shown.id === NOT_COVERED ? words.notCovered : 'This looks most like'}</p>
              <h3 class="headline" tabIndex={-1} {...(reading.emergency ? {} : { 'data-says': true })}>
                {shown.title}
              </h3>
              <p>{shown.summary}</p>
              <Excerpt text={text} because={chosen?.text === text ? [] : reading.because} />
              <Quotations quotations={shown.quotations} />
              <section class="todo" aria-labelledby="todo-heading">
                <h4 id="todo-heading">What to do</h4>
                <fieldset class="readers">
                  <legend>Which is you?</legend>
                  {READERS.map((kind) => (
                    <label key={kind}>
                      <input
                        type="radio"
                        name="reader"
                        checked={kind === reader}
                        onChange={() => setReader(kind)}
                      />
                      <span>{READER_LABELS[kind]}</span>
                    </label>
                  ))}
                </fieldset>
                <Route steps={shown.routes[reader]} />
                <p>
                  <a class="code-link" href={shown.href}>
                    All about this situation
                  </a>
                </p>
              </section>
              <CopyAndPrint situation={shown} reader={reader} />
            </>
          )}
          <nav class="others" aria-labelledby="others-heading">
            <h4 id="others-heading">Is it more like one of these?</h4>
            <ul class="choices">
              {others.map((situation) => (
                <li key={situation.id}>
                  <button type="button" onClick={() => choose(situation)}>
                    <strong>{situation.title}</strong>
                    <span>{situation.summary}</span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        </>
      )}
    </div>
  );
}

/** The clause that fits best, and the others behind a control: what to do must not be a screen away. */
function Quotations({ quotations: [best, ...more] }: { quotations: readonly QuotationData[] }) {
  if (best === undefined) return null;
  return (
    <>
      <Quotation {...best} />
      {more.length > 0 && (
        <details class="more-words">
          <summary>What else the Code says about this</summary>
          {more.map((quotation) => (
            <Quotation key={quotation.anchor} {...quotation} />
          ))}
        </details>
      )}
    </>
  );
}

function Suggestions({ suggestions }: { suggestions: readonly Situation[] }) {
  return (
    <nav class="suggestions" aria-label="Situations by name">
      <p class="label">Go on writing, or open one of these</p>
      <ul class="choices links">
        {suggestions.map(({ id, href, title }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
