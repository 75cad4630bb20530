import { checksumOf, type Model, type ModelHeader } from '../reading/model.ts';
import { kindsOf, throughTables } from '../reading/modelBits.ts';
import { createBitWriter } from './bitWriter.ts';

/**
 * A model as one string: a line of JSON, then the tables, squeezed by a range coder, in base64. What
 * such a coder leaves has no pattern, and brotli packs 64 signs without a pattern into six bits each,
 * so base64 costs next to nothing; brotli alone, on one sign a weight, came out a fifth larger.
 *
 * @returns printable ASCII and one line end. `decode` in `reading/` is its inverse.
 */
export function encode(model: Model): string {
  const { rows, levels, weights, ...rest } = model;
  const columns = rest.situations.length;
  const buckets = new Uint32Array(levels.length);
  for (const [bucket, row] of rows.entries()) if (row > 0) buckets[row] = bucket;
  const writer = createBitWriter(kindsOf(columns));
  throughTables({ buckets, levels: levels.slice(), weights: weights.slice() }, columns, (kind, bit) => {
    writer.write(kind, bit);
    return bit;
  });
  const tables = Buffer.from(writer.finish()).toString('base64');
  const header: ModelHeader = { ...rest, size: levels.length, checksum: checksumOf(tables) };
  return `${JSON.stringify(header)}\n${tables}`;
}
