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
  const listOf = (situations: readonly Situation[], words: 'option' | 'title') => (
    <ul>
      {situations.map((situation) => (
        <li key={situation.id}>
          <button type="button" class="button" onClick={() => onPick(situation)} data-moves>
            {situation[words]}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section class="closest" aria-labelledby="closest">
      <p class="label">One quick question</p>
      <h3 id="closest">{question}</h3>
      {listOf(likely, 'option')}
      <details>
        <summary>None of these</summary>
        {listOf(others, 'title')}
      </details>
    </section>
  );
}
