import { namedCells } from '../code/cells.ts';
import { HEADING_ATTRIBUTE, LEAD_IN_ATTRIBUTE, QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import { QuotedRow } from './QuotedRow.tsx';
import { type Quotation as QuotationData, UNCONFIRMED } from './situation.ts';

/** A quoted clause with a link to it. */
export function Quotation({ unconfirmed, ...quotation }: QuotationData) {
  const { anchor, leadIn, text } = quotation;
  const cells = namedCells(quotation);
  return (
    <figure class="quotation">
      <Caption {...quotation} />
      {cells !== undefined ? (
        <blockquote class="row">
          <QuotedRow anchor={anchor} cells={cells} />
        </blockquote>
      ) : leadIn === undefined ? (
        <blockquote {...{ [QUOTATION_ATTRIBUTE]: anchor }}>{text}</blockquote>
      ) : (
        <blockquote class="parts">
          <p {...{ [LEAD_IN_ATTRIBUTE]: anchor }}>{leadIn}</p>
          <p {...{ [QUOTATION_ATTRIBUTE]: anchor }}>{text}</p>
        </blockquote>
      )}
      {unconfirmed && <p class="soft">{UNCONFIRMED}</p>}
    </figure>
  );
}

/** Whose words a quotation has, and where they stand: a link there, with the heading that they're under. */
export function Caption({ anchor, name, under, href }: QuotationData) {
  if (under === undefined)
    return (
      <figcaption>
        <span class="says">The Code says</span>{' '}
        <a class="tall" href={href}>
          Read it in the Code<span class="visually-hidden">: {name}</span>
        </a>
      </figcaption>
    );
  return (
    <figcaption class="under">
      <span class="says">The Code says,</span> under{' '}
      <a href={href}>
        “<span {...{ [HEADING_ATTRIBUTE]: anchor }}>{under}</span>”
        <span class="visually-hidden">: read it in the Code, {name}</span>
      </a>
    </figcaption>
  );
}
