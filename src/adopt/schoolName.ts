import { capitalised } from '../shared/capitalised.ts';

/**
 * `Hill Top Church of England Primary School and Nursery`: capitals, and the small words that may stand between them; not
 * one of several, as in “Hill Top School and every other school”.
 */
const NAME =
  /(?:(?:St\.?|\p{Lu}[\p{L}’'.-]*|\((?:VA|VC|CE|RC|CofE|C of E|Aided|Controlled)\))(?:(?<=\b(?:Lady|Mary|Mother|Queen|Church|Star)) of the(?= \p{Lu})| (?:of|and|the|on|in|y|yr|&)(?= \p{Lu}))* ){1,8}(?:(?<!(?:Home[ –-]|\b(?:and|&) ))School|Academy|College|Federation|Playgroup|Pre-?[Ss]chool|(?<!School (?:and|&|with) )Nursery|(?<!\b(?:Care|NHS|Housing|Children[’']s) )Trust)\b(?! (?:Board|Council)\b)(?! and (?:every|all|any|the) other)(?: (?:and|&|with) (?:Nursery(?: (?:Class|Unit))?|Pre-?[Ss]chool|Pre-?Prep|Early Years|Sixth Form)\b)?(?:(?<=School) for (?:Boys|Girls)\b)?(?:(?<=Federation) (?:of|for) (?:\p{Lu}[\p{L}’'.-]* (?:and )?){0,5}(?:Schools|Academies)\b)?/gu;

/** What such a name starts with only because a sentence does. */
const NOT_NAME =
  /^(?:At|Visitors?|Our(?! (?:Lady|Lord|Saviour|Redeemer|Father|Holy)\b)|Home|Parents?|Carers?|and|Staff|In|All(?! (?:Saints|Souls|Hallows)\b)|Every|Each|Welcome to|Dear|To|From|For|As|When|If|This|A|An|Whole|Contact|About)\s+/;

/** Words that many schools’ names have. */
const COMMON = new Set(
  'the a an our each every all any full whole primary infant infants junior juniors first middle high upper lower secondary sixth form nursery community church of england c e ce cofe rc va vc catholic roman voluntary aided controlled foundation free academy academies school schools college trust trusts federation multi-academy multi and home state local maintained special learning class unit early years reception stage village playgroup rights respecting eco healthy forest mindful'.split(
    ' ',
  ),
);

/**
 * The school’s name: a line above the title, or else the name that’s given most often in the text, or else at the top or
 * bottom of pages. A trust’s name counts only where there’s no school’s.
 *
 * @param text the whole document
 * @param lines those above the title
 * @param headers what’s at the top and bottom of pages
 */
export function schoolNameIn(
  text: string,
  lines: readonly string[],
  headers: readonly string[] = [],
): string | undefined {
  const inHeaders =
    headers.length === 0 ? undefined : schoolNameIn(headers.join('\n'), headers.flatMap(withoutPlace));
  const names = [...text.matchAll(NAME)].flatMap(([found]) => withoutStart(found) ?? []);
  const isTrust = (name: string): boolean => /trust$/i.test(name);
  // A line may leave out the last word: “Our Lady of Victories”.
  const above = lines
    .flatMap(namesIn)
    .map((line) => withoutOthers(line).replace(PLACE_AFTER, ''))
    .filter((line) => isName(line) || isOfTwo(line) || names.some((name) => name.startsWith(`${line} `)));
  const inText = (some: readonly string[]): string | undefined => {
    const line = some[0];
    const same = names.find((name) => name.toLowerCase() === line?.toLowerCase());
    return same ?? line;
  };
  const found =
    trustOfSeveral(text, [...lines, ...headers]) ??
    inText(above.filter((name) => !isTrust(name))) ??
    federationOf(names, headers) ??
    (inHeaders !== undefined && !isTrust(inHeaders) && namesSchool(text, inHeaders)
      ? inHeaders
      : undefined) ??
    mostFrequent(names.filter((name) => !isTrust(name))) ??
    (inHeaders === undefined || isTrust(inHeaders) ? undefined : inHeaders) ??
    inText(above) ??
    mostFrequent(names) ??
    inHeaders;
  const full = found === undefined ? undefined : fullest(found, names);
  return full !== undefined && full === full.toUpperCase() ? inSmallLetters(full) : full;
}

/** What a line lists, as cells of a table or between semicolons. */
const namesIn = (line: string): string[] => line.split(/ \| |; /);

/** A line that lists a trust’s schools is no longer. */
const LONGEST_LIST = 400;

/** Whether a line names a school, or may where others beside it do: “Hill Top Infants”. */
const isSchoolOfTrust = (line: string): boolean =>
  isName(line) || /^(?:\p{Lu}[\p{L}’'-]* ){1,4}(?:Infants?|Juniors?|Primary)$/u.test(line);

/** A trust at the top of pages, if its schools are listed, a line each: the document is all of theirs. */
function trustOfSeveral(text: string, tops: readonly string[]): string | undefined {
  const schools = new Set(
    text
      .split('\n')
      .flatMap((line) => (line.length > LONGEST_LIST ? [] : namesIn(line)))
      .filter((line) => isSchoolOfTrust(line) && !/trust$/i.test(line)),
  );
  // “Director of Pastoral Care, Eastmere Academy” is no other.
  const others = [...schools].filter(
    (line) => ![...schools].some((one) => one !== line && line.endsWith(one)),
  );
  return others.length < 2
    ? undefined
    : tops.flatMap(withoutPlace).find((line) => isName(line) && /trust$/i.test(line));
}

/** “The Hill and Dale Schools Federation” at the top of pages whose schools the text names apart. */
function federationOf(names: readonly string[], headers: readonly string[]): string | undefined {
  const schools = new Set(names.map(ownWords));
  return headers
    .flatMap(withoutPlace)
    .map((line) => line.replace(/^The /, ''))
    .find(
      (line) =>
        /\bfederation$/i.test(line) &&
        [...schools].filter((own) => own !== '' && line.toLowerCase().includes(own)).length > 1,
    );
}

/** A name in capitals as it’s written otherwise: “St Aidan’s RC Primary School”. */
function inSmallLetters(name: string): string {
  return name
    .split(' ')
    .map((word, index) => {
      if (/^(?:RC|CE|VA|VC|CP|JMI|JM|SEN|SEND|SEMH|(?:\p{L}\.){2,})$/u.test(word)) return word;
      const small = word.toLowerCase();
      return index > 0 && /^(?:of|and|the|on|in|for|with|at)$/.test(small) ? small : capitalised(small);
    })
    .join(' ');
}

/** A line of a page’s header, and what’s before its comma or dash: “Hill Top Nursery, Old Church Hall”, “Hill Top Schools – Charter”. */
function withoutPlace(line: string): string[] {
  const [name = '', more = ''] = line.split(/, | [–—-] | including /);
  // “Hill Top Nursery, a Charitable Trust”
  if (/^an? /.test(more)) return [name];
  return [...new Set([line, name])];
}

/** Words that no school’s name has, but a sentence or a title that ends in one. */
const NOT_IN_NAMES =
  /\b(?:at|with|for|by|to|from|our|this|your|is|codes?|conduct|polic(?:y|ies)|charter|agreement|behaviour|parents?|visitors?)\b/i;

/** “Our Lady of Victories”, “St Anne & Our Lady” */
const OUR = /^Our |\bOur (?=Lady\b|Lord\b|Saviour\b|Redeemer\b|Father\b|Holy\b)/i;

/** “Hill Top School, Borley” */
const PLACE_AFTER = /(?<=\b(?:School|Academy|College|Nursery)), \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?$/u;

/** What else a school has. */
const AND_MORE =
  / (?:and|&|with) (?:Nursery(?: (?:Class|Unit))?|Pre-?School|Pre-?Prep|Early Years|Sixth Form)$|(?<=School) for (?:Boys|Girls)$|(?<=Federation) (?:of|for) (?:[\p{L}’'.-]+ ){0,6}(?:Schools|Academies)$/iu;

/** What a title says after a name, as at the top of pages. */
const TITLE_AFTER = /(?<=(?:School|Academy|College|Nursery|Class)) Home[ –-]School$/;

/** The Welsh name before the English one: “Ysgol Gynradd Pant Glas Pant Glas Primary School”. */
const WELSH_BEFORE = /^Ysgol (?:\S+ )*?(\S.*) (?=\1 )/;

/** The trust’s before the school’s. */
const TRUST_BEFORE = /^.* Trust (?=\S.* (?:School|Academy)$)/;

/** Whether a line only names a school: “Hill Top Primary School”, but not “Home and School” or “The Trust School”. */
export function isName(text: string): boolean {
  const [last = '', before = ''] = text.replace(PLACE_AFTER, '').replace(AND_MORE, '').split(' ').reverse();
  return (
    (/^(?:schools?|academy|academies|college|nursery|playgroup|pre-?school|federation|trust|p\.?s\.?)$/i.test(
      last,
    ) ||
      isCentre(text)) &&
    !['', 'on', 'in', 'of', 'and', 'the', '&'].includes(before) &&
    ownWords(text) !== '' &&
    !NOT_IN_NAMES.test(text.replace(AND_MORE, '').replace(OUR, ''))
  );
}

/** “Canal Side Centre”, as a unit for pupils may be called, but not “Leisure Centre” */
const isCentre = (line: string): boolean =>
  /^\p{Lu}\S*(?: \p{Lu}\S*){1,3} Centre$/iu.test(line) &&
  !/\b(?:leisure|sports?|health|children[’']s|community|resource|family|visitor|contact|advice|medical|arts) centre$/i.test(
    line,
  );

/** Whether a line is the name of two schools: “Hill Top Infant and Hill Top Junior Schools”. */
const isOfTwo = (line: string): boolean =>
  / (?:and|&) /.test(line) && isName(line.replace(/(?<=\bSchool)s$/i, ''));

/** Whether a text names the school, in full or by what only its name has. */
export function namesSchool(text: string, name: string): boolean {
  const own = ownWords(name);
  return own !== '' && text.toLowerCase().replaceAll('’', "'").includes(own);
}

/** Whether a web or email address has the school’s name in it, as `hilltop.example.org` has. */
export function isAddressOf(address: string, name: string): boolean {
  const own = addressLetters(ownWords(name));
  return own.length > 3 && addressLetters(address).includes(own);
}

/** A text without the lines that name a school, in full or by what only its name has. */
export function withoutName(text: string, name: string): string {
  const own = ownWords(name);
  if (own === '') return text;
  return text
    .split('\n')
    .filter((line) => !line.toLowerCase().includes(own))
    .join('\n');
}

/** The words of a name between those that many schools’ names have, in small letters. */
function ownWords(name: string): string {
  const words = name.toLowerCase().replaceAll('’', "'").replaceAll(/[()]/g, '').split(/\s+/).filter(Boolean);
  const isOwn = (word: string): boolean => !COMMON.has(word.replaceAll('.', ''));
  // What’s “our” or “the” in a name such as “Our Lady of Victories” comes before the first of its own words.
  const end = words.findLastIndex(isOwn) + 1;
  const start = words.findIndex(isOwn);
  return start < 0 ? '' : words.slice(start, end).join(' ');
}

/** Small letters and digits only. */
function addressLetters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** “The Governing Body of” and the like before a name. */
const PEOPLE_OF =
  /^.*\b(?:Body|Boards?|Governors|Committee|Head|Headteacher|Principal|Chair|Community|Parents|Staff|Members|Directors|Trustees|Council|Conduct|Policy|Charter|Agreement) (?:of|at|in|and) /;

/** A school’s name without other names before it. */
function withoutOthers(name: string): string {
  return name.replace(WELSH_BEFORE, '').replace(TRUST_BEFORE, '');
}

function withoutStart(name: string): string | undefined {
  let rest = name.replaceAll(/\s+/g, ' ').trim().replace(PEOPLE_OF, '').replace(TITLE_AFTER, '');
  while (NOT_NAME.test(rest)) rest = rest.replace(NOT_NAME, '');
  rest = withoutOthers(rest);
  return isName(rest) ? rest : undefined;
}

/** The longest of the names that have the same words of their own: “Pond Lane School office” leaves some out. */
function fullest(name: string, names: readonly string[]): string {
  const same = names.filter(
    (other) => other.startsWith(`${name.split(' ')[0]} `) && ownWords(other) === ownWords(name),
  );
  return [name, ...same].reduce((a, b) => (b.length > a.length ? b : a));
}

function mostFrequent(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
