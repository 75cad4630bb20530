import type { ComponentChildren } from 'preact';
import { Quotation } from '../../situations/Quotation.tsx';
import { MoreSteps, Start, StartHere } from '../../situations/Route.tsx';
import { READER_LABELS, READERS, type ReaderKind, type Situation } from '../../situations/situation.ts';
import { NOT_COVERED, type Range } from '../reading/reader.ts';
import type { Elsewhere } from '../schema.ts';
import { CopyAndPrint } from './CopyAndPrint.tsx';
import { closestQuotation } from './closestQuotation.ts';
import { Excerpt } from './Excerpt.tsx';

interface Props {
  situation: Situation;
  /** What's above its title. */
  label: string;
  /** What the text is about and who to ask, where no situation is about it; `says` has `{topic}` in it. */
  elsewhere?: (Elsewhere & { says: string }) | undefined;
  text: string;
  /** The words of the text that decided it. */
  explanation: readonly Range[];
  /** How sure the checker is, in words. */
  sure: string | undefined;
  /** Whose story it is; unknown until the words or the reader say. */
  reader: ReaderKind | undefined;
  onReader: (reader: ReaderKind) => void;
  /** What's asked back, if anything. */
  question?: ComponentChildren;
  /** Other situations to pick from. */
  others?: ComponentChildren;
}

/**
 * A situation as the answer: what to do first, then the rest folded, and the clause that helps this reader most. That comes
 * first where the situation is a section of the Code, whose title says less.
 *
 * Whatever text can change has a key, so that it becomes a new element: a page translator replaces the text nodes, and
 * changes to those that were replaced would be seen by nobody.
 */
export function SituationAnswer(props: Props) {
  const { situation, label, elsewhere, text, explanation, sure, reader, onReader } = props;
  const [beforeTopic, afterTopic] = elsewhere?.says.split('{topic}') ?? [];
  // A question that’s about nothing in the Code has the same answer for all but staff.
  const isOpen = situation.id === NOT_COVERED;
  const shown = isOpen ? (reader === 'staff' ? reader : 'affected') : reader;
  const route = shown === undefined ? undefined : situation.routes[shown];
  const closest = situation.section ? closestQuotation(text, explanation, situation.quotations) : undefined;
  const best = closest ?? (route ?? situation.routes.affected).quotation ?? situation.quotations[0];
  const quotation = best !== undefined && <Quotation key={best.anchor} {...best} />;
  const more = situation.quotations.filter(({ anchor }) => anchor !== best?.anchor);
  return (
    <div class="columns">
      <div>
        <p key={label} class="label">
          {label}
        </p>
        <h2 key={situation.id} tabIndex={-1} data-headline>
          {situation.title}
        </h2>
        {props.question}
        {situation.section && quotation}
        {elsewhere !== undefined ? (
          <StartHere key={elsewhere.topic}>
            <p>
              {beforeTopic}
              <strong>{elsewhere.topic}</strong>
              {afterTopic}
            </p>
            <p>{elsewhere.ask}</p>
          </StartHere>
        ) : route === undefined ? (
          <StartHere key={situation.id}>
            <p>{situation.start}</p>
          </StartHere>
        ) : (
          <Start key={`${situation.id} ${shown}`} route={route} />
        )}
        {elsewhere === undefined && (
          <>
            {!isOpen && (
              <fieldset class="readers">
                <legend>
                  Which of these is you?{' '}
                  {route === undefined && <span class="soft">Choose one to see who to talk to.</span>}
                </legend>
                {READERS.map((kind) => (
                  <label key={kind}>
                    <input
                      type="radio"
                      name="reader"
                      checked={kind === reader}
                      onChange={() => onReader(kind)}
                    />
                    <span>{READER_LABELS[kind]}</span>
                  </label>
                ))}
              </fieldset>
            )}
            {route !== undefined && <MoreSteps key={`${situation.id} ${shown}`} route={route} />}
          </>
        )}
      </div>
      <div class="side">
        {!situation.section && quotation}
        <div key={`${situation.id} ${best?.anchor} ${sure}`} class="folds">
          {more.length > 0 && (
            <details open={situation.section && closest === undefined}>
              <summary>More from the Code ({more.length})</summary>
              <div class="opened">
                {more.map((quotation) => (
                  <Quotation key={quotation.anchor} {...quotation} />
                ))}
              </div>
            </details>
          )}
          <details>
            <summary>Why this answer? Copy or print it</summary>
            <div class="opened">
              {sure !== undefined && <p>{sure}</p>}
              <Excerpt text={text} explanation={explanation} />
              <CopyAndPrint
                key={`${situation.id} ${reader}`}
                situation={situation}
                reader={reader}
                quotation={best}
              />
              <a class="tall" href={situation.href}>
                Read the full page
              </a>
            </div>
          </details>
        </div>
        {props.others}
      </div>
    </div>
  );
}
