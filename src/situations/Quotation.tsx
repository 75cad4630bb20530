import { LEAD_IN_ATTRIBUTE, QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import { type Quotation as QuotationData, UNCONFIRMED } from './situation.ts';

/** A quoted clause with a link to it. */
export function Quotation({ anchor, name, leadIn, text, unconfirmed, href }: QuotationData) {
  return (
    <figure class="quotation">
      <figcaption>
        <span class="says">The Code says</span>{' '}
        <a class="tall" href={href}>
          Read it in the Code<span class="visually-hidden">: {name}</span>
        </a>
      </figcaption>
      {leadIn === undefined ? (
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
