import type { NamedCell } from '../code/cells.ts';
import { QUOTATION_ATTRIBUTE } from '../code/marks.ts';

/** A quoted row of a table: below each other, the name of each column and what the row has there. */
export function QuotedRow({ anchor, cells }: { anchor: string; cells: readonly NamedCell[] }) {
  const [first] = cells;
  const isTitled = first?.name === '';
  return (
    <div {...{ [QUOTATION_ATTRIBUTE]: anchor }}>
      {isTitled && <p>{first.words}</p>}{' '}
      <dl>
        {cells.slice(isTitled ? 1 : 0).map(({ name, words }) => (
          <div key={`${name} ${words}`}>
            <dt>{name}</dt> <dd>{words}</dd>{' '}
          </div>
        ))}
      </dl>
    </div>
  );
}
