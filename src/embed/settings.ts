/** Name of the element that web masters write into their page. */
export const TAG = 'parent-code-checker';

/** What a screen reader calls the frame, and the words of the link that stands in for it. */
export const CHECKER_TITLE = 'Check what the Code says';

/** Addresses below the site's own: the page in the frame, the page that the link leads to, the script. */
export const FRAME_PAGE = 'embed/frame/';
export const CHECK_PAGE = 'check/';
export const SCRIPT = 'embed.js';

/**
 * The frame's attributes. Its sandbox gives it these leaves and no other:
 *
 * - `allow-scripts`: the checker is a script.
 * - `allow-same-origin`: the frame keeps the site's origin. Without it, it might load none of the site's scripts, and
 *   the page could not tell its messages from others'.
 * - `allow-popups`: links open in a new tab, and browsers ask for it before a sandboxed frame may start a call.
 * - `allow-popups-to-escape-sandbox`: in that tab, pages work as they always do.
 *
 * It has no forms, so `allow-forms` is not given. `clipboard-write` is for “Copy this answer”.
 */
export const FRAME_ATTRIBUTES = {
  title: CHECKER_TITLE,
  sandbox: 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  allow: 'clipboard-write',
  loading: 'lazy',
  referrerpolicy: 'no-referrer',
} as const;
