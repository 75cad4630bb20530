import type { Situation } from '../../situations/situation.ts';

interface Props {
  question: string;
  situations: readonly Situation[];
  /** Address of the list of situations. */
  listHref: string;
  onPick: (situation: Situation) => void;
}

/** Asks which situation is closest, where the answer isn't sure. */
export function Closest({ question, situations, listHref, onPick }: Props) {
  return (
    <section class="closest" aria-labelledby="closest">
      <p class="label">One quick question</p>
      <h3 id="closest">{question}</h3>
      <ul aria-labelledby="closest">
        {situations.map((situation) => (
          <li key={situation.id}>
            <button type="button" class="button" onClick={() => onPick(situation)} data-moves>
              {situation.option}
            </button>
          </li>
        ))}
        <li>
          <a href={listHref}>None of these: see all situations</a>
        </li>
      </ul>
    </section>
  );
}
