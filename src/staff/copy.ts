import { copyForms, copyLine } from './clipboard.ts';
import type { EmailForms } from './email.ts';

/** How long the message is shown, in milliseconds. */
const TOAST_DURATION = 4000;

const COPIED = {
  link: 'Link copied.',
  quotation: 'Copied. Paste it into an email.',
  reply: 'Copied. Paste it into an email and fill in the marked places.',
} as const;
type Kind = keyof typeof COPIED;

const REFUSED = {
  link: 'Your browser won’t let this page copy. Here’s the link.',
  words: 'Your browser won’t let this page copy. Here’s the text.',
  lost: 'Couldn’t get the text. When you’re online, reload this page and try again.',
};

/** The text to copy, loaded only when someone is about to copy it. */
const formsOf = async (kind: Exclude<Kind, 'link'>, key: string): Promise<EmailForms> => {
  const { formsFor } = await import('./forms.ts');
  return formsFor(kind, key, location.href);
};

/**
 * Makes every element with `data-copy` copy what its `data-of` names.
 *
 * @param toast contains a status line, and a box for text that the browser refuses to copy
 */
export function prepareCopying(toast: HTMLElement): void {
  const status = toast.querySelector('p');
  const box = toast.querySelector('textarea');
  let timer: number | undefined;
  const show = (text: string, words?: string): void => {
    if (status === null || box === null) return;
    clearTimeout(timer);
    toast.classList.add('shown');
    box.hidden = words === undefined;
    status.textContent = text;
    if (words === undefined) timer = window.setTimeout(hide, TOAST_DURATION);
    else {
      box.value = words;
      box.select();
    }
  };
  const hide = (): void => {
    toast.classList.remove('shown');
    if (box !== null) box.hidden = true;
    if (status !== null) status.textContent = '';
  };
  const copy = async (kind: Kind, key: string): Promise<void> => {
    // Emptied first, so that the same message is announced again.
    if (status !== null) status.textContent = '';
    if (kind === 'link') {
      const link = new URL(key, location.href).href;
      if (await copyLine(link)) show(COPIED.link);
      else show(REFUSED.link, link);
      return;
    }
    const forms = formsOf(kind, key);
    try {
      if (await copyForms(forms)) show(COPIED[kind]);
      else show(REFUSED.words, (await forms).text);
    } catch {
      show(REFUSED.lost);
    }
  };
  const copyRequest = (event: Event): { button: HTMLElement; kind: Kind; key: string } | undefined => {
    const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-copy]');
    if (!button) return undefined;
    const { copy: kind = '', of: key = '' } = button.dataset;
    return Object.keys(COPIED).includes(kind) ? { button, kind: kind as Kind, key } : undefined;
  };
  document.addEventListener('click', (event) => {
    const request = copyRequest(event);
    if (request === undefined) {
      if (event.target instanceof Node && !toast.contains(event.target)) hide();
      return;
    }
    // A link to a clause on this page is also followed; any other would leave the page before it's copied.
    if (!request.button.getAttribute('href')?.startsWith('#')) event.preventDefault();
    void copy(request.kind, request.key);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  // Loaded before the click, because old browsers don't wait for anything to copy.
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, (event) => {
      const request = copyRequest(event);
      if (request !== undefined && request.kind !== 'link')
        formsOf(request.kind, request.key).catch(() => undefined);
    });
  }
}
