import { uncapitalised } from '../shared/capitalised.ts';
import { withoutMarker } from './markers.ts';
import type { Meaning, NewClause } from './structure.ts';
import { baseOf, formsOf, isKnownVerb } from './verbs.ts';

/** Something that a clause names: what to do, such as “leave the gate open”, or only a thing, such as “dogs”. */
export interface Act {
  /** The verb’s base; undefined if there’s only a thing. */
  verb: string | undefined;
  /** What comes after the verb, or the thing. */
  rest: string;
}

const WHO =
  'parents?|carers?|guardians?|visitors?|adults?|famil(?:y|ies)|grandparents?|relatives|drivers?|cyclists?|callers|contractors|members of the public|(?:(?:(?:all )?members of (?:our|the) )?(?:whole )?(?:school |academy )?community)|you|we|i|everyone|anyone|people|they|those collecting';

const PEOPLE = `(?:(?:all|any|our|the|both|other|no|every|each)\\s+)*(?:${WHO})(?:(?:\\s*[,/&]\\s*(?:(?:and|or)\\s+)?|\\s+(?:and|or)\\s+)(?:other\\s+)?(?:${WHO}))*(?: (?:in|of|at|on|to|visiting|entering|attending|using) (?:our|the|this) (?:school |academy |trust )?(?:community|schools?|academy|academies|nursery|trust|site|premises|grounds))?`;

/** What comes between people and what they’re to do. */
const MODAL = [
  "(?:will|must|should|shall|may|can)(?:\\s*not|n[’']t)?(?:\\s+(?:strictly|kindly|always|also|never))*",
  "(?:are|is)(?:\\s+not|n[’']t)?(?:\\s+(?:strictly|kindly|politely|also|respectfully))*(?:\\s+(?:asked|expected|required|requested|reminded|encouraged|allowed|permitted))?(?:\\s+not)?\\s+to",
  '(?:need|ought|have|agree)(?:\\s+not)?\\s+to',
  "(?:do|does)(?:\\s+not|n[’']t)",
].join('|');

/** What “we” can’t do is no order: “I cannot say how much it matters”. */
const ORDER = new RegExp(`^(?!(?:we|i) (?:can|may))${PEOPLE}\\s+(?:${MODAL})\\s+`, 'i');
const ASKED = new RegExp(
  `^(?:we|i|(?:the |our )?(?:[\\w’'-]+ ){0,4}(?:school|academy|nursery|pre-?school|college|federation|trust|trustees|governors|governing (?:body|board)|board|headteacher|principal|staff))(?: (?:kindly|politely|also|therefore|respectfully|warmly|strongly|actively|do|would))* (?:ask|expect|require|request|like|encourage)s? (?:that ${PEOPLE}(?: (?:do|should|must|will)(?: also| always)?)?(?: not)?|${PEOPLE}(?: not| always| also| both)* to)\\s+`,
  'i',
);

const RESPONSIBLE = new RegExp(`^it is the responsibility of ${PEOPLE}(?: not)? to\\s+`, 'i');

/** “Under no circumstances should a parent” */
const NEVER = new RegExp(
  `^(?:under no circumstances|at no time|on no account|in no case|never) (?:should|must|may|shall|can|will) (?:an? |any )?${PEOPLE}\\s+`,
  'i',
);

/** Where people come, and not what they’re to do: “expect that visitors *to our pond* will be polite” */
const TO_THING = /^to (?:our|the|an?|this|these)\b/i;

/** “Nobody should raise their voice” */
const NOBODY =
  /^(?:nobody|no[- ]one|no (?:adult|parent|carer|visitor|person|family)(?: or (?:adult|parent|carer|visitor|person))?) (?:should|must|may|shall|can|will|is to) (?!be\b)/i;

/**
 * What a sentence tells people to do, without its subject: “must not park here” is to park here, and not to.
 *
 * @returns nothing if its subject isn’t people
 */
function orderIn(sentence: string): { act: string; not: boolean } | undefined {
  const never = NEVER.exec(sentence) ?? NOBODY.exec(sentence);
  if (never !== null) return { act: sentence.slice(never[0].length), not: true };
  const [found] = [ORDER, ASKED, RESPONSIBLE].flatMap((start) => start.exec(sentence) ?? []);
  if (found === undefined || TO_THING.test(sentence.slice(found.length))) return undefined;
  return { act: sentence.slice(found.length), not: /not\b|n[’']t\b|\bnever\b|^no\b/i.test(found) };
}

const PREFIX =
  /^(?:please|kindly|do not|don[’']t|not|never|always|to|also|refrain from|avoid|ensure that|ensure|make sure that|make sure)\s+/i;
const PLACE =
  /\s+(?:on to|onto|on|in(?! order)|inside|at|outside|near|into|within|around|during|before|after|without|whilst|while|when|from|via|anywhere)\s.*$/i;

/** Where it is at school, which people leave out: “can I bring my dog”. */
const AT_SCHOOL =
  /\s(?:on to|onto|on|in|at|inside|into|within|around)\s(?:the\s)?(?:school(?:['’]s)?\s?)?(?:grounds|site|premises|playground|yard|field|school)?$/i;

/** What comes before a sentence and only names it: “Safety at the gate: Parents should …”, or without the colon. */
export const LABEL =
  /^(?:\p{Lu}[^:.]{2,50}:\s+(?=\p{Lu})|(?!(?:The|All|Both|Our|Any|No|Some|As|For|Dear|We|If|When|While|Where|And|Or|In|On|At|To|By|From|With|Other|Many|Most|These|Those|This|Please|Every|Each)\b)\p{Lu}[\p{Ll}’']+(?:,? [\p{Ll}’'-]+){0,4} (?=(?:All )?(?:Parents|Carers|Guardians|Visitors|Families|Adults)\b))/u;

/** When it is, which they leave out too: “late picking him up”. */
const WHEN = /\s(?:at|before|after|during|when|whenever|while|whilst)\s(?!all\b|least\b|any\b).*$/i;

/** A clause’s words without its marker, and without what only ends the line. */
export function bareWords(text: string): string {
  return withoutMarker(text)
    .replace(/[\s;,.]*(?:;\s*(?:and|or))?[\s;,.]*$/, '')
    .trim();
}

/** A lead-in’s or a heading’s words, without its marker and the signs at its end. */
export function leadWords(text: string): string {
  return bareWords(text).replace(/[\s:–—-]+$/, '');
}

/** Whether a text ends in a colon or in dots, so that what follows finishes it. */
export function leadsOn(text: string): boolean {
  return /(?::\s*[-–—]?|\p{L}\s?[-–—]|\b(?:to|will|must|should|not|can|may|that|by|are|is)\s?(?:\.{3}|…))\s*$/iu.test(
    text,
  );
}

/** A clause as a person would go on from “please” or “no”: without its subject, what’s in brackets and its end. */
function predicateOf(text: string): string {
  let words = text
    .replaceAll(/\s*\([^)]*\)/g, '')
    .replace(/,?\s+(?:except|unless|other than|apart from|such as|for example|e\.g\.)\s[^,;.]*(?:,|$)/i, '')
    .replace(/[:;.]\s.*$/s, '')
    .replace(/:$/, '');
  words = orderIn(words)?.act ?? words;
  while (PREFIX.test(words)) words = words.replace(PREFIX, '');
  return inGerunds(/^I\b/.test(words) ? words : uncapitalised(words));
}

/** What’s said of an act that isn’t part of it: “because of what this child did” */
const REASON = /,?\s+(?:because|even (?:if|when)|whether|regardless)\b.*$/i;

/** Acts that Codes name with a noun, and what’s done: “the use of mobile phones” */
const DONE: Readonly<Record<string, string>> = {
  use: 'using',
  consumption: 'drinking',
  possession: 'having',
  sale: 'selling',
  distribution: 'handing out',
};
const NAMED_ACT = new RegExp(
  `\\b(?:the |any )?(${Object.keys(DONE).join('|')}|(?!\\w*being|(?:meet|hear|build|morn|even|understand|begin)ing)\\w{2,}ing) of (?!an?\\b)`,
  'gi',
);

/** “dogs being brought on to the site” */
const BEING = /^(.{3,60}?) being ([a-z]+)\b/i;

/** An act as somebody does it: “bringing dogs on to the site” for “dogs being brought on to the site”. */
function inGerunds(words: string): string {
  const [being = '', thing = '', participle = ''] = BEING.exec(words) ?? [];
  const active =
    being === '' ? words : `${formsOf(baseOf(participle)).ing} ${thing}${words.slice(being.length)}`;
  return active
    .replace(REASON, '')
    .replaceAll(NAMED_ACT, (_, noun: string) => `${DONE[noun.toLowerCase()] ?? noun} `);
}

/** “Dogs must not be brought on to the site”: the thing, and what’s done to it. */
const PASSIVE =
  /^(?:no\s+)?(.{3,60}?)\s+(?:must|should|may|can|are|is|will)\b\s*(?:not\b|n[’']t\b|never\b)?\s*(?:be\s+)?([a-z]+)\b\s*(?:to\s+be\s+)?(.*)$/i;

/**
 * What a clause names, as acts: the whole, and each of its parts. Only for phrases that train the checker: a wrong guess
 * makes an odd line, never a wrong page.
 */
export function actsOf({ text, leadIn, heading }: NewClause, means: Meaning | undefined): Act[] {
  const predicate = predicateOf(bareWords(text));
  const [first = ''] = predicate.split(/[ ,]/);
  const isGerund = /[a-z]{2,}ing$/.test(first) && !/^(?:during|nothing|anything|clothing)$/.test(first);
  const opened = leadIn ?? heading;
  const afterVerb = /\b(?:to|will|not|must|should|never|please)[:\s]*$/i.test(opened) || isKnownVerb(first);
  const passive = PASSIVE.exec(predicate);
  if (!isGerund && !afterVerb && passive !== null) {
    const [, thing = '', participle = '', rest = ''] = passive;
    const verb = /^(?:allow|permit|welcome|prohibit|forb)/.test(participle) ? 'have' : baseOf(participle);
    return [
      { verb, rest: joined(thing, rest) },
      { verb: undefined, rest: thing },
    ];
  }
  if (!isGerund && !afterVerb && (means !== 'expected' || !isKnownVerb(first)))
    return [
      { verb: undefined, rest: predicate },
      ...parted(predicate).map((rest) => ({ verb: undefined, rest })),
    ];
  return actsIn(predicate, isGerund).flatMap((act) => {
    const shorter = [AT_SCHOOL, WHEN].map((words) => ` ${act.rest}`.replace(words, '').trim());
    return [act.rest, ...new Set(shorter)]
      .filter((rest, index) => index === 0 || (rest !== act.rest && rest !== ''))
      .map((rest) => ({ ...act, rest }));
  });
}

function asAct(words: string): Act {
  const [first = '', ...rest] = words.split(' ');
  return { verb: baseOf(first), rest: rest.join(' ') };
}

function joined(...words: string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** Parts between commas, “and” and “or”. */
function parted(words: string): string[] {
  const parts = words
    .split(/\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and\/or|and|or)\s+/)
    .filter((part) => part !== '');
  return parts.length > 1 ? parts : [];
}

const PURPOSE = /\s(?:in order )?to\s.*$/;

/** What’s done to nothing: “smoking or drinking alcohol” */
const INTRANSITIVE =
  /^(?:smoke|vape|swear|shout|spit|park|litter|loiter|trespass|cycle|run|arrive|speak|smoking)$/;

/**
 * The acts that a predicate lists, each with its verb and with the place or the thing that they share: “smoke, vape or bring
 * dogs on to the grounds”, “damaging or destroying property”. Only one alone is the whole predicate.
 */
function actsIn(predicate: string, isGerund: boolean): Act[] {
  const parts = parted(predicate);
  const place = PLACE.exec(predicate)?.[0].trim() ?? '';
  let verb = '';
  const found = parts.map((part, index) => {
    const [first = ''] = part.split(' ');
    const base = baseOf(first);
    // “to discuss or chastise”
    const goesOn = / to [a-z]+$/.test(parts[index - 1] ?? '');
    const hasVerb =
      index === 0 || goesOn || (isGerund ? /ing$/.test(first) && base !== first : isKnownVerb(base));
    if (hasVerb) verb = base;
    return { verb, hasVerb, rest: hasVerb ? part.split(' ').slice(1).join(' ') : part };
  });
  const isList = found.filter(({ hasVerb }) => hasVerb).length > 1;
  const acts = found.flatMap(({ verb, rest }, index): Act[] => {
    const next = found[index + 1];
    const takes = rest === '' && next?.hasVerb === true && !INTRANSITIVE.test(verb);
    const own = takes ? next.rest : rest === 'them' ? (found[0]?.rest.replace(PURPOSE, '') ?? '') : rest;
    const shared = PLACE.test(` ${own}`) ? '' : place.replace(/^on ?to\b/, 'on');
    return shared === ''
      ? [{ verb, rest: own }]
      : [
          { verb, rest: own },
          { verb, rest: joined(own, shared) },
        ];
  });
  return isList ? acts : [asAct(predicate), ...acts];
}

/** An act’s words with its verb in each form; for a thing, the thing. */
export function formsOfAct({ verb, rest }: Act): { do: string; doing: string; did: string } | undefined {
  if (verb === undefined) return undefined;
  const { base, ing, past } = formsOf(verb);
  return { do: joined(base, rest), doing: joined(ing, rest), did: joined(past, rest) };
}

/** What an act is about: what comes after its verb, up to the place; the verb’s own noun if there’s nothing. */
export function thingOf({ verb, rest }: Act): string {
  const thing = ` ${rest}`
    .replace(PLACE, '')
    .replace(PURPOSE, '')
    .trim()
    .replace(/^(?:the|a|an|their|your|any|my)\s+/i, '');
  return thing === '' && verb !== undefined ? formsOf(verb).ing : thing;
}
