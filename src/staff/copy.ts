import { copyForms, copyLine } from './clipboard.ts';
import type { EmailForms } from './email.ts';

/** How long it is said that something was copied, in milliseconds. */
const SAID_FOR = 4000;

/** What is said, by the kind of thing that was copied. */
const COPIED = {
  link: 'The link is copied.',
  quotation: 'The words are copied. Paste them into an email.',
  reply: 'The reply is copied. Paste it into an email, and fill in the marked places.',
} as const;
type Kind = keyof typeof COPIED;

const REFUSED = {
  link: 'Your browser does not let this page copy. Here is the link.',
  words: 'Your browser does not let this page copy. Here are the words.',
  lost: 'The words could not be fetched. Try again when you are online.',
};

/** The words to copy: fetched when someone is about to copy, and not before. */
const formsOf = async (kind: Exclude<Kind, 'link'>, key: string): Promise<EmailForms> => {
  const { formsFor } = await import('./forms.ts');
  return formsFor(kind, key, location.href);
};

/**
 * Lets everything on the page that has `data-copy` copy what its `data-of` names.
 *
 * @param toast holds a status line, and a box for words that the browser does not let be copied
 */
export function prepareCopying(toast: HTMLElement): void {
  const status = toast.querySelector('p');
  const box = toast.querySelector('textarea');
  let timer: number | undefined;
  const say = (text: string, words?: string): void => {
    if (status === null || box === null) return;
    clearTimeout(timer);
    toast.classList.add('shown');
    box.hidden = words === undefined;
    status.textContent = text;
    if (words === undefined) timer = window.setTimeout(hide, SAID_FOR);
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
    if (kind === 'link') {
      const link = new URL(key, location.href).href;
      if (await copyLine(link)) say(COPIED.link);
      else say(REFUSED.link, link);
      return;
    }
    const forms = formsOf(kind, key);
    try {
      if (await copyForms(forms)) say(COPIED[kind]);
      else say(REFUSED.words, (await forms).text);
    } catch {
      say(REFUSED.lost);
    }
  };
  const copiedBy = (event: Event): { button: HTMLElement; kind: Kind; key: string } | undefined => {
    const button = event.target instanceof Element && event.target.closest<HTMLElement>('[data-copy]');
    if (!button) return undefined;
    const { copy: kind = '', of: key = '' } = button.dataset;
    return Object.keys(COPIED).includes(kind) ? { button, kind: kind as Kind, key } : undefined;
  };
  document.addEventListener('click', (event) => {
    const copied = copiedBy(event);
    if (copied === undefined) {
      if (event.target instanceof Node && !toast.contains(event.target)) hide();
      return;
    }
    // A link to a clause of this page also leads there; another would leave the page before it is copied.
    if (!copied.button.getAttribute('href')?.startsWith('#')) event.preventDefault();
    void copy(copied.kind, copied.key);
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
  // On their way before the click, so that old browsers, which wait for nothing, have them in time.
  for (const sign of ['pointerover', 'focusin']) {
    document.addEventListener(sign, (event) => {
      const copied = copiedBy(event);
      if (copied !== undefined && copied.kind !== 'link')
        formsOf(copied.kind, copied.key).catch(() => undefined);
    });
  }
}
