import {
  GAP_BASE,
  GAP_SIGN,
  type Model,
  type ModelHeader,
  RARITY_SIGN,
  ZERO_SIGN,
} from '../reading/model.ts';

/**
 * A model as one string: a line of JSON, a line of gaps between known buckets, a line of their rarities, then one sign a weight,
 * column after column. One sign a weight, not packed bits or base64, so that brotli can give the
 * common signs fewer bits.
 *
 * @returns printable ASCII and three line ends. `decode` in `reading/` is its inverse.
 */
export function encode(model: Model): string {
  const { rows, rarity, weights, ...header } = model;
  return [
    JSON.stringify(header satisfies ModelHeader),
    gapsOf(rows),
    raritiesOf(rarity),
    signsOf(weights, header.situations.length),
  ].join('\n');
}

function gapsOf(rows: Uint16Array): string {
  const signs: string[] = [];
  let gap = 0;
  for (const row of rows) {
    if (row === 0) {
      gap += 1;
      continue;
    }
    while (gap >= GAP_BASE) {
      signs.push(String.fromCharCode(GAP_SIGN + GAP_BASE));
      gap -= GAP_BASE;
    }
    signs.push(String.fromCharCode(GAP_SIGN + gap));
    gap = 0;
  }
  return signs.join('');
}

function raritiesOf(rarity: Uint8Array): string {
  return Array.from(rarity.subarray(1), (level) => String.fromCharCode(RARITY_SIGN + level)).join('');
}

/** The weights of the known buckets; the row of zeros for all others is not sent. */
function signsOf(weights: Int8Array, columns: number): string {
  const signs: string[] = [];
  for (let column = 0; column < columns; column += 1) {
    for (let at = columns + column; at < weights.length; at += columns) {
      signs.push(String.fromCharCode(ZERO_SIGN + (weights[at] ?? 0)));
    }
  }
  return signs.join('');
}
