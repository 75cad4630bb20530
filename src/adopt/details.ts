/** What a document says about its school; what it doesn’t say for certain is missing. */
export interface Details {
  name?: string;
  email?: string;
  website?: string;
  phone?: string;
  adopted?: string;
  review?: string;
  /** Who adopted it. */
  body: string;
}

/** Who may adopt a Code, the likeliest first, and how documents name them. */
const BODIES: readonly [body: string, named: RegExp][] = [
  ['governors', /(?<!\blocal )\bgovern(?:ors?|ing)\b/gi],
  ['trustees', /\btrustees?\b/gi],
  ['local governing body', /\blocal governing (?:body|board)\b/gi],
  ['local committee', /\blocal committee\b/gi],
];
export const BODY_NAMES: readonly string[] = BODIES.map(([body]) => body);

/** `Hill Top Church of England Primary School`: capitals, and the small words that may stand between them. */
const NAME =
  /(?:(?:St\.?|[A-Z][\p{L}’'.-]*)(?: (?:of|and|the|on|in|&)(?= [A-Z]))* ){1,7}(?:School|Academy|College|Federation|Trust)\b/gu;

/** What such a name starts with only because a sentence does. */
const NOT_NAME =
  /^(?:At|Our|Home|Parents?|Carers?|and|Staff|In|All|Every|Welcome to|Dear|To|From|For|As|When|If|This|Parents|Whole)\s+/;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

/**
 * What can be read about the school from its document.
 *
 * @param texts its blocks
 * @param schoolLine the line above the title, if it names the school
 */
export function detailsIn(texts: readonly string[], schoolLine: string | undefined): Details {
  const source = texts.join('\n');
  const names = [...source.matchAll(NAME)].map(([found]) => withoutStart(found));
  const schools = names.filter((found) => found !== undefined && !found.endsWith('Trust'));
  const name = schoolLine ?? mostFrequent(schools) ?? mostFrequent(names);
  const email = only([...source.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)].map(([found]) => found));
  const website = only(
    [...source.matchAll(/\b(?:https?:\/\/)?(?:www\.)[\w-]+(?:\.[\w-]+)+/g)].map(([found]) =>
      found.replace(/^https?:\/\//, ''),
    ),
  );
  const phone = only([...source.matchAll(/\b0\d{2,4}[ \d]{6,9}\d\b/g)].map(([found]) => found.trim()));
  const adopted = dateAfter(source, /\b(?:adopted|approved|ratified|agreed)\b/i);
  const review = dateAfter(source, /\breview(?:ed)?(?: date| on| by| due|:)/i);
  return {
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(website === undefined ? {} : { website: `https://${website}` }),
    ...(phone === undefined ? {} : { phone }),
    ...(adopted === undefined ? {} : { adopted }),
    ...(review === undefined ? {} : { review }),
    body: bodyIn(source),
  };
}

/** The one that’s named most, or the first of them. */
function bodyIn(text: string): string {
  const counts = BODIES.map(([body, named]) => ({ body, count: text.match(named)?.length ?? 0 }));
  return counts.sort((a, b) => b.count - a.count)[0]?.body ?? '';
}

/** Names that any school could have, such as “The School”. */
const ANY =
  /^(?:The )?(?:(?:Primary|Infant|Junior|Nursery|Community|High|Secondary) )?(?:School|Academy|College|Trust|Federation)$/;

/** Whether a line only names a school: “Hill Top Primary School”, but not “Home and School”. */
export function isName(text: string): boolean {
  const [last = '', before = ''] = text.split(' ').reverse();
  return (
    /^(?:school|academy|college|nursery|federation|trust)$/i.test(last) &&
    !['', 'on', 'in', 'of', 'and', 'the', '&'].includes(before) &&
    !ANY.test(text)
  );
}

function withoutStart(name: string): string | undefined {
  let rest = name.replaceAll(/\s+/g, ' ').trim();
  while (NOT_NAME.test(rest)) rest = rest.replace(NOT_NAME, '');
  return isName(rest) ? rest : undefined;
}

/** Words that many schools’ names have. */
const COMMON =
  /\b(?:the|primary|infants?|junior|nursery|community|church|of|england|catholic|voluntary|aided|controlled|c of e|school|academy|trust|federation|and)\b/gi;

/** A text without the lines that name a school, in full or by what only its name has. */
export function withoutName(text: string, name: string): string {
  const own = name.replaceAll(COMMON, ' ').trim().replaceAll(/\s+/g, ' ').toLowerCase();
  if (own === '') return text;
  return text
    .split('\n')
    .filter((line) => !line.toLowerCase().includes(own))
    .join('\n');
}

function mostFrequent(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The value, if all are the same. */
function only(values: readonly string[]): string | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}

/** A whole date soon after a word: `12 September 2026` or `12/09/2026`, day first. */
function dateAfter(text: string, word: RegExp): string | undefined {
  const start = text.search(word);
  if (start < 0) return undefined;
  const near = text.slice(start, start + 120);
  const written = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]+)\s+(20\d\d)\b/.exec(near);
  const figures = /\b(\d{1,2})[./](\d{1,2})[./](20\d\d)\b/.exec(near);
  const [, day, month, year] = written ?? figures ?? [];
  if (day === undefined || month === undefined || year === undefined) return undefined;
  const number = written === null ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return number >= 1 && number <= 12 && !Number.isNaN(Date.parse(date)) ? date : undefined;
}
