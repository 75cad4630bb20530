import type { EmailForms } from './email.ts';

/**
 * Puts words on the clipboard, rich and plain at once. To be called straight from a click: browsers allow it then only.
 *
 * @param forms may still be on their way
 * @returns whether the browser took them
 */
export async function copyForms(forms: Promise<EmailForms>): Promise<boolean> {
  const blob = async (form: 'html' | 'text', type: string): Promise<Blob> =>
    new Blob([(await forms)[form]], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': blob('html', 'text/html'),
        'text/plain': blob('text', 'text/plain'),
      }),
    ]);
    return true;
  } catch {
    // An old browser, or a page that was not fetched over https.
    return copyByEvent(await forms);
  }
}

/** Puts one line on the clipboard. */
export async function copyLine(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent({ text });
  }
}

/** The older way: the browser asks what is to be copied, and is told. */
function copyByEvent({ text, html }: { text: string; html?: string }): boolean {
  let taken = false;
  const answer = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    taken = event.clipboardData !== null;
    event.preventDefault();
  };
  document.addEventListener('copy', answer, { once: true });
  // Deprecated, and the only way that such browsers have.
  const done = document.execCommand('copy');
  document.removeEventListener('copy', answer);
  return done && taken;
}
