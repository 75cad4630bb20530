/**
 * Exponential and logarithm from additions, multiplications and divisions alone. IEEE 754 fixes the
 * result of those to the last bit, whereas an engine may work out `Math.exp` and `Math.log` as it
 * likes: with these, the same phrases give the same model on any machine.
 */

const LN2 = Math.LN2;

/** Terms of the series: enough for the last bit within half of ln 2. */
const TERMS = 18;

/** Below this the exponential is taken as nothing. */
const LOWEST = -700;

/** 2 to the power of minus n. */
const HALVES: number[] = [1];
for (let n = 1; n <= 1024; n += 1) HALVES.push((HALVES[n - 1] ?? 0) / 2);

/**
 * e to the power of x.
 *
 * @param x 0 or less.
 */
export function exp(x: number): number {
  if (x < LOWEST) return 0;
  const halvings = Math.round(-x / LN2);
  const rest = x + halvings * LN2;
  let sum = 1;
  for (let term = TERMS; term >= 1; term -= 1) sum = 1 + (sum * rest) / term;
  return sum * (HALVES[halvings] ?? 0);
}

/**
 * The natural logarithm, by halving into the reach of the series of the inverse hyperbolic tangent.
 *
 * @param x 1 or more.
 */
export function log(x: number): number {
  let halvings = 0;
  let rest = x;
  while (rest > 1.5) {
    rest /= 2;
    halvings += 1;
  }
  const ratio = (rest - 1) / (rest + 1);
  let sum = 0;
  for (let power = 2 * TERMS + 1; power >= 1; power -= 2) sum = sum * ratio * ratio + 1 / power;
  return 2 * ratio * sum + halvings * LN2;
}
