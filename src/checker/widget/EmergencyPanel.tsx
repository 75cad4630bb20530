import { Route } from '../../situations/Route.tsx';
import type { Situation } from '../../situations/situation.ts';
import type { CheckerWords } from '../schema.ts';

/** The panel that cannot be overlooked: what to do now, before anything about the Code. */
export function EmergencyPanel({ situation, words }: { situation: Situation; words: CheckerWords }) {
  return (
    <section class="emergency-panel" aria-labelledby="emergency-heading">
      {/* Read out at once, even while typing; the steps below would be too long for that. */}
      <div role="alert">
        <h3 id="emergency-heading" tabIndex={-1} data-says>
          {words.emergency.heading}
        </h3>
        <p>{words.emergency.line}</p>
      </div>
      <p>
        <a class="button call" href="tel:999">
          Call 999
        </a>
      </p>
      <Route steps={situation.routes.affected} />
      <p>
        <a class="tall" href={situation.href}>
          {situation.title}: all of this page
        </a>
      </p>
    </section>
  );
}
