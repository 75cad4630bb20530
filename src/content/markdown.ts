import { markdownToHtml } from 'satteri';
import { address } from '../shared/urls.ts';
import { siteContent } from './site.ts';

/** What goes in the place of names in curly brackets, by name. */
type Values = Readonly<Record<string, string | number>>;

/** A text of content/page-texts.yaml that has no Markdown in it, such as a description. */
export function plainText(text: string, values: Values = {}): string {
  return filledIn(text, values, String);
}

/** One paragraph of content/page-texts.yaml as HTML, to `set:html` of an element that the page has for it. */
export function inlineHtml(text: string, values: Values = {}): string {
  return blockHtml(text, values).replace(/^<p>(.*)<\/p>\n$/s, '$1');
}

/** Paragraphs and lists of content/page-texts.yaml as HTML, for `set:html`. */
export function blockHtml(text: string, values: Values = {}): string {
  const html = filledIn(markdownToHtml(text).html, values, escapeHtml);
  return html.replaceAll('href="/', `href="${address('/')}`);
}

/** Puts the values in the place of their names; in the address of a link, Markdown has encoded the brackets. */
function filledIn(text: string, values: Values, write: (text: string) => string): string {
  const { code, school } = siteContent();
  const known: Values = { code: code.title, school: school.name, ...values };
  return text.replaceAll(/(?:\{|%7B)(\w+)(?:\}|%7D)/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`The page has no value for {${name}}.`);
    return write(String(value));
  });
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
