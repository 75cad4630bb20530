import { Fragment } from 'preact';
import { namedCells } from '../code/cells.ts';
import { LEAD_IN_ATTRIBUTE, QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import { Caption } from './Quotation.tsx';
import { QuotedRow } from './QuotedRow.tsx';
import type { Quotation } from './situation.ts';

/** All clauses of a section, those of a list below the sentence that they finish. */
export function SectionQuotations({ quotations }: { quotations: readonly Quotation[] }) {
  const [first] = quotations;
  if (first === undefined) return null;
  return (
    <figure class="quotation">
      <Caption {...first} />
      <blockquote class="clauses">
        {listsIn(quotations).map((list) => {
          const [{ anchor, leadIn } = first] = list;
          const rows = list.map(namedCells);
          if (!rows.includes(undefined))
            return rows.map((cells = [], at) => (
              <QuotedRow key={list[at]?.anchor} anchor={list[at]?.anchor ?? ''} cells={cells} />
            ));
          return leadIn === undefined ? (
            list.map(({ anchor, text }) => (
              <p key={anchor} {...{ [QUOTATION_ATTRIBUTE]: anchor }}>
                {text}
              </p>
            ))
          ) : (
            <Fragment key={anchor}>
              <p {...{ [LEAD_IN_ATTRIBUTE]: anchor }}>{leadIn}</p>
              <ul>
                {list.map(({ anchor, text }) => (
                  <li key={anchor} {...{ [QUOTATION_ATTRIBUTE]: anchor }}>
                    {text}
                  </li>
                ))}
              </ul>
            </Fragment>
          );
        })}
      </blockquote>
    </figure>
  );
}

/** Quotations with the same sentence before them, next to one another. */
function listsIn(quotations: readonly Quotation[]): Quotation[][] {
  const lists: Quotation[][] = [];
  for (const quotation of quotations) {
    const last = lists.at(-1);
    if (last !== undefined && last[0]?.leadIn === quotation.leadIn) last.push(quotation);
    else lists.push([quotation]);
  }
  return lists;
}
