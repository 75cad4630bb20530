import { type HeightMessage, QUESTION } from './message.ts';

/**
 * Tells the page that holds this one in a frame how tall it is, now and whenever that changes: once the page has asked,
 * and only to the page that asked. Nothing else is told to anyone.
 */
export function tellHeight(): void {
  const page = window.parent;
  if (page === window) return;
  const root = document.documentElement;
  let asker: string | undefined;
  const tell = (): void => {
    if (asker === undefined) return;
    const message: HeightMessage = { parentCodeHeight: Math.ceil(root.getBoundingClientRect().height) };
    page.postMessage(message, asker);
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== page || data !== QUESTION) return;
    // A page opened from a disk has no origin that could be named.
    asker = origin === 'null' ? '*' : origin;
    tell();
  });
  new ResizeObserver(tell).observe(root);
}

/**
 * Sees to it that a link never leaves the frame: pages open in a new tab, and calls and emails start where they are, so
 * that no empty tab stays behind. Answers bring new links, so each is seen to when it is followed.
 */
export function keepInFrame(): void {
  const see = ({ target }: Event): void => {
    const link = target instanceof Element && target.closest('a');
    if (!link) return;
    link.target = link.protocol.startsWith('http') ? '_blank' : '_self';
    link.rel = 'noopener';
  };
  for (const way of ['click', 'auxclick'] as const) addEventListener(way, see, { capture: true });
}
