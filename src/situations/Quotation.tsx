import { QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import type { Quotation as QuotationData } from './situation.ts';

/** A quoted clause with a link to it. */
export function Quotation({ anchor, name, text, href }: QuotationData) {
  return (
    <figure class="quotation">
      <blockquote {...{ [QUOTATION_ATTRIBUTE]: anchor }}>{text}</blockquote>
      <figcaption>
        <a class="tall" href={href}>
          Read it in the Code<span class="visually-hidden">: {name}</span>
        </a>
      </figcaption>
    </figure>
  );
}
