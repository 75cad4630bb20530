import type { Element } from '@xmldom/xmldom';
import { childOf, elementsIn, formatNumber, type ListMarker } from './docxNumbering.ts';
import { BULLET } from './markers.ts';
import { type OdtStyles, twentieths } from './odtStyles.ts';
import { bulletOf } from './signs.ts';

/** Where the walk through the lists is. */
interface Place {
  counts: number[];
  /** The list style, unless only its paragraphs name it. */
  style: string | undefined;
  level: number;
}

const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '01': 'decimalZero',
};

/**
 * Works out what LibreOffice shows before each numbered paragraph and heading. The rules are those of OpenDocument 1.3
 * part 3, 5.3: the first paragraph of a list item has its number; a list counts from the start unless it says
 * that it goes on; an inner list starts again after an item of an outer one.
 */
export function odtMarkersIn(body: Element, styles: OdtStyles): Map<Element, ListMarker> {
  const markers = new Map<Element, ListMarker>();
  const outline: number[] = [];
  /** The counters of each list, by its id. */
  const lists = new Map<string, number[]>();
  let last: { style: string; counts: number[] } | undefined;

  const countsOf = (list: Element): number[] => {
    const style = list.getAttribute('text:style-name') ?? '';
    const id = list.getAttribute('xml:id') ?? list.getAttribute('text:id');
    const goesOn = list.getAttribute('text:continue-numbering') === 'true';
    const known = lists.get(list.getAttribute('text:continue-list') ?? '');
    const counts = known ?? (goesOn && last?.style === style ? last.counts : undefined) ?? [];
    if (id !== null) lists.set(id, counts);
    last = { style, counts };
    return counts;
  };

  const mark = (
    paragraph: Element,
    levels: Element | undefined,
    { counts, level }: Omit<Place, 'style'>,
    start?: string | null,
  ): void => {
    const rules = levelsOf(levels);
    const rule = rules[level];
    if (rule === undefined) return;
    counts[level] = start ? Number(start) : (counts[level] ?? startOf(rule) - 1) + 1;
    counts.length = level + 1;
    for (let higher = 0; higher < level; higher += 1) counts[higher] ??= startOf(rules[higher]);
    const indent = indentIn(rule) ?? styles.indentOf(paragraph);
    markers.set(paragraph, { level, marker: markerOf(rules, level, counts, styles), indent });
  };

  const markItem = (paragraph: Element, item: Element, place: Place): void => {
    const name =
      item.getAttribute('text:style-override') ?? place.style ?? styles.listStyleNameOf(paragraph) ?? '';
    mark(paragraph, styles.listStyle(name), place, item.getAttribute('text:start-value'));
  };

  const markHeading = (heading: Element): void => {
    const list = styles.listStyleNameOf(heading);
    if (heading.getAttribute('text:is-list-header') === 'true' || list === '') return;
    const level = Number(heading.getAttribute('text:outline-level') ?? 1) - 1;
    if (heading.getAttribute('text:restart-numbering') === 'true')
      outline.length = Math.min(outline.length, level);
    mark(heading, styles.outline, { counts: outline, level }, heading.getAttribute('text:start-value'));
  };

  const walk = (parent: Element, place?: Place): void => {
    for (const child of elementsIn(parent)) {
      const named = child.getAttribute('text:style-name') ?? undefined;
      switch (child.tagName) {
        case 'text:list':
          walk(
            child,
            place === undefined
              ? { counts: countsOf(child), style: named, level: 0 }
              : { ...place, style: named ?? place.style, level: place.level + 1 },
          );
          break;
        case 'text:list-item': {
          const first = elementsIn(child).find(({ tagName }) => tagName !== 'text:soft-page-break');
          if (first !== undefined && /^text:[ph]$/.test(first.tagName) && place !== undefined)
            markItem(first, child, place);
          walk(child, place);
          break;
        }
        case 'text:numbered-paragraph': {
          const counts = lists.get(child.getAttribute('text:list-id') ?? '') ?? [];
          lists.set(child.getAttribute('text:list-id') ?? '', counts);
          const paragraph = childOf(child, 'text:p') ?? childOf(child, 'text:h');
          const level = Number(child.getAttribute('text:level') ?? 1) - 1;
          if (paragraph !== undefined) markItem(paragraph, child, { counts, style: named, level });
          break;
        }
        case 'text:p':
        case 'text:h':
          if (place === undefined && child.tagName === 'text:h') markHeading(child);
          // After a paragraph without a number, inner lists start again.
          if (place !== undefined && !markers.has(child))
            place.counts.length = Math.min(place.counts.length, place.level + 1);
          break;
        case 'table:table':
          // A list in a cell is a list of its own.
          walk(child);
          break;
        default:
          walk(child, place);
      }
    }
  };
  walk(body);
  return markers;
}

/** The levels of a list style, from the outermost. */
function levelsOf(style: Element | undefined): Element[] {
  const levels: Element[] = [];
  for (const level of style === undefined ? [] : elementsIn(style)) {
    const at = Number(level.getAttribute('text:level'));
    if (at > 0) levels[at - 1] = level;
  }
  return levels;
}

/** How far in the words of a list’s level are. */
function indentIn(rule: Element): number | undefined {
  const label = childOf(childOf(rule, 'style:list-level-properties'), 'style:list-level-label-alignment');
  return twentieths(label?.getAttribute('fo:margin-left'));
}

function startOf(rule: Element | undefined): number {
  return Number(rule?.getAttribute('text:start-value') ?? 1);
}

function markerOf(
  rules: readonly Element[],
  level: number,
  counts: readonly number[],
  styles: OdtStyles,
): string {
  const rule = rules[level];
  if (rule === undefined || rule.tagName === 'text:list-level-style-image')
    return rule === undefined ? '' : BULLET;
  if (rule.tagName === 'text:list-level-style-bullet') return bulletIn(rule, styles);
  const numberAt = (at: number): string => {
    const format = rules[at]?.getAttribute('style:num-format') ?? '';
    if (format === '') return '';
    const sync = rules[at]?.getAttribute('style:num-letter-sync') === 'true';
    return /^a$/i.test(format) && !sync
      ? letters(counts[at] ?? 1, format)
      : formatNumber(counts[at] ?? 1, FORMATS[format] ?? 'decimal');
  };
  if (numberAt(level) === '') return '';
  // LibreOffice’s own pattern says more than the standard’s prefix and suffix.
  const pattern = rule.getAttribute('loext:num-list-format') ?? rule.getAttribute('style:num-list-format');
  if (pattern !== null)
    return pattern.replaceAll(/%(\d+)%/g, (_, at: string) => numberAt(Number(at) - 1)).trim();
  const shown = Number(rule.getAttribute('text:display-levels') ?? 1);
  const numbers = rules
    .slice(Math.max(0, level + 1 - shown), level + 1)
    .map((_, index, { length }) => numberAt(level + 1 - length + index));
  const prefix = rule.getAttribute('style:num-prefix') ?? '';
  const suffix = rule.getAttribute('style:num-suffix') ?? '';
  return `${prefix}${numbers.filter((number) => number !== '').join('.')}${suffix}`.trim();
}

/** After z comes aa, then ab. */
function letters(number: number, format: string): string {
  const first = format.charCodeAt(0);
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? letters(rest, format) : '') + String.fromCharCode(first + ((number - 1) % 26));
}

/** A bullet as Unicode has it. LibreOffice’s own arrow is only one of its bullets. */
function bulletIn(rule: Element, styles: OdtStyles): string {
  const sign = rule.getAttribute('text:bullet-char') ?? '';
  const properties = childOf(rule, 'style:text-properties');
  const name = properties?.getAttribute('style:font-name') ?? properties?.getAttribute('fo:font-family');
  return sign === '➔' ? BULLET : bulletOf(sign, name == null ? undefined : styles.fontNamed(name));
}
