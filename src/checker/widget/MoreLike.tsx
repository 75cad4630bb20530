import type { Situation } from '../../situations/situation.ts';

interface Props {
  heading: string;
  situations: readonly Situation[];
  /** Address of the list of situations, where it's offered too. */
  listHref?: string;
  onPick: (situation: Situation) => void;
}

/** Other situations to pick from, and the list of them all. */
export function MoreLike({ heading, situations, listHref, onPick }: Props) {
  return (
    <nav class="others" aria-labelledby="others-heading">
      <h3 id="others-heading">{heading}</h3>
      <ul>
        {situations.map((situation) => (
          <li key={situation.id}>
            <button type="button" onClick={() => onPick(situation)} data-moves>
              {situation.title}
            </button>
          </li>
        ))}
        {listHref !== undefined && (
          <li>
            <a href={listHref}>See all situations</a>
          </li>
        )}
      </ul>
    </nav>
  );
}
