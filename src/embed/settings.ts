/** The custom element that other sites add to a page. */
export const TAG = 'parent-code-checker';

/** The frame's name for screen readers, and the text of the link that replaces it. */
export const CHECKER_TITLE = 'Find out what to do';

/** Addresses from the site's own: of the page in the frame, the page linked to, and the script. */
export const FRAME_PAGE = 'embed/frame/';
export const CHECK_PAGE = 'check/';
export const SCRIPT = 'embed.js';

/**
 * The frame's attributes. Its sandbox allows only:
 *
 * - `allow-scripts`, because the checker is a script.
 * - `allow-same-origin`, so that it can load the site's scripts, and the page can recognise its messages.
 * - `allow-popups`, because links open in a new tab, and browsers require it to start a call from a sandbox.
 * - `allow-popups-to-escape-sandbox`, so that pages in that tab work as usual.
 *
 * `clipboard-write` is for “Copy this answer”.
 */
export const FRAME_ATTRIBUTES = {
  title: CHECKER_TITLE,
  sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  allow: 'clipboard-write',
  loading: 'lazy',
  referrerpolicy: 'no-referrer',
} as const;
