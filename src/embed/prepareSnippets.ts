import { PLACEHOLDER } from './snippets.ts';

/**
 * Completes the snippets with the site's own address, where the build did not know it, and lets each be copied.
 *
 * @param site address of the site, with its folder and a slash at the end
 * @param status says what was done
 */
export function prepareSnippets(snippets: Iterable<HTMLElement>, site: string, status: HTMLElement): void {
  for (const snippet of snippets) {
    const text = (snippet.textContent ?? '').replaceAll(PLACEHOLDER, site);
    snippet.textContent = text;
    document.querySelector(`[data-copies="${snippet.id}"]`)?.addEventListener('click', () => {
      void copy(text, snippet, status);
    });
  }
}

/** Where the browser lets nothing be copied, the lines are at least selected. */
async function copy(text: string, snippet: HTMLElement, status: HTMLElement): Promise<void> {
  // Emptied first, so that the same words are read out a second time.
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = 'The lines are copied. Paste them into the page.';
  } catch {
    getSelection()?.selectAllChildren(snippet);
    status.textContent =
      'Your browser does not let this page copy. The lines are selected: copy them yourself.';
  }
}
