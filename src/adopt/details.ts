import { isAddressOf, namesSchool, schoolNameIn } from './schoolName.ts';

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

/** The details, and what a person should know about them. */
export interface FoundDetails {
  details: Details;
  /** Each detail with the words that it was taken from, and what was left empty and why, as sentences. */
  notes: string[];
  /** Who may have adopted it: the usual ones, and those that it names. */
  bodies: string[];
}

/** Who may adopt a Code, the likeliest first, and how documents name them. */
const BODIES: readonly [body: string, named: RegExp][] = [
  ['governors', /\b(?:(?<!\b(?:local|school) )governing|(?:board of|chair of|the|full|our) governors)\b/gi],
  ['trustees', /\b(?:trustees?|trust board)\b/gi],
  ['local governing body', /\blocal governing (?:body|board)\b/gi],
  ['local committee', /\blocal (?:academy |school )?committee\b/gi],
  ['directors', /\bdirectors\b/gi],
  ['management committee', /\bmanagement committee\b/gi],
  ['local management board', /\blocal management board\b/gi],
  ['board of management', /\bboard of management\b/gi],
  ['school governing body', /\b(?:school governing (?:body|board)|SGB)\b/gi],
  ['school board', /\bschool board\b/gi],
  ['school council', /\bschool council\b/gi],
];

/** Those of them that are offered whether or not a document names them. */
const USUAL_BODIES = 4;

/** Something found, and the words around it. */
interface Found {
  value: string;
  words: string;
}

/**
 * What can be read about the school from its document.
 *
 * @param texts its blocks
 * @param above the lines above the title
 * @param answered the school’s name, once somebody has said it
 * @param headers what’s at the top and bottom of its pages
 */
export function detailsIn(
  texts: readonly string[],
  above: readonly string[],
  answered?: string,
  headers: readonly string[] = [],
): FoundDetails {
  const source = texts.join('\n');
  const name = answered ?? schoolNameIn(source, above, headers);
  const notes: string[] = [];
  const one = (what: string, found: readonly Found[]): string | undefined => {
    const values = [...new Set(found.map(({ value }) => value))];
    const [first] = found;
    if (first === undefined) return undefined;
    if (values.length > 1) {
      notes.push(`${what}: left empty, because there are several: ${values.join(', ')}.`);
      return undefined;
    }
    notes.push(`${what}: ${first.value}, from “${first.words.replace(/\.$/, '')}”.`);
    return first.value;
  };
  const body = adopterIn(texts) ?? bodyIn(source);
  const usual = BODIES.filter(([, named], index) => index < USUAL_BODIES || source.search(named) >= 0).map(
    ([each]) => each,
  );
  const adopted = datesAfter(texts, ADOPTED, 'The date it was adopted', notes);
  const contacts = (kind: RegExp): Found[] =>
    firstOf(contactsIn(texts, kind, name), contactsIn([headers.join(' ')], kind, name));
  const given = {
    email: one('Email', contacts(EMAIL)),
    website: one(
      'Website',
      contacts(WEBSITE).map(({ value, words }) => ({
        value: `https://${value.replace(/^https?:\/\//, '')}`,
        words,
      })),
    ),
    phone: one('Phone', contacts(PHONE)),
    adopted: one(
      'Adopted',
      firstOf(
        adopted,
        datesOfSignatures(texts),
        datesAfter(headers, ADOPTED, 'The date it was adopted', notes),
      ),
    ),
    review: one(
      'Next review',
      firstOf(
        datesAfter(texts, REVIEW, 'The next review', notes),
        datesAfter(headers, REVIEW, 'The next review', notes),
      ),
    ),
  };
  return {
    details: {
      ...(name === undefined ? {} : { name }),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      body,
    },
    notes,
    bodies: [...new Set([...usual, body])],
  };
}

/** The first of some lists that has anything in it. */
function firstOf(...lists: readonly Found[][]): Found[] {
  return lists.find((list) => list.length > 0) ?? [];
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const WEBSITE = /(?<![\w@.])(?:https?:\/\/)?www\.[\w-]+(?:\.[\w-]+)+/g;
/** A landline’s number. A school’s own is never free to call, short or a mobile. */
const PHONE = /(?<![\d+])(?:\+44 ?(?:\(0\) ?)?|\(?0)[12]\d{1,4}\)?(?:[ -]?\d){5,8}(?![\d-])/g;

/** Others whose details Codes give. */
const OTHERS =
  /\b(?:trust|council|authority|department|dfe|gov\.uk|nspcc|childline|ofsted|police|diocese|diocesan|federation|association|charity|helpline|ombudsman|commissioner|samaritans|ceop|lado|mash|advice|nhs|social care|children[’']s services|head office|support line)\b/i;

/** People whose own details aren’t the school office’s. */
const PEOPLE =
  /\b(?:chair|clerk|governors?|safeguarding|designated|dsl|data protection|dpo|send?co|inclusion|co-?ordinator|special(?: educational)? needs|counsellor|class teacher)\b/i;

/** Whose mailbox a school’s own is. */
const OFFICES =
  /^(?:[\w.]*(?:office|admin|info|enquir|inquir|reception|contact|mail|school|head|principal|secretary|hello|post|main)\w*)@/i;

/** Words that say that what follows is the school’s own. */
const OWN =
  /\b(?:the|our) (?:main )?(?:school|academy)(?:[’']s)? (?:office|reception|website|email|telephone|phone)\b/i;

/** Lines of an address are short, and so many at most on either side of a number belong to it. */
const ADDRESS_WORDS = 10;
const ADDRESS_LINES = 5;

/** The emails, websites or numbers in sentences, or address blocks, that are clearly about the school itself. */
function contactsIn(texts: readonly string[], kind: RegExp, name: string | undefined): Found[] {
  return texts.flatMap((text, index) =>
    sentencesOf(text).flatMap((sentence) =>
      [...sentence.matchAll(kind)].flatMap(([found]) => {
        // A bracket may only open: “Ring us (01632 960 001 or …)”
        const value = found.trim().replace(/^\((?!.*\))/, '');
        const words = isAddressLine(text) ? addressAround(texts, index) : sentence;
        return isOwn(value, words, name) ? [{ value, words }] : [];
      }),
    ),
  );
}

function isOwn(value: string, words: string, name: string | undefined): boolean {
  const rest = name === undefined ? words : words.replaceAll(name, ' ');
  if (OTHERS.test(rest)) return false;
  if (name !== undefined && value.includes('.') && isAddressOf(value, name))
    return !PEOPLE.test(rest) && (!value.includes('@') || OFFICES.test(value) || OWN.test(words));
  // Care of the school, somebody’s address is the school’s.
  if (PEOPLE.test(rest) && !/\bc\/o\b/i.test(rest)) return false;
  const emails =
    name === undefined ? [] : (words.match(EMAIL) ?? []).filter((each) => isAddressOf(each, name));
  return OWN.test(words) || emails.length > 0 || (name !== undefined && namesSchool(words, name));
}

/** A text at its full stops, but not those in addresses and abbreviations. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=\p{Ll}{3}[.!?]|\d[.!?])\s+(?=\p{Lu})(?!(?:Tel|Phone|E-?mail|Web|Fax))/u);
}

function isAddressLine(text: string | undefined): boolean {
  return text !== undefined && text.split(' ').length <= ADDRESS_WORDS && !/[.!?]$/.test(text);
}

function addressAround(texts: readonly string[], index: number): string {
  let [start, end] = [index, index + 1];
  while (isAddressLine(texts[start - 1]) && index - start < ADDRESS_LINES) start -= 1;
  while (isAddressLine(texts[end]) && end - index <= ADDRESS_LINES) end += 1;
  return texts.slice(start, end).join(' ');
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

const ADOPTED =
  /(?<!\bbe )\b(?:adopted|adoption|approved|approval|ratified|ratification|agreed by (?:the |our )?(?:full )?(?:governors|governing (?:body|board)|trustees|board))\b/gi;
const REVIEW =
  /\b(?:next review|review due|due for review|to be (?:next )?reviewed|will (?:next )?be reviewed|(?<!\b(?:last|previous|latest) )review date|date of (?:the )?next review)\b/gi;

/** Words of other dates: what comes after one of them isn’t the date that’s looked for. */
const OTHER_DATE =
  /\b(?:last|previous|next|review(?:ed)?|issued?|version|written|effective|updated|created|published|expires|adopted|approved|ratified)\b/i;

/** A date is so near its label. */
const NEAR = 100;

/** A label has so many words at most, such as “Ratified by the Board of Governors” or “Adopted at a meeting of”. */
const LABEL_WORDS = 8;

/**
 * The whole dates after a label: `12 September 2026`, `12/09/2026` or `12.9.26`, day first. Labels in a row above their dates aren’t
 * read, because which is whose isn’t clear.
 *
 * @param notes gets a sentence where there’s only a month
 */
function datesAfter(texts: readonly string[], label: RegExp, what: string, notes: string[]): Found[] {
  return texts.flatMap((text, index) =>
    [...text.matchAll(label)].flatMap((match) => {
      const before = index === 0 ? '' : (texts[index - 1] ?? '');
      const labelled = !/\d|[.!?]$/.test(text) && text.split(' ').length <= LABEL_WORDS;
      if (labelled && !/\d/.test(before) && before.split(' ').length <= 5 && isLabelOfDate(before)) return [];
      const after = [
        text.slice(match.index + match[0].length),
        ...(labelled ? texts.slice(index + 1, index + 4) : []),
      ];
      // No date goes on in the next line or cell.
      const near = after.join('\n').slice(0, NEAR + 30);
      const [gap = ''] = /^\D*/.exec(near) ?? [];
      const words = `${match[0]}${near.replaceAll('\n', ' ')}`;
      const start = near.slice(gap.length);
      const monthOnly = /\b\p{Lu}\p{Ll}+\.?,? ?$/u.test(gap) && /^20\d\d\b/.test(start);
      if (gap.length > NEAR || OTHER_DATE.test(gap)) return [];
      const { date = '', value } = dateAt(start) ?? {};
      if (date === '') {
        if (monthOnly || /^20\d\d\b/.test(start))
          notes.push(
            `${what}: left empty, because “${words.slice(0, match[0].length + gap.length + 4)}” isn’t a whole date.`,
          );
        return [];
      }
      return value === undefined ? [] : [{ value, words: `${match[0]}${gap}${date}`.replaceAll('\n', ' ') }];
    }),
  );
}

/** The whole date that a text begins with, as written and, if there’s such a day, as `2026-09-12`. */
function dateAt(text: string): { date: string; value: string | undefined } | undefined {
  const [date, day = '', month = '', year = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? (\p{Lu}\p{Ll}{2,})\.?,? (20\d\d)\b/u.exec(text) ??
    /^(\d{1,2})[./-](\d{1,2})[./-]((?:20)?[1-9]\d)\b/.exec(text) ??
    [];
  return date === undefined ? undefined : { date, value: isoDate(day, month, year) };
}

/** A signature, its name, whose it is and its date, are in so many characters. */
const SIGNATURE = 160;

/** The dates beside signatures of those who adopt it: `Signed: J Smith (Chair of Governors) Date: 4 March 2025`. */
function datesOfSignatures(texts: readonly string[]): Found[] {
  return texts
    .join('\n')
    .split(/(?=\bsign(?:ed|ature)\b)/i)
    .filter((part) => /^sign/i.test(part))
    .flatMap((part) => {
      const near = part.slice(0, SIGNATURE);
      const [, before = ''] = /^(.*?\b(?:dated?|on)\b[\s:._…-]*)\d/is.exec(near) ?? [];
      const { date = '', value } = dateAt(near.slice(before.length)) ?? {};
      const words = near.slice(0, before.length + date.length);
      const after = near.slice(words.length).split('\n', 2).join(' ');
      const isTheirs = /\b(?:chair\w*|governors?|governing|trustees?|directors)\b/i.test(`${words} ${after}`);
      if (before === '' || value === undefined || !isTheirs || OTHER_DATE.test(before)) return [];
      return [{ value, words: words.replaceAll(/[\s_.…]+/g, ' ') }];
    });
}

function isLabelOfDate(text: string): boolean {
  return /\b(?:date|reviewed?|approved|adopted|ratified|version|issued?)\b/i.test(text);
}

function isoDate(day: string, month: string, year: string): string | undefined {
  const number = /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((each) => each.startsWith(month.toLowerCase())) + 1;
  const date = `${year.padStart(4, '20')}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return number >= 1 && number <= 12 && !Number.isNaN(Date.parse(date)) ? date : undefined;
}

/** What a document says of whoever adopts it. */
const ADOPTS =
  /\b(?:adopted|approved|ratified|endorsed|agreed) by\b|\b(?:adopt|approve|ratif|endorse|review)\w*\b.{0,30}\b(?:policy|code|document|agreement)\b/i;

/** “Adopted by”, at the end of a label or in a sentence, with whoever that is. */
const ADOPTED_BY =
  /\b(?:adopted|approved|ratified|endorsed|agreed)(?: and \w+)? by\b(?: us)?[\s:–-]*(?:(?:the|our|its) )?([^.,;:\n]*)/gi;

/** A body’s own kind, with the words that say which: “Hill Top Nursery Committee”. */
const OTHER_BODY =
  /\b(?:(local governing|governing|parent|management|nursery|pre-?school|academy|parish|advisory|executive|education|standards) )?(committee|council|board|directors|senate|directorate)\b/i;

/** Who may have been asked, but adopts nothing. */
const ONLY_ASKED = /\b(?:school|pupil|student|children[’']s) council\b|\bforum\b/i;

/** Whoever a sentence, or a label and what’s after it, says adopted it: one of the usual bodies, or in its own words. */
function adopterIn(texts: readonly string[]): string | undefined {
  const named = texts.flatMap((text, index) =>
    [...text.matchAll(ADOPTED_BY)].flatMap(([, who = '']) => {
      const words = who.trim() === '' ? (texts[index + 1] ?? '') : who;
      // Only who’s named first: “approved by the directors on …”
      const [start = ''] = words.split(/\b(?:on|in|at|with|to|from)\b/);
      return start.split(' ').length <= LABEL_WORDS ? [start] : [];
    }),
  );
  for (const words of named.filter((each) => !ONLY_ASKED.test(each))) {
    if (BODIES.some(([, pattern]) => words.search(pattern) >= 0)) return bodyIn(words);
    const [found] = OTHER_BODY.exec(words) ?? [];
    if (found !== undefined) return found.toLowerCase();
  }
  return undefined;
}

/** Whoever adopts or reviews it, if it says so; otherwise whoever is named most, or the first of them. */
function bodyIn(source: string): string {
  const sentences = source.split(/\n|(?<=[.!?])\s/);
  const most = (texts: readonly string[]): string | undefined => {
    const counts = BODIES.map(([body, named]) => ({
      body,
      count: texts.reduce((sum, text) => sum + (text.match(named)?.length ?? 0), 0),
    })).sort((a, b) => b.count - a.count);
    return (counts[0]?.count ?? 0) > 0 ? counts[0]?.body : undefined;
  };
  const adopts = sentences.filter((sentence) => ADOPTS.test(sentence));
  if (adopts.some((sentence) => /\bby (?:the )?trust\b/i.test(sentence))) return 'trustees';
  return most(adopts) ?? most(sentences) ?? (TRUST_SPEAKS.test(source) ? 'trustees' : BODIES[0]?.[0]) ?? '';
}

/** What a trust says of itself, in a Code that names nobody who adopts it. */
const TRUST_SPEAKS =
  /\bTrust\b (?:\w+ )?(?:will|expects?|welcomes?|asks?|believes?|aims?|is committed|does not|has)\b/;
