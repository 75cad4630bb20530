import { HEIGHT_REQUEST, type HeightMessage } from './message.ts';

/**
 * Tells the embedding page how tall this one is, now and whenever that changes, once that page has asked, and only the
 * origin that asked.
 */
export function reportHeight(): void {
  const page = window.parent;
  if (page === window) return;
  const root = document.documentElement;
  let requester: string | undefined;
  const report = (): void => {
    if (requester === undefined) return;
    const message: HeightMessage = { parentCodeHeight: Math.ceil(root.getBoundingClientRect().height) };
    page.postMessage(message, requester);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== page || data !== HEIGHT_REQUEST) return;
    // A page opened from a file has no origin to name.
    requester = origin === 'null' ? '*' : origin;
    report();
  });
  new ResizeObserver(report).observe(root);
}

/**
 * Opens links to pages in a new tab, but calls and emails without one, as that would stay empty. Each link is changed
 * when it's followed, because answers add new ones.
 */
export function openLinksInNewTab(): void {
  const update = ({ target }: Event): void => {
    const link = target instanceof Element && target.closest('a');
    if (!link) return;
    link.target = link.protocol.startsWith('http') ? '_blank' : '_self';
    link.rel = 'noopener';
  };
  for (const type of ['click', 'auxclick'] as const) addEventListener(type, update, { capture: true });
}
