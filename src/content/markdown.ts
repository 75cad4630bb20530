import { markdownToHtml } from 'satteri';
import { escapeHtml } from '../shared/escapeHtml.ts';
import { FEATURES } from '../shared/mdx.ts';
import { address } from '../shared/urls.ts';
import { siteContent } from './site.ts';

/** What replaces each placeholder, by name. */
type Values = Readonly<Record<string, string | number>>;

/** A text of content/page-texts.yaml without Markdown, such as a description. */
export function plainText(text: string, values: Values = {}): string {
  return filledIn(text, values, String);
}

/** One paragraph of content/page-texts.yaml as HTML, for `set:html` on the page's own element. */
export function inlineHtml(text: string, values: Values = {}): string {
  return blockHtml(text, values).replace(/^<p>(.*)<\/p>\n$/s, '$1');
}

/** Paragraphs and lists of content/page-texts.yaml as HTML, for `set:html`. */
export function blockHtml(text: string, values: Values = {}): string {
  const html = filledIn(markdownToHtml(text, { features: FEATURES }).html, values, escapeHtml);
  return html.replaceAll('href="/', `href="${address('/')}`);
}

/** Replaces the placeholders. In addresses, Markdown has encoded their brackets. */
function filledIn(text: string, values: Values, write: (text: string) => string): string {
  const { code, school } = siteContent();
  const known: Values = { code: code.title, school: school.name, ...values };
  return text.replaceAll(/(?:\{|%7B)(\w+)(?:\}|%7D)/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`The page has no value for {${name}}.`);
    return write(String(value));
  });
}
