import { checksumOf, columnsFor, type Model, type ModelHeader } from '../reading/model.ts';
import { numberAsText } from '../reading/numbers.ts';

/**
 * A model as one string: a line of JSON, then its tables as lines of numbers, each kind of number in a line of its own so
 * that brotli can tell what is frequent in it.
 *
 * @returns printable ASCII and line ends. `decode` in `reading/` is its inverse.
 */
export function encode(model: Model): string {
  const { rows, levels, weights, ...rest } = model;
  const columns = columnsFor(rest.situations.length);
  const lines = { gaps: '', levels: '', counts: '', places: '', values: '' };
  let lastBucket = -1;
  for (const [bucket, row] of rows.entries()) {
    if (row === 0) continue;
    lines.gaps += numberAsText(bucket - lastBucket - 1);
    lastBucket = bucket;
    lines.levels += numberAsText(levels[row] ?? 0);
    let count = 0;
    let last = -1;
    for (let column = 0; column < columns; column += 1) {
      const weight = weights[row * columns + column] ?? 0;
      if (weight === 0) continue;
      count += 1;
      lines.places += numberAsText(column - last - 1);
      lines.values += numberAsText(weight > 0 ? 2 * weight - 2 : -2 * weight - 1);
      last = column;
    }
    lines.counts += numberAsText(count);
  }
  const tables = Object.values(lines).join('\n');
  const header: ModelHeader = { ...rest, size: levels.length, checksum: checksumOf(tables) };
  return `${JSON.stringify(header)}\n${tables}`;
}
