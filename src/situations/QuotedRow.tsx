import type { NamedCell } from '../code/cells.ts';
import { QUOTATION_ATTRIBUTE } from '../code/marks.ts';

/** A quoted row of a table: below each other, the name of each column and what the row has there. */
export function QuotedRow({ anchor, cells }: { anchor: string; cells: readonly NamedCell[] }) {
  return (
    <dl {...{ [QUOTATION_ATTRIBUTE]: anchor }}>
      {cells.map(({ name, words }) => (
        <div key={name}>
          <dt>{name}</dt> <dd>{words}</dd>{' '}
        </div>
      ))}
    </dl>
  );
}
