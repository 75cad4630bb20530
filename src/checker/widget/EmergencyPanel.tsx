import { Lifelines } from '../../situations/Lifelines.tsx';
import { Particulars } from '../../situations/Route.tsx';
import type { Situation } from '../../situations/situation.ts';
import { topicOf } from '../reading/topic.ts';
import { wordsOf } from '../reading/words.ts';
import type { CheckerWords } from '../schema.ts';

interface Props {
  situation: Situation;
  words: CheckerWords;
  /** What was typed, if anything. */
  text?: string;
  /** What to do when the reader says that nobody is in danger; without it there's no such button. */
  onSafe?: () => void;
}

/** The panel that can’t be overlooked: who to call, before anything about the Code. */
export function EmergencyPanel({ situation, words, text = '', onSafe }: Props) {
  const { start, steps } = situation.routes.affected;
  const next = topicOf(wordsOf(text), words.emergency.next);
  // 999 stays first, whoever it is.
  const [first, ...others] = steps;
  const rank = ({ who }: { who: string }): number => (who === next?.id ? 0 : 1);
  const sorted = [...(first === undefined ? [] : [first]), ...others.sort((a, b) => rank(a) - rank(b))];
  const route = { start, steps: sorted };
  return (
    <section class="emergency-panel" aria-labelledby="emergency-heading">
      {/* Read out at once, even while typing; the rows below would be too long for that. */}
      <div role="alert">
        <h2 id="emergency-heading" tabIndex={-1} data-headline>
          {words.emergency.heading}
        </h2>
        <p>{words.emergency.line}</p>
      </div>
      <Lifelines route={route} href={situation.href} />
      <details>
        <summary>More help</summary>
        <div class="opened">
          {route.steps.map((step) => (
            <div key={step.who}>
              <h3>{step.who}</h3>
              <p>{step.how}</p>
              <Particulars step={step} />
            </div>
          ))}
          <a class="tall" href={situation.href}>
            Read the full page
          </a>
        </div>
      </details>
      {onSafe !== undefined && (
        <button type="button" class="button" onClick={onSafe} data-moves>
          {words.emergency.safe}
        </button>
      )}
    </section>
  );
}
