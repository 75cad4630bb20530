import { CHECK_PAGE, CHECKER_TITLE, FRAME_ATTRIBUTES, FRAME_PAGE, SCRIPT, TAG } from './settings.ts';

/** Stands in the snippets where the site's own address is not known. */
export const PLACEHOLDER = 'https://address-of-this-site.example/';

/**
 * What is written into a page to show the checker there.
 *
 * @param site address of the site, with its folder and a slash at the end
 * @param situation id of the situation whose answer is shown first, if any
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

/** The same for a system that strips scripts: a plain frame, of one height. */
export function frameSnippet(site: string): string {
  const attributes = Object.entries(FRAME_ATTRIBUTES).map(([name, value]) => `  ${name}="${value}"`);
  return [
    '<iframe',
    `  src="${site}${FRAME_PAGE}"`,
    ...attributes,
    // Attributes alone: a strict policy of the page forbids styles in its markup.
    '  width="100%" height="700" frameborder="0"',
    '></iframe>',
    `<p>${linkTo(site)}</p>`,
  ].join('\n');
}

/** Address of the checker with a situation's answer shown first. */
export function linkToSituation(site: string, situation: string): string {
  return `${site}${CHECK_PAGE}#${situation}`;
}

function linkTo(site: string): string {
  return `<a href="${site}${CHECK_PAGE}">${CHECKER_TITLE}</a>`;
}
