import type { Document, Element } from '@xmldom/xmldom';
import { bulletOf } from './signs.ts';

/** Where Word keeps the numbers of its lists: `word/numbering.xml`, `word/styles.xml`. */
export interface NumberingFiles {
  numbering: Document | undefined;
  styles: Document | undefined;
}

/** The marker that Word shows before a paragraph, how deep its list is nested, and how far in its words are. */
export interface ListMarker {
  marker: string;
  level: number;
  indent?: number;
}

interface Level {
  start: number;
  format: string;
  text: string;
  /** The font of its number or bullet, if it has one of its own. */
  font: string | undefined;
  /** After which level this one starts again; by default, after any higher one. */
  restart: number | undefined;
  legal: boolean;
  indent: number | undefined;
  /** The paragraph style that stands for this level. */
  style: string | undefined;
}

interface List {
  /** Lists that share this share their counters. */
  abstractId: string;
  levels: Level[];
  /** Numbers to start at, by level, instead of going on. */
  overrides: Map<number, number>;
}

/**
 * Works out what Word shows before each numbered paragraph. The rules are those of ECMA-376 part 1, 17.9: a paragraph
 * names its list and level, itself or through its style; each level counts, starts again after a higher one, and has a
 * pattern such as `%1.%2`.
 *
 * @returns a function to be called with each paragraph in order; it returns nothing for one without a number
 */
export function createNumbering({ numbering, styles }: NumberingFiles) {
  const lists = numbering === undefined ? new Map<string, List>() : readLists(numbering);
  const byStyle = styles === undefined ? new Map<string, Style>() : readStyles(styles);
  const counters = new Map<string, number[]>();
  const started = new Set<string>();
  return (paragraph: Element): ListMarker | undefined => {
    const place = placeOf(paragraph, byStyle);
    const list = place === undefined ? undefined : lists.get(place.list);
    const linked = list?.levels.findIndex(({ style }) => style !== undefined && style === place?.style) ?? -1;
    const level = place?.level ?? Math.max(0, linked);
    const rule = list?.levels[level];
    if (place === undefined || list === undefined || rule === undefined) return undefined;
    const counts = counters.get(list.abstractId) ?? [];
    counters.set(list.abstractId, counts);
    if (!started.has(place.list)) {
      started.add(place.list);
      for (const [at, start] of list.overrides) {
        counts.length = Math.min(counts.length, at);
        if (at === level) counts[at] = start - 1;
      }
    }
    counts[level] = (counts[level] ?? rule.start - 1) + 1;
    for (let deeper = level + 1; deeper < list.levels.length; deeper += 1) {
      const restart = list.levels[deeper]?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) delete counts[deeper];
    }
    for (let higher = 0; higher < level; higher += 1) counts[higher] ??= list.levels[higher]?.start ?? 1;
    const indent = indentIn(childOf(paragraph, 'w:pPr')) ?? rule.indent ?? styledIndent(paragraph, byStyle);
    return { level, marker: markerOf(list.levels, level, counts), indent };
  };
}

function markerOf(levels: readonly Level[], level: number, counts: readonly number[]): string {
  const rule = levels[level];
  if (rule === undefined || rule.format === 'none') return '';
  if (rule.format === 'bullet') return rule.text === '' ? '' : bulletOf(rule.text, rule.font);
  return rule.text
    .replaceAll(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = rule.legal ? 'decimal' : (levels[at]?.format ?? 'decimal');
      return formatNumber(counts[at] ?? 1, format);
    })
    .trim();
}

/** A number as a list writes it. */
export function formatNumber(number: number, format: string): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const letter = (letters[(number - 1) % 26] ?? '').repeat(Math.floor((number - 1) / 26) + 1);
  switch (format) {
    case 'lowerLetter':
      return letter;
    case 'upperLetter':
      return letter.toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

function roman(number: number): string {
  const steps: [number, string][] = [
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = number;
  let written = '';
  for (const [value, letters] of steps)
    while (left >= value) {
      written += letters;
      left -= value;
    }
  return written;
}

interface Style {
  basedOn: string | undefined;
  list: string | undefined;
  level: number | undefined;
  indent: number | undefined;
}

/** A paragraph’s list and level: its own, or those of its style or of one that its style is based on. */
function placeOf(
  paragraph: Element,
  styles: ReadonlyMap<string, Style>,
): { list: string; level: number | undefined; style: string | undefined } | undefined {
  const properties = childOf(paragraph, 'w:pPr');
  const own = childOf(properties, 'w:numPr');
  let list = valOf(childOf(own, 'w:numId'));
  let level = numberOf(childOf(own, 'w:ilvl'));
  const named = valOf(childOf(properties, 'w:pStyle'));
  let style = styles.get(named ?? '');
  for (let steps = 0; style !== undefined && steps < 20; steps += 1) {
    list ??= style.list;
    level ??= style.level;
    style = styles.get(style.basedOn ?? '');
  }
  return list === undefined || list === '0' ? undefined : { list, level, style: named };
}

/** @returns a function that tells how far in the words of a paragraph without a number are */
export function createIndents(styles: Document | undefined): (paragraph: Element) => number {
  const byStyle = styles === undefined ? new Map<string, Style>() : readStyles(styles);
  return (paragraph) => indentIn(childOf(paragraph, 'w:pPr')) ?? styledIndent(paragraph, byStyle);
}

/** How far in a paragraph is by its style, or by one that its style is based on. */
function styledIndent(paragraph: Element, styles: ReadonlyMap<string, Style>): number {
  let style = styles.get(valOf(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle')) ?? '');
  for (let steps = 0; style !== undefined && style.indent === undefined && steps < 20; steps += 1)
    style = styles.get(style.basedOn ?? '');
  return style?.indent ?? 0;
}

/** The indent that properties have, in twentieths of a point. */
function indentIn(properties: Element | undefined): number | undefined {
  const indent = childOf(properties, 'w:ind');
  const left = indent?.getAttribute('w:left') ?? indent?.getAttribute('w:start');
  return left == null ? undefined : Number(left);
}

function readStyles(document: Document): Map<string, Style> {
  return new Map(
    [...document.getElementsByTagName('w:style')].map((style) => {
      const properties = childOf(style, 'w:pPr');
      const place = childOf(properties, 'w:numPr');
      return [
        style.getAttribute('w:styleId') ?? '',
        {
          basedOn: valOf(childOf(style, 'w:basedOn')),
          list: valOf(childOf(place, 'w:numId')),
          level: numberOf(childOf(place, 'w:ilvl')),
          indent: indentIn(properties),
        },
      ];
    }),
  );
}

function readLists(document: Document): Map<string, List> {
  const abstract = new Map(
    [...document.getElementsByTagName('w:abstractNum')].map((list) => [
      list.getAttribute('w:abstractNumId') ?? '',
      readLevels(list),
    ]),
  );
  return new Map(
    [...document.getElementsByTagName('w:num')].map((list) => {
      const abstractId = valOf(childOf(list, 'w:abstractNumId')) ?? '';
      const levels = [...(abstract.get(abstractId) ?? [])];
      const overrides = new Map<number, number>();
      for (const override of list.getElementsByTagName('w:lvlOverride')) {
        const at = Number(override.getAttribute('w:ilvl'));
        const start = numberOf(childOf(override, 'w:startOverride'));
        if (start !== undefined) overrides.set(at, start);
        const level = childOf(override, 'w:lvl');
        if (level !== undefined) levels[at] = readLevel(level);
      }
      return [list.getAttribute('w:numId') ?? '', { abstractId, levels, overrides }];
    }),
  );
}

function readLevels(list: Element): Level[] {
  const levels: Level[] = [];
  for (const level of list.getElementsByTagName('w:lvl'))
    levels[Number(level.getAttribute('w:ilvl'))] = readLevel(level);
  return levels;
}

function readLevel(level: Element): Level {
  return {
    start: numberOf(childOf(level, 'w:start')) ?? 1,
    format: valOf(childOf(level, 'w:numFmt')) ?? 'decimal',
    text: valOf(childOf(level, 'w:lvlText')) ?? '',
    font: fontOf(childOf(level, 'w:rPr')),
    restart: numberOf(childOf(level, 'w:lvlRestart')),
    legal: childOf(level, 'w:isLgl') !== undefined,
    indent: indentIn(childOf(level, 'w:pPr')),
    style: valOf(childOf(level, 'w:pStyle')),
  };
}

/** The font that an element’s properties name, if they do. */
export function fontOf(properties: Element | undefined): string | undefined {
  const fonts = childOf(properties, 'w:rFonts');
  return fonts?.getAttribute('w:ascii') ?? fonts?.getAttribute('w:hAnsi') ?? undefined;
}

/** The first child with a tag. */
export function childOf(parent: Element | undefined, tag: string): Element | undefined {
  if (parent === undefined) return undefined;
  return elementsIn(parent).find(({ tagName }) => tagName === tag);
}

/** An element’s children, without text. */
export function elementsIn(parent: Element): Element[] {
  return [...parent.childNodes].filter((node): node is Element => node.nodeType === 1);
}

/** An element’s value. */
export function valOf(element: Element | undefined): string | undefined {
  return element?.getAttribute('w:val') ?? undefined;
}

function numberOf(element: Element | undefined): number | undefined {
  const value = valOf(element);
  return value === undefined ? undefined : Number(value);
}
