/** A text as it's written in HTML, in an element or in an attribute's quotation marks. */
export function escapeHtml(text: string): string {
  // Older phones, where it's used too, have no `replaceAll`.
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
