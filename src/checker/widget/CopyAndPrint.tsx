import { useState } from 'preact/hooks';
import {
  inOneLine,
  type Quotation,
  type ReaderKind,
  type Situation,
  UNCONFIRMED,
} from '../../situations/situation.ts';

interface Props {
  situation: Situation;
  /** Unknown until the words or the reader say: then there's only what's right for anyone. */
  reader: ReaderKind | undefined;
  /** The clause that's shown with it, if any. */
  quotation: Quotation | undefined;
}

/** Takes the answer along: on the clipboard, or on paper. What the reader typed is in neither. */
export function CopyAndPrint({ situation, reader, quotation }: Props) {
  /** What came of the last press, and how many there were: each is announced. */
  const [{ state, presses }, setState] = useState<{ state?: 'copied' | 'refused'; presses: number }>({
    presses: 0,
  });
  const text = answerAsText(situation, reader, quotation, location.href);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState({ state: 'copied', presses: presses + 1 });
    } catch {
      setState({ state: 'refused', presses: presses + 1 });
    }
  };
  const print = (): void => {
    const root = document.documentElement;
    root.dataset.printing = 'answer';
    const done = () => delete root.dataset.printing;
    // Not every phone says when it has printed: whoever touches the page again has.
    for (const event of ['afterprint', 'pointerdown', 'keydown'])
      addEventListener(event, done, { once: true });
    window.print();
  };
  return (
    <div class="take">
      <button type="button" class="button" onClick={() => void copy()}>
        Copy answer
      </button>
      <button type="button" class="button" onClick={print}>
        Print answer
      </button>
      <p role="status">
        {state !== undefined && (
          <span key={presses}>
            {state === 'copied'
              ? 'Copied.'
              : 'Your browser won’t let this page copy. Select the text below and copy it yourself.'}
          </span>
        )}
      </p>
      {state === 'refused' && (
        <textarea
          aria-label="The answer as text"
          readOnly
          rows={6}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}

/**
 * An answer as plain text, fit for a message or a note.
 *
 * @param here address of the page, from which the links are completed
 */
export function answerAsText(
  situation: Situation,
  reader: ReaderKind | undefined,
  quotation: Quotation | undefined,
  here: string,
): string {
  const full = (href: string): string => new URL(href, here).href;
  const route = reader === undefined ? undefined : situation.routes[reader];
  const steps = route?.steps.map(
    ({ who, what, how, say, next, quotation: rests, details, unset, help }, index) =>
      [
        `${index + 1}. ${who} (${what}): ${how}`,
        say && `   What to say: ${say}`,
        next && `   What happens next: ${next}`,
        unset && `   ${unset}`,
        ...details.map(
          ({ label, text, href }) => `   ${label}: ${text}${href?.startsWith('https') ? ` (${href})` : ''}`,
        ),
        ...help.map(({ name, phone, url }) => `   ${[name, phone, url].filter(Boolean).join(', ')}`),
        rests && `   The Code says: ${quoted(rests)} ${full(rests.href)}`,
      ]
        .filter(Boolean)
        .join('\n'),
  );
  return [
    situation.title,
    route?.start ?? situation.start,
    ...(steps ?? []),
    ...(quotation === undefined
      ? []
      : [
          `The Code says: ${quoted(quotation)}\n${full(quotation.href)}`,
          ...(quotation.unconfirmed ? [UNCONFIRMED] : []),
        ]),
    full(situation.href),
  ].join('\n\n');
}

const quoted = (quotation: Quotation): string => `“${inOneLine(quotation)}”`;
