import type { Document, Element } from '@xmldom/xmldom';
import { CONTENTS_NOTE, contentsHeads } from './contents.ts';
import { childOf, elementsIn, fontOf, valOf } from './docxNumbering.ts';
import { BULLET, couldBeBoldHeading } from './markers.ts';
import { boxMoved, noteMoved, start, superscript } from './movedWords.ts';
import { tidy } from './policy.ts';
import { inUnicode } from './signs.ts';

/** The parts of a Word file that have words, and what tells how they look. */
export interface DocxFiles {
  document: Document;
  styles: Document | undefined;
  footnotes: Document | undefined;
  endnotes: Document | undefined;
}

/** What only holds other things. */
const WRAPPERS = ['w:sdt', 'w:smartTag', 'w:customXml', 'w:fldSimple', 'w:dir', 'w:bdo'];

/** What such a wrapper says about itself. */
const PROPERTIES = ['w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:customXmlPr', 'w:fldData'];

/**
 * Makes a Word document plain, so that no program that reads it leaves anything out: it takes apart what holds text,
 * takes out what isn’t shown and the table of contents, and writes footnotes and text boxes into the text.
 *
 * @param files `document` is changed
 * @returns what a person should know about it, as sentences
 */
export function makePlain({ document, styles, footnotes, endnotes }: DocxFiles): string[] {
  const looks = readLooks(styles);
  chooseAlternatives(document);
  const boxes = liftTextBoxes(document);
  const contents = removeContents(document, looks);
  for (const tag of WRAPPERS) unwrapAll(document, tag);
  // A row that says it’s no heading would be taken for one.
  for (const head of all(document, 'w:tblHeader').filter((each) => !isOn(each)))
    head.parentNode?.removeChild(head);
  writeSigns(document);
  const hidden = all(document, 'w:r').filter((run) => isHidden(run, looks));
  for (const run of hidden) run.parentNode?.removeChild(run);
  const unseen = tidy(hidden.map(textOf).join(' '));
  return [
    ...(contents ? [CONTENTS_NOTE] : []),
    ...(unseen === '' ? [] : [`Hidden text is left out: “${start(unseen)}”.`]),
    ...boxes.map(boxMoved),
    ...writeNotes(document, looks, footnotes, endnotes),
  ];
}

/** All words of an element, also those deleted. */
export function allText(element: Element): string {
  const texts = ['w:t', 'w:delText'].flatMap((tag) => all(element, tag));
  return texts.map((text) => text.textContent ?? '').join(' ');
}

/** A paragraph’s words as shown. */
export function textOf(element: Element): string {
  return elementsIn(element)
    .map((child) => {
      switch (child.tagName) {
        case 'w:t':
          return child.textContent ?? '';
        case 'w:tab':
          return '\t';
        case 'w:br':
          return ' ';
        case 'w:noBreakHyphen':
          return '-';
        case 'w:pPr':
        case 'w:rPr':
        case 'w:instrText':
          return '';
        default:
          return textOf(child);
      }
    })
    .join('');
}

/** A list that stays as it is while its elements are moved. */
const all = (within: Document | Element, tag: string): Element[] => [...within.getElementsByTagName(tag)];

function replaceBy(old: Element, others: readonly Element[]): void {
  for (const other of others) old.parentNode?.insertBefore(other, old);
  old.parentNode?.removeChild(old);
}

function unwrapAll(document: Document, tag: string): void {
  for (const wrapper of all(document, tag))
    replaceBy(
      wrapper,
      elementsIn(childOf(wrapper, 'w:sdtContent') ?? wrapper).filter(
        ({ tagName }) => !PROPERTIES.includes(tagName),
      ),
    );
}

/** Word writes a drawing twice, for new and for old programs. */
function chooseAlternatives(document: Document): void {
  for (const both of all(document, 'mc:AlternateContent').reverse()) {
    const choice = childOf(both, 'mc:Choice');
    const fallback = childOf(both, 'mc:Fallback');
    const box = choice !== undefined && all(choice, 'w:txbxContent').length > 0;
    const chosen = box || fallback === undefined ? choice : fallback;
    replaceBy(both, chosen === undefined ? [] : elementsIn(chosen));
  }
}

/** Moves the paragraphs of text boxes below the paragraph that each box is fixed to. */
function liftTextBoxes(document: Document): string[] {
  const words: string[] = [];
  // The last first, so that two at one paragraph keep their order.
  for (const box of all(document, 'w:txbxContent').reverse()) {
    const anchor = ancestor(box, 'w:p');
    const text = allText(box);
    box.parentNode?.removeChild(box);
    if (anchor === undefined || text.trim() === '') continue;
    words.unshift(text);
    for (const block of elementsIn(box).reverse()) anchor.parentNode?.insertBefore(block, anchor.nextSibling);
  }
  return words;
}

function ancestor(element: Element, tag: string): Element | undefined {
  let parent = element.parentNode as Element | null;
  while (parent !== null && parent.tagName !== tag) parent = parent.parentNode as Element | null;
  return parent ?? undefined;
}

/** Takes out the table of contents, whose page numbers mean nothing here. */
function removeContents(document: Document, looks: ReadonlyMap<string, Look>): boolean {
  const galleries = all(document, 'w:docPartGallery')
    .filter((gallery) => /table of contents/i.test(valOf(gallery) ?? ''))
    .flatMap((gallery) => ancestor(gallery, 'w:sdt') ?? []);
  const lines = all(document, 'w:p').filter((paragraph) => {
    const style = valOf(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')) ?? '';
    return [style, looks.get(style)?.name ?? ''].some((name) =>
      /^(?:toc|contents) ?(?:\d|heading)/i.test(name),
    );
  });
  const entries = new Set([...lines, ...galleries.flatMap((gallery) => all(gallery, 'w:p'))]);
  const heads = contentsHeads(all(document, 'w:p'), (paragraph) => entries.has(paragraph), textOf);
  for (const element of [...galleries, ...lines, ...heads]) element.parentNode?.removeChild(element);
  return [...galleries, ...lines].length > 0;
}

/** Writes signs of fonts such as Wingdings, boxes to tick and rare kinds of space as usual text. */
function writeSigns(document: Document): void {
  const textElement = (text: string): Element => {
    const element = document.createElement('w:t');
    element.appendChild(document.createTextNode(text));
    return element;
  };
  for (const text of all(document, 'w:t')) {
    const font = fontOf(childOf(ancestor(text, 'w:r'), 'w:rPr'));
    if (font !== undefined) text.textContent = inUnicode(text.textContent ?? '', font);
  }
  for (const symbol of all(document, 'w:sym')) {
    const font = symbol.getAttribute('w:font') ?? '';
    const code = Number.parseInt(symbol.getAttribute('w:char') ?? '', 16);
    const sign = Number.isNaN(code) ? BULLET : inUnicode(String.fromCodePoint(code), font);
    replaceBy(symbol, [textElement(sign)]);
  }
  for (const box of all(document, 'w:checkBox')) {
    const field = ancestor(box, 'w:r');
    const ticked = childOf(box, 'w:checked') ?? childOf(box, 'w:default');
    const run = document.createElement('w:r');
    run.appendChild(textElement(isOn(ticked) ? '☒' : '☐'));
    field?.parentNode?.insertBefore(run, field);
  }
  for (const [tag, usual] of [
    ['w:ptab', 'w:tab'],
    ['w:cr', 'w:br'],
  ] as const)
    for (const element of all(document, tag)) replaceBy(element, [document.createElement(usual)]);
}

interface Look {
  name: string;
  hidden: boolean;
}

function readLooks(styles: Document | undefined): Map<string, Look> {
  return new Map(
    (styles === undefined ? [] : all(styles, 'w:style')).map((style) => [
      style.getAttribute('w:styleId') ?? '',
      {
        name: valOf(childOf(style, 'w:name')) ?? '',
        hidden: isOn(childOf(childOf(style, 'w:rPr'), 'w:vanish')),
      },
    ]),
  );
}

/** Whether a property such as “bold” is set. */
function isOn(property: Element | undefined): boolean {
  return property !== undefined && !['0', 'false', 'off'].includes(valOf(property) ?? '');
}

function isHidden(run: Element, looks: ReadonlyMap<string, Look>): boolean {
  const properties = childOf(run, 'w:rPr');
  const own = childOf(properties, 'w:vanish');
  if (own !== undefined) return isOn(own);
  const paragraph = ancestor(run, 'w:p');
  const styles = [childOf(properties, 'w:rStyle'), childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')];
  return styles.some((style) => looks.get(valOf(style) ?? '')?.hidden === true);
}

/** Writes each footnote at the end of its section and each endnote at the end, with its number there and in the text. */
function writeNotes(
  document: Document,
  looks: ReadonlyMap<string, Look>,
  footnotes: Document | undefined,
  endnotes: Document | undefined,
): string[] {
  const references = [...all(document, 'w:footnoteReference'), ...all(document, 'w:endnoteReference')];
  return references.flatMap((reference, index) => {
    const foot = reference.tagName === 'w:footnoteReference';
    const id = reference.getAttribute('w:id');
    const notes = foot ? footnotes : endnotes;
    const note =
      notes && all(notes, foot ? 'w:footnote' : 'w:endnote').find((each) => each.getAttribute('w:id') === id);
    // Word lets people choose a sign of their own, which is in the text and in the note.
    const own = /^(?:1|true|on)$/.test(reference.getAttribute('w:customMarkFollows') ?? '');
    const sign = own ? '' : superscript(index + 1);
    const words = note === undefined ? '' : tidy(all(note, 'w:p').map(textOf).join(' '));
    const text = tidy(`${sign} ${words}`);
    const before = endOfSection(reference, foot, looks);
    const mark = document.createElement('w:t');
    mark.appendChild(document.createTextNode(sign));
    replaceBy(reference, [mark]);
    const paragraph = document.createElement('w:p');
    const run = document.createElement('w:r');
    const content = document.createElement('w:t');
    content.appendChild(document.createTextNode(text));
    run.appendChild(content);
    paragraph.appendChild(run);
    document.getElementsByTagName('w:body').item(0)?.insertBefore(paragraph, before);
    return [noteMoved(foot ? 'footnote' : 'endnote', text)];
  });
}

/** What a note is to be written before: the next heading, or what ends the document. */
function endOfSection(
  reference: Element,
  ofSection: boolean,
  looks: ReadonlyMap<string, Look>,
): Element | null {
  let block: Element | null = reference;
  while (block !== null && (block.parentNode as Element | null)?.tagName !== 'w:body')
    block = block.parentNode as Element | null;
  const after: Element[] = [];
  for (let next = block?.nextSibling as Element | null; next; next = next.nextSibling as Element | null)
    after.push(next);
  return (
    after.find(
      (each) =>
        each.tagName === 'w:sectPr' || (ofSection && each.tagName === 'w:p' && isHeading(each, looks)),
    ) ?? null
  );
}

function isHeading(paragraph: Element, looks: ReadonlyMap<string, Look>): boolean {
  const properties = childOf(paragraph, 'w:pPr');
  const style = valOf(childOf(properties, 'w:pStyle')) ?? '';
  if (/^(?:heading|title)/i.test(looks.get(style)?.name ?? style)) return true;
  const runs = all(paragraph, 'w:r').filter((run) => textOf(run).trim() !== '');
  const bold = runs.length > 0 && runs.every((run) => isOn(childOf(childOf(run, 'w:rPr'), 'w:b')));
  return bold && couldBeBoldHeading(tidy(textOf(paragraph)), { kind: 'paragraph' });
}
