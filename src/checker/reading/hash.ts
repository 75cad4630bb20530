/** One step of FNV-1a (Fowler, Noll and Vo): a hash with one more number in it. */
export const mixed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** A hash with every UTF-16 unit of a text in it. */
export function hashOf(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = mixed(hash, text.charCodeAt(at));
  return hash;
}

/**
 * Spreads a hash over all its bits, for FNV leaves them uneven (the finisher of MurmurHash3).
 *
 * @returns from 0 to 2³² − 1.
 */
export function spread(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
