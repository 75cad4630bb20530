import type { EmailForms } from './email.ts';

/**
 * Copies text as rich and plain text at once. Must be called directly from a click, or browsers refuse.
 *
 * @param forms may still be loading
 * @returns whether the browser copied them
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
    // An old browser, or a page not served over https.
    return copyByEvent(await forms);
  }
}

/** Copies one line. */
export async function copyLine(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent({ text });
  }
}

/** Copies with the older method, a `copy` event. */
function copyByEvent({ text, html }: { text: string; html?: string }): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    copied = event.clipboardData !== null;
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true });
  // Deprecated, but the only way in such browsers.
  const done = document.execCommand('copy');
  document.removeEventListener('copy', onCopy);
  return done && copied;
}
