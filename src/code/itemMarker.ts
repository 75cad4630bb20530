/** `1.`, `1)`, `1.1`, `(a)`, `a)`, `(iv)`, `iv.`, or a sign that says whether what follows is right or wrong. */
const MARKER =
  /^(?:\d{1,2}(?:\.\d{1,2})+\.?|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,6})\)|(?:\d{1,2}|[a-z]|[ivx]{1,6})\.|[✔✓☑✅✘✗✕✖❌☒☐])(?=\s)/u;

/**
 * The number or sign that a list item's words begin with. It stands where other items have a bullet.
 *
 * @returns an empty string if it has none
 */
export function itemMarker(text: string): string {
  return MARKER.exec(text)?.[0] ?? '';
}
