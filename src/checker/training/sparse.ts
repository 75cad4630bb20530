/**
 * Some rows of a table, each with a value: the features of a text, or the texts of a feature. Nearly all of training's
 * time goes by with these two functions, so they take four rows at a time; what they add up, they add in order.
 */
export interface Sparse {
  rows: Int32Array;
  values: Float32Array;
}

/**
 * Adds some rows of a table, each times its value, to `sums`.
 *
 * @param from the first of the rows
 * @param end the one after the last
 * @param table with a column for each of `sums`, row by row
 */
export function addRows(
  { rows, values }: Sparse,
  from: number,
  end: number,
  table: Float32Array,
  sums: Float64Array,
): void {
  const columns = sums.length;
  let n = from;
  for (; n + 4 <= end; n += 4) {
    const a = values[n] ?? 0;
    const b = values[n + 1] ?? 0;
    const c = values[n + 2] ?? 0;
    const d = values[n + 3] ?? 0;
    const atA = (rows[n] ?? 0) * columns;
    const atB = (rows[n + 1] ?? 0) * columns;
    const atC = (rows[n + 2] ?? 0) * columns;
    const atD = (rows[n + 3] ?? 0) * columns;
    for (let column = 0; column < columns; column += 1) {
      sums[column] =
        (sums[column] ?? 0) +
        a * (table[atA + column] ?? 0) +
        b * (table[atB + column] ?? 0) +
        c * (table[atC + column] ?? 0) +
        d * (table[atD + column] ?? 0);
    }
  }
  for (; n < end; n += 1) {
    const value = values[n] ?? 0;
    const at = (rows[n] ?? 0) * columns;
    for (let column = 0; column < columns; column += 1)
      sums[column] = (sums[column] ?? 0) + value * (table[at + column] ?? 0);
  }
}

/**
 * Adds `changes`, times its value, to each of some rows of a table: the other way round from {@link addRows}.
 *
 * @param changes one for each column
 */
export function changeRows(
  { rows, values }: Sparse,
  from: number,
  end: number,
  table: Float32Array,
  changes: Float64Array,
): void {
  const columns = changes.length;
  let n = from;
  for (; n + 4 <= end; n += 4) {
    const a = values[n] ?? 0;
    const b = values[n + 1] ?? 0;
    const c = values[n + 2] ?? 0;
    const d = values[n + 3] ?? 0;
    const atA = (rows[n] ?? 0) * columns;
    const atB = (rows[n + 1] ?? 0) * columns;
    const atC = (rows[n + 2] ?? 0) * columns;
    const atD = (rows[n + 3] ?? 0) * columns;
    for (let column = 0; column < columns; column += 1) {
      const change = changes[column] ?? 0;
      table[atA + column] = (table[atA + column] ?? 0) + a * change;
      table[atB + column] = (table[atB + column] ?? 0) + b * change;
      table[atC + column] = (table[atC + column] ?? 0) + c * change;
      table[atD + column] = (table[atD + column] ?? 0) + d * change;
    }
  }
  for (; n < end; n += 1) {
    const value = values[n] ?? 0;
    const at = (rows[n] ?? 0) * columns;
    for (let column = 0; column < columns; column += 1)
      table[at + column] = (table[at + column] ?? 0) + value * (changes[column] ?? 0);
  }
}
