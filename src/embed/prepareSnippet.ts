import { PLACEHOLDER } from './snippets.ts';

/**
 * Completes lines for a web page with the site's own address, where the build did not know it, and lets them be copied
 * where a button and a status line stand with them.
 *
 * @param site address of the site, with its folder and a slash at the end
 */
export function prepareSnippet(snippet: HTMLElement, site: string): void {
  const text = (snippet.textContent ?? '').split(PLACEHOLDER).join(site);
  snippet.textContent = text;
  const part = snippet.closest('[data-copying]');
  const status = part?.querySelector<HTMLElement>('[role="status"]');
  if (!status) return;
  part?.querySelector('button')?.addEventListener('click', async () => {
    // Emptied first, so that the same words are read out a second time.
    status.textContent = '';
    if (await isCopied(text)) status.textContent = 'Copied. Paste it into the page.';
    else {
      getSelection()?.selectAllChildren(snippet);
      status.textContent = 'Your browser does not let this page copy. It is selected: copy it yourself.';
    }
  });
}

async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
