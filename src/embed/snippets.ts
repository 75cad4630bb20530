import { CHECK_PAGE, CHECKER_TITLE, FRAME_ATTRIBUTES, FRAME_PAGE, SCRIPT, TAG } from './settings.ts';

/** Used in the snippets if the site's own address isn't known. */
export const PLACEHOLDER = 'https://address-of-this-site.example/';

/**
 * HTML that shows the checker on a page.
 *
 * @param site address of the site, with its folder and a slash at the end
 * @param situation id of the situation whose answer to show first
 */
export function scriptSnippet(site: string, situation?: string): string {
  const attribute = situation === undefined ? '' : ` situation="${situation}"`;
  return [
    `<script src="${site}${SCRIPT}" defer></script>`,
    `<${TAG}${attribute}>`,
    `  ${linkTo(site)}`,
    `</${TAG}>`,
  ].join('\n');
}

/** The same for systems that strip scripts: a plain frame with a fixed height. */
export function frameSnippet(site: string): string {
  const attributes = Object.entries(FRAME_ATTRIBUTES).map(([name, value]) => `  ${name}="${value}"`);
  return [
    '<iframe',
    `  src="${site}${FRAME_PAGE}"`,
    ...attributes,
    // Attributes, because a strict policy on the page forbids styles.
    '  width="100%" height="700" frameborder="0"',
    '></iframe>',
    `<p>${linkTo(site)}</p>`,
  ].join('\n');
}

/** Address of the checker that shows a situation's answer first. */
export function linkToSituation(site: string, situation: string): string {
  return `${site}${CHECK_PAGE}#${situation}`;
}

function linkTo(site: string): string {
  return `<a href="${site}${CHECK_PAGE}">${CHECKER_TITLE}</a>`;
}
