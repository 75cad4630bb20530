import type { Situation } from '../../situations/situation.ts';

interface Props {
  question: string;
  /** Those that are likely, likeliest first. */
  likely: readonly Situation[];
  /** All the others. */
  others: readonly Situation[];
  onPick: (situation: Situation) => void;
}

/** Asks which situation is closest, where the answer isn't sure; any other can be chosen too. */
export function Closest({ question, likely, others, onPick }: Props) {
  return (
    <section class="closest" aria-labelledby="closest">
      <p class="label">One quick question</p>
      <h3 id="closest">{question}</h3>
      <ul>
        {likely.map((situation) => (
          <li key={situation.id}>
            <button type="button" class="button" onClick={() => onPick(situation)} data-moves>
              {situation.option}
            </button>
          </li>
        ))}
      </ul>
      <details>
        <summary>None of these</summary>
        <ul>
          {others.map((situation) => (
            <li key={situation.id}>
              <button type="button" class="button" onClick={() => onPick(situation)} data-moves>
                {situation.title}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
