import type { CheckerWords } from '../schema.ts';

interface Props {
  /** Address of the page for an emergency. */
  href: string | undefined;
  words: CheckerWords;
  onDanger: () => void;
  onSafe: () => void;
}

/** The quieter line about danger, for texts in doubt, and the question that settles it. */
export function Concern({ href, words, onDanger, onSafe }: Props) {
  return (
    <section class="concern" aria-labelledby="concern">
      <p id="concern">
        <a href={href}>{words.concern.line}</a>
      </p>
      <div class="buttons">
        <button type="button" class="button" onClick={onDanger} data-moves>
          {words.concern.danger}
        </button>
        <button type="button" class="button" onClick={onSafe} data-moves>
          {words.emergency.safe}
        </button>
      </div>
    </section>
  );
}
