import { PLACEHOLDER } from './snippets.ts';

/**
 * Puts the site's own address into a snippet if the build didn't know it, and makes the snippet's button copy it.
 *
 * @param site address of the site, with its folder and a slash at the end
 */
export function mountSnippet(snippet: HTMLElement, site: string): void {
  const text = (snippet.textContent ?? '').split(PLACEHOLDER).join(site);
  snippet.textContent = text;
  const section = snippet.closest('[data-copying]');
  const status = section?.querySelector<HTMLElement>('[role="status"]');
  if (!status) return;
  section?.querySelector('button')?.addEventListener('click', async () => {
    // Emptied first, so that the same message is announced again.
    status.textContent = '';
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = 'Copied. Paste it into your page.';
    } catch {
      getSelection()?.selectAllChildren(snippet);
      status.textContent =
        'Your browser won’t let this page copy. The code is selected, so copy it yourself.';
    }
  });
}
