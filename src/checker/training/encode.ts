import { checksumOf, columnsFor, type Model, type ModelHeader, PLACE_LINES } from '../reading/model.ts';
import { numberAsText } from '../reading/numbers.ts';

/**
 * A model as one string: a line of JSON, then its tables as lines of numbers, each kind of number in a line of its own so
 * that brotli can tell what is frequent in it. Columns with many weights go first, and the gaps between columns are in lines
 * by how many weights of their row are still to come: most are then 0 or nearly.
 *
 * @returns printable ASCII and line ends. `decode` in `reading/` is its inverse.
 */
export function encode(model: Model): string {
  const { rows, levels, weights, ...rest } = model;
  const columns = columnsFor(rest.situations.length);
  const order = columnsByUse(weights, columns);
  const lines = { gaps: '', levels: '', counts: '', values: '' };
  const places = Array.from({ length: PLACE_LINES }, () => '');
  let lastBucket = -1;
  for (const [bucket, row] of rows.entries()) {
    if (row === 0) continue;
    lines.gaps += numberAsText(bucket - lastBucket - 1);
    lastBucket = bucket;
    lines.levels += numberAsText(levels[row] ?? 0);
    const used = order.flatMap((column, place) => {
      const weight = weights[row * columns + column] ?? 0;
      return weight === 0 ? [] : [{ place, weight }];
    });
    lines.counts += numberAsText(used.length);
    let last = -1;
    for (const [n, { place, weight }] of used.entries()) {
      places[Math.min(used.length - n, PLACE_LINES) - 1] += numberAsText(place - last - 1);
      last = place;
      lines.values += numberAsText(weight > 0 ? 2 * weight - 2 : -2 * weight - 1);
    }
  }
  const tables = [...Object.values(lines), ...places].join('\n');
  const header: ModelHeader = { ...rest, size: levels.length, order };
  const encoded = `${JSON.stringify(header)}\n${tables}`;
  return `${checksumOf(encoded)}\n${encoded}`;
}

/** The columns, those with the most weights other than 0 first. */
function columnsByUse(weights: Int8Array, columns: number): number[] {
  const uses = new Int32Array(columns);
  for (const [at, weight] of weights.entries())
    if (weight !== 0) uses[at % columns] = (uses[at % columns] ?? 0) + 1;
  return Array.from(uses.keys()).sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0));
}
