import type { Situation } from '../../situations/situation.ts';

interface Props {
  situations: readonly Situation[];
  onPick: (situation: Situation) => void;
}

/** The next best situations, to pick from. */
export function MoreLike({ situations, onPick }: Props) {
  return (
    <nav class="others" aria-labelledby="others-heading">
      <h4 id="others-heading">Is it more like one of these?</h4>
      <ul class="choices">
        {situations.map((situation) => (
          <li key={situation.id}>
            <button type="button" onClick={() => onPick(situation)}>
              <strong>{situation.title}</strong>
              <span>{situation.summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
