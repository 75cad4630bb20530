import { useState } from 'preact/hooks';
import { READER_LABELS, type ReaderKind, type Situation } from '../../situations/situation.ts';

interface Props {
  situation: Situation;
  reader: ReaderKind;
}

/** Takes the answer along: on the clipboard, or on paper. What the reader typed is in neither. */
export function CopyAndPrint({ situation, reader }: Props) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const text = answerAsText(situation, reader, location.href);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  const print = (): void => {
    const root = document.documentElement;
    root.dataset.printing = 'answer';
    addEventListener('afterprint', () => delete root.dataset.printing, { once: true });
    window.print();
  };
  return (
    <div class="take">
      <button type="button" class="button" onClick={() => void copy()}>
        Copy this answer
      </button>
      <button type="button" class="button" onClick={print}>
        Print this answer
      </button>
      <p role="status">{state === 'copied' ? 'The answer is copied.' : ''}</p>
      {state === 'refused' && (
        <label>
          Your browser does not let this page copy. Select the text here and copy it.
          <textarea readOnly rows={6} value={text} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </div>
  );
}

/**
 * An answer as plain text, fit for a message or a note.
 *
 * @param here address of the page, from which the links are completed
 */
export function answerAsText(situation: Situation, reader: ReaderKind, here: string): string {
  const full = (href: string): string => new URL(href, here).href;
  const quotations = situation.quotations.map(({ text, href }) => `"${text}"\n${full(href)}`);
  const steps = situation.routes[reader].map(
    ({ who, how, say, next, quotation, details, unset, help }, index) =>
      [
        `${index + 1}. ${who}: ${how}`,
        say && `   What to say or bring: ${say}`,
        next && `   What happens next: ${next}`,
        unset && `   ${unset}`,
        ...details.map(
          ({ label, text, href }) => `   ${label}: ${text}${href?.startsWith('https') ? ` (${href})` : ''}`,
        ),
        ...help.map(({ name, phone, url }) => `   ${[name, phone, url].filter(Boolean).join(', ')}`),
        quotation && `   The Code says: "${quotation.text}" ${full(quotation.href)}`,
      ]
        .filter(Boolean)
        .join('\n'),
  );
  return [
    situation.title,
    situation.summary,
    ...(quotations.length > 0 ? ['The Code says:', ...quotations] : []),
    `What to do (${READER_LABELS[reader]}):`,
    ...steps,
    full(situation.href),
  ].join('\n\n');
}
