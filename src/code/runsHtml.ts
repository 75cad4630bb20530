import { escapeHtml } from '../shared/escapeHtml.ts';
import type { Run } from './document.ts';
import { itemMarker } from './itemMarker.ts';

/**
 * Words as HTML, with nothing between the tags: all the space between words is the Code's own.
 *
 * @param addressOf makes the address of a link from the one in the Code
 */
export function runsHtml(runs: readonly Run[], addressOf: (href: string) => string): string {
  return runs
    .map(({ text, href, bold, italic }) => {
      let html = escapeHtml(text).replaceAll('\n', '<br>');
      if (italic) html = `<em>${html}</em>`;
      if (bold) html = `<strong>${html}</strong>`;
      return href === undefined ? html : `<a href="${escapeHtml(addressOf(href))}">${html}</a>`;
    })
    .join('');
}

/** The same for a list item's words, whose number or sign hangs in the margin. */
export function itemHtml(runs: readonly Run[], addressOf: (href: string) => string): string {
  const [first, ...rest] = runs;
  const marker = itemMarker(first?.text ?? '');
  if (first === undefined || marker === '') return runsHtml(runs, addressOf);
  const words = { ...first, text: first.text.slice(marker.length) };
  return `<span class="marker">${escapeHtml(marker)}</span>${runsHtml([words, ...rest], addressOf)}`;
}
