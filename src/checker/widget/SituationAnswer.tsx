import type { ComponentChildren } from 'preact';
import { Quotation } from '../../situations/Quotation.tsx';
import { Route } from '../../situations/Route.tsx';
import {
  type Quotation as QuotationData,
  READER_LABELS,
  READERS,
  type ReaderKind,
  type Situation,
} from '../../situations/situation.ts';
import type { Range } from '../reading/reader.ts';
import { CopyAndPrint } from './CopyAndPrint.tsx';
import { Excerpt } from './Excerpt.tsx';

interface Props {
  situation: Situation;
  /** What stands above its title. */
  label: string;
  /** Whether its title is what is announced and takes the focus. */
  says: boolean;
  text: string;
  /** The words of the text that decided it. */
  explanation: readonly Range[];
  /** How sure the checker is, in words. */
  sure: string | undefined;
  reader: ReaderKind;
  onReader: (reader: ReaderKind) => void;
  /** What is asked back, if anything. */
  children: ComponentChildren;
}

/** A situation as the answer: why, the Code's words, and what to do. */
export function SituationAnswer(props: Props) {
  const { situation, label, says, text, explanation, sure, reader, onReader, children } = props;
  return (
    <>
      <p class="label">{label}</p>
      <h3 class="headline" tabIndex={-1} {...(says ? { 'data-says': true } : {})}>
        {situation.title}
      </h3>
      <p>{situation.summary}</p>
      {children}
      <Excerpt text={text} explanation={explanation} />
      <details class="sure">
        <summary>How sure is this?</summary>
        <p>{sure}</p>
      </details>
      <Quotations quotations={situation.quotations} />
      <section class="todo" aria-labelledby="todo-heading">
        <h4 id="todo-heading">What to do</h4>
        <fieldset class="readers">
          <legend>Which is you?</legend>
          {READERS.map((kind) => (
            <label key={kind}>
              <input type="radio" name="reader" checked={kind === reader} onChange={() => onReader(kind)} />
              <span>{READER_LABELS[kind]}</span>
            </label>
          ))}
        </fieldset>
        <Route steps={situation.routes[reader]} />
        <p>
          <a class="tall" href={situation.href}>
            All about this situation
          </a>
        </p>
      </section>
      <CopyAndPrint situation={situation} reader={reader} />
    </>
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
