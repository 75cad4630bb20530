import type { Document, Element } from '@xmldom/xmldom';
import { childOf, elementsIn } from './docxNumbering.ts';

/** What an OpenDocument text’s styles say. */
export interface OdtStyles {
  /** The names, as a person sees them, of a paragraph’s or span’s style and of those it’s based on. */
  namesOf(element: Element): string[];
  /** A property of the text in an element: its own style’s, or that of one its style is based on. */
  textProperty(element: Element, name: string): string | undefined;
  /** How far in a paragraph’s lines are by its style, or by one it’s based on, in twentieths of a point. */
  indentOf(paragraph: Element): number;
  /** The list style that a paragraph’s style names; empty if it says there’s none. */
  listStyleNameOf(paragraph: Element): string | undefined;
  /** The levels of a list style, by its name. */
  listStyle(name: string): Element | undefined;
  /** How headings are numbered. */
  outline: Element | undefined;
  /** The name of a font, which a document may have under another. */
  fontNamed(name: string): string;
}

/**
 * Reads the styles. Automatic ones, which stand for what someone formatted by hand, count only where the text is: those
 * in `styles.xml` are for headers and footers, and may have the same names.
 */
export function readOdtStyles(content: Document, styles: Document | undefined): OdtStyles {
  const all = [...childrenOf(styles, 'office:styles'), ...childrenOf(content, 'office:automatic-styles')];
  const byName = (tag: string, nameOf = styleName): ReadonlyMap<string, Element> =>
    new Map(all.filter(({ tagName }) => tagName === tag).map((style) => [nameOf(style), style]));
  const byFamily = byName(
    'style:style',
    (style) => `${style.getAttribute('style:family')} ${styleName(style)}`,
  );
  const lists = byName('text:list-style');
  const fonts = new Map(
    [styles, content]
      .flatMap((document) => childrenOf(document, 'office:font-face-decls'))
      .map((font) => [styleName(font), font.getAttribute('svg:font-family') ?? '']),
  );

  /** An element’s style and those it’s based on. */
  const chainOf = (element: Element): Element[] => {
    const family = /^text:[ph]$/.test(element.tagName) ? 'paragraph' : 'text';
    const chain: Element[] = [];
    let style = byFamily.get(`${family} ${element.getAttribute('text:style-name')}`);
    while (style !== undefined && !chain.includes(style)) {
      chain.push(style);
      style = byFamily.get(`${family} ${style.getAttribute('style:parent-style-name')}`);
    }
    return chain;
  };
  const first = (chain: Element[], read: (style: Element) => string | null | undefined): string | undefined =>
    chain.map(read).find((value) => typeof value === 'string') ?? undefined;

  return {
    namesOf: (element) =>
      chainOf(element).map((style) => style.getAttribute('style:display-name') ?? decoded(styleName(style))),
    textProperty: (element, name) =>
      first(chainOf(element), (style) => childOf(style, 'style:text-properties')?.getAttribute(name)),
    indentOf: (paragraph) =>
      twentieths(
        first(chainOf(paragraph), (style) =>
          childOf(style, 'style:paragraph-properties')?.getAttribute('fo:margin-left'),
        ),
      ) ?? 0,
    listStyleNameOf: (paragraph) =>
      first(chainOf(paragraph), (style) => style.getAttribute('style:list-style-name')),
    listStyle: (name) => lists.get(name),
    outline: all.find(({ tagName }) => tagName === 'text:outline-style'),
    fontNamed: (name) => (fonts.get(name) ?? name).replaceAll(/^['"]|['"]$/g, ''),
  };
}

/** Twentieths of a point in a unit of length. */
const UNITS: Readonly<Record<string, number>> = {
  in: 1440,
  cm: 1440 / 2.54,
  mm: 144 / 2.54,
  pt: 20,
  pc: 240,
};

/** A length such as `0.5in`, in twentieths of a point. */
export function twentieths(length: string | null | undefined): number | undefined {
  const [, number = '', unit = ''] = /^(-?[\d.]+)(\p{L}+)$/u.exec(length ?? '') ?? [];
  const scale = UNITS[unit];
  return scale === undefined ? undefined : Math.round(Number(number) * scale);
}

function childrenOf(document: Document | undefined, tag: string): Element[] {
  const parent = document?.getElementsByTagName(tag).item(0);
  return parent ? elementsIn(parent) : [];
}

function styleName(style: Element): string {
  return style.getAttribute('style:name') ?? '';
}

/** A name without its escapes: `Heading_20_1` is “Heading 1”. */
function decoded(name: string): string {
  return name.replaceAll(/_([\da-f]{1,4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
