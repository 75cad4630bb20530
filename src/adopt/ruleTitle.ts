import { capitalised, uncapitalised } from '../shared/capitalised.ts';
import { bareWords, LABEL, leadsOn, leadWords, orderIn } from './acts.ts';
import {
  cutTitle,
  EXCEPTION,
  LEADS_ON,
  LEAST_CHARACTERS,
  MOST_CHARACTERS,
  OPEN_BRACKET,
  withoutLeadingOn,
} from './cutTitle.ts';
import { isPhrase, mainOf } from './doer.ts';
import { sentencesOf } from './markers.ts';
import type { Meaning } from './structure.ts';
import { baseOfThird, beginsWithVerb, isKnownVerb, isParticiple } from './verbs.ts';

/**
 * A situation’s title in a rule’s own words: what people are told without who they are (“Park in the bays”, “Don’t park on
 * the verge”), a name as it is (“Dogs on the field”), or the whole sentence.
 *
 * @param above the sentence or heading above it
 * @param means whether it says what’s wanted
 * @returns nothing if its words say nothing alone, or what’s left of them wouldn’t be true
 */
export function ruleTitle(says: string, above: string, means?: Meaning): string | undefined {
  const begun = unfinishedIn(above);
  if (begun !== undefined)
    return cutTitle(capitalised(`${begun} ${lowered(withoutEnd(withoutNotes(says)))}`));
  const [label = ''] = LABEL.exec(says) ?? FOR_PARENTS.exec(says) ?? [];
  const own =
    means === 'not-tolerated' ? says.slice(label.length).replace(REFRAIN_FROM, '') : says.slice(label.length);
  const text = withoutThat(own).replace(THAT_THINGS, '');
  return FACT.test(text) ? undefined : withExceptions(titleOf(withoutNotes(text), above, means), text);
}

/** “Please refrain from rowing” is about rowing. */
const REFRAIN_FROM = /^(?:(?:please|kindly) )*(?:refrain|desist) from (?=\p{L}+ing\b)/iu;

/** “Parents: tell others of this” */
const FOR_PARENTS =
  /^(?:parents?|carers?|visitors?|families)(?:(?:,| and|\/) ?(?:parents?|carers?|visitors?))*: (?=[a-z])/i;

function titleOf(says: string, above: string, means: Meaning | undefined): string | undefined {
  const { text, isLead } = firstOf(says);
  if (POINTS_BACK.test(text) || USES_THEM.test(leadWords(above))) return undefined;
  // “That oars are left in the rack”, as something expected
  const [first = ''] = sentencesOf(says);
  // What people are reminded of may be only how it is.
  const isWanted = means === 'expected' && !/\bremind/i.test(above);
  const [, that] = (isWanted ? /^that (?!no\b|none\b|nobody\b)(.+)$/is.exec(bareWords(first)) : null) ?? [];
  if (that !== undefined) {
    const title = OTHERS_DO.test(that) ? undefined : cutTitle(capitalised(that));
    return title?.endsWith(' …') === true && isPhrase(title) ? undefined : title;
  }
  const ended = (title: string): string | undefined => {
    const whole = isLead ? withoutLeadingOn(title) : title;
    const shown = whole === title ? withItsLimits(title, means) : `${whole} …`;
    return shown === undefined ? undefined : cutTitle(capitalised(shown));
  };
  const order = orderIn(text);
  if (order !== undefined) {
    if (OF_SOME.test(text) || WE_FORBID.test(text)) return sentenceTitle(text);
    if (POINTS_AT_ONCE.test(order.act)) return undefined;
    // “not name anyone, should not share pictures and should be kind”: each is its own.
    const [only = ''] = order.act.split(/, (?:and )?(?=(?:must|should|will|may) )/);
    const act = toReader(withoutTo(only), true);
    const own = startsAsOrder(act) ? ended(order.not ? dont(act) : act) : undefined;
    return own === undefined || OF_SUBJECT.test(own) ? (sentenceTitle(text) ?? own) : own;
  }
  const bare = withoutTo(text.replace(/^(?:(?:please|kindly|also|remember(?= to)) )+(?=\S)/i, ''));
  const namesParents = NAMES_PARENTS.test(`${says} ${above}`);
  const whole = `${leadWords(above)} ${lowered(bare)}`;
  if (NOT_DOING.test(bare)) return ended(bare);
  const [, no, act] = NOT_TO.exec(bare) ?? [];
  if (act !== undefined && POINTS_AT_ONCE.test(act) && !/,| (?:and|or) /.test(act)) return undefined;
  if (act !== undefined)
    return no !== undefined || isOrder(act) || BEFORE_VERB.test(above)
      ? ended(dont(toReader(act, namesParents)))
      : undefined;
  if (OF_VISITORS.test(leadWords(above)) && means === 'expected') return ended(whole);
  const used = ofThingUsed(bare, above);
  if (used !== undefined) return ended(used);
  const third = ofThirdPerson(bare, above);
  if (third !== undefined) return ended(third);
  const isLed = BEFORE_VERB.test(above) && !isDoing(bare);
  if (isOrder(bare) || (isLed && !isName(bare)) || (isLed && means !== 'not-tolerated')) {
    if (POINTS_AT_ONCE.test(bare) || GOES_ON.test(bare)) return undefined;
    const own = toReader(bare, namesParents);
    // What’s led to by “not” and may be no verb is only sure to go with that: “Parents must not prod a duck”.
    if (means === 'not-tolerated' && !NEVER.test(own))
      return ended(startsWithVerb(bare) || orderIn(whole) === undefined ? dont(own) : whole);
    return ended(
      OF_SUBJECT.test(own) && orderIn(whole) !== undefined && whole.length <= MOST_CHARACTERS ? whole : own,
    );
  }
  // “We ask that: phone calls are finished first”, “We agree that: I come to the pond on time”
  if (ENDS_IN_THAT.test(above) && means !== undefined) {
    const own = toReader(bare, namesParents);
    return sentenceTitle(own) ?? ended(NOT_ALONE.test(bare) ? whole : own);
  }
  const isSentence = [CONDITION_FIRST, IF_YOU_MUST, WE_SAY].some((words) => words.test(bare));
  if ((!isPhrase(bare) && !isDoing(bare)) || isSentence) return sentenceTitle(text);
  return bare.length < 3 || NO_NAME.test(bare) || POINTS_OUT.test(says)
    ? undefined
    : ended(toReader(bare, namesParents));
}

/**
 * A title that’s too long, so that what’s cut isn’t when it’s so, nor where something isn’t wanted.
 *
 * @returns nothing if there’s no room for that
 */
function withItsLimits(title: string, means: Meaning | undefined): string | undefined {
  if (title.length <= MOST_CHARACTERS || EXCEPTION.test(title)) return title;
  const fitting = (...titles: string[]): string | undefined =>
    titles.find(({ length }) => length <= MOST_CHARACTERS);
  const [, act = '', condition = ''] = IF_LAST.exec(title) ?? [];
  // Of several orders, the last alone may be meant.
  if (condition !== '' && !/,(?! or\b)| and /.test(act))
    return fitting(
      ...[act, `${partsOf(act)[0]} …`].map((words) => `${capitalised(condition)}, ${lowered(words)}`),
    );
  const [place = ''] =
    (means === 'not-tolerated' && IS_TALK.test(title) ? PLACE_LAST.exec(title) : null) ?? [];
  const [first = ''] = partsOf(title);
  return place === '' || first.length + place.length >= title.length ? title : fitting(`${first} …${place}`);
}

const partsOf = (text: string): string[] => text.split(/,| (?:and|or) /);

/** “Leave the pond … if you’re cold” */
const IF_LAST =
  /^(.+?),? (if (?:you|they|it|he or she|your|an?|the|any|something|someone|anything|anyone)\b[^,;]*)$/i;

/** What may be done elsewhere: “Don’t talk of your worries … in public” */
const IS_TALK =
  /^(?:don’t |[\w’ ]+ must not )?(?:publicly )?(?:voic|rais|discuss|talk|tell|complain|challeng|question|shar|comment|argu|express|air|criticis|debat)(?:e|ing)?\b/i;
const PLACE_LAST =
  /(?<!\b(?:or|and|whether|either|both)) (?:in public|on social media|online|on the internet|at the (?:school )?gates?|in front of|within (?:earshot|hearing)|in the (?:earshot|hearing|presence) of)\b.*$/i;

/** A text’s first sentence, or what comes before its colon; a question with its answer. */
function firstOf(says: string): { text: string; isLead: boolean } {
  const [sentence = '', answer = ''] = sentencesOf(says.replace(POINTS_OUT, ''));
  if (sentence.endsWith('?')) return { text: bareWords(`${sentence} ${answer}`), isLead: false };
  const [first = ''] = sentence.split(/(?<=\d)\.\s+(?=\p{Lu})/u);
  const [part = ''] = first.split(/\s*[:;](?:\s|$)|\s[–—-]\s/);
  const isLead = leadsOn(first);
  // The bracket may have been cut: “on time (8.50am”
  const text = withoutEnd(part.replace(OPEN_BRACKET, '')).replace(
    /[\s,(]*\b(?:including|such as|for example|e\.g\.?|which|who|that|as|by)$/i,
    '',
  );
  return { text: isLead ? text.replace(/\bthe following (?=\w)/i, '') : text, isLead };
}

/** “staff listen”, but not “children are collected” */
const OTHERS_DO =
  /^(?:(?:all|our|the|any|members of) )*(?:staff|teachers?|governors?|head ?teacher|school|academy|trust|pupils|children)\b(?! (?:are|is) \w+ed\b)/i;

/** “All other parents are asked to”: what the rest of them aren’t */
const OF_SOME = /^(?:(?:all|any|the) )?(?:other|remaining)\b/i;

/** “We ask that phones are put away” */
const WE_SAY = /^we (?:\w+ )?(?:ask|expect|require|request) that (?!(?:it|they|this|these)\b)/i;

/** “We don’t allow phones in the hall”: the school doesn’t, and parents may not use them. */
const WE_FORBID =
  /^we (?:do not|don[’']t|cannot|can[’']t|will not|won[’']t) (?:allow|permit|accept|tolerate)\b/i;

const ENDS_IN_THAT = /\bthat[\s:–—-]*$/i;

/** An order not to do something: “do not park there”, but not “not parking there”. */
const NOT_TO = /^(?:(do not|don[’']t|must not|not to|to not)|not)(?: ever)? (?!only\b|just\b)([a-z].*)$/is;

/** “Not feeding the ducks” isn’t feeding them. */
const NOT_DOING = /^not (?:\w+ly )?\w+ing\b/i;

/** “Sign in and wear a badge” of “to sign in and to wear a badge”; “to take it off” after a comma may say what for. */
function withoutTo(text: string): string {
  const isSeries =
    /, (?:and|or) (?:(?:never|not|always|also) )?to [a-z]+|, to [a-z]+[^,]* (?:and|or) to [a-z]+/i.test(text);
  const before = isSeries ? '(?:,|\\b(?:and|or))' : '\\b(?:and|or)';
  const to = new RegExp(`(${before}(?: and| or)?(?: never| not| always| also)?) to ([a-z]+)`, 'g');
  return text
    .replace(/^to (?=[a-z])/i, '')
    .replaceAll(to, (all, start: string, verb: string) => (isKnownVerb(verb) ? `${start} ${verb}` : all));
}

function dont(act: string): string {
  return `Don’t ${lowered(act)}`;
}

/** Whether what people are told begins with a verb’s base, and isn’t what’s done to them: “be allowed in”. */
function startsAsOrder(act: string): boolean {
  const [word = '', next = ''] = act.split(' ');
  if (
    !/^[a-z-]+$/i.test(word) ||
    /^(?:are|is|am|was|were|has|had|will|must|should|need|in|on|at|no|the|a|an)$/i.test(word)
  )
    return false;
  return !(/^be$/i.test(word) && (isParticiple(next) || /^(?:welcome|unacceptable|able)$/i.test(next)));
}

/** What someone does, with who does it: “A person who films a swan” below “A person who:”. */
function ofThirdPerson(text: string, above: string): string | undefined {
  const [word = ''] = text.split(/[\s,]/);
  const [whoever = ''] = WHOEVER.exec(leadWords(above)) ?? [];
  const isThird =
    baseOfThird(word) !== word || (/^(?:every|each|any) /i.test(whoever) && /[^s]s$/.test(word));
  return whoever !== '' && isThird ? `${whoever} ${lowered(text)}` : undefined;
}

/** What something isn’t to be used to do, with what that is: “Group chats must not be used to mock others”. */
function ofThingUsed(text: string, above: string): string | undefined {
  const [, thing = '', used = ''] = IS_USED_TO.exec(leadWords(above)) ?? [];
  if (thing !== '') return `${thing} ${used} ${lowered(text)}`;
  const [, not, use] = USE_TO.exec(leadWords(above)) ?? [];
  if (use === undefined) return undefined;
  return not === undefined ? `Use ${use} to ${lowered(text)}` : dont(`use ${use} to ${lowered(text)}`);
}

const IS_USED_TO =
  /^(?:we (?:\w+ )?(?:ask|expect|require|request) that )?(\p{L}[^,.:]*?)(?:,[^.:]*,)? ((?:should|must|may|can|is|are)(?:not| not| never)? (?:to )?be used to)$/iu;
/** What’s used is only named before that: “We ask that they are not used to”. */
const USES_THEM = /\b(?:they|these|those|it|this) [^.:]{0,20}\bused to$/i;
const USE_TO = /\b(not |never )?use ((?!it\b|them\b)[^,.:]+?) to$/i;

const WHOEVER =
  /\b(?:(?<=\bthat )(?:every|each|any) (?:[\w/’'-]+ ){0,8}[\w/’'-]+|(?:anyone|anybody|someone|those|people|(?:an?|any|the) \w+(?: or (?:an? )?\w+)?) (?:who|that)|\w+ (?:when|where|if) it|(?:when|where|if) (?:he or she|they|(?:an? |any |the )?(?:parents?|carers?|persons?|visitors?|adults?|someone|anyone)(?: or (?:an? )?\w+)?))$/i;

/** Whether a text begins as an order, with its verb after “only” or “quickly”. */
function isOrder(text: string): boolean {
  return readsAsOrder(text.replace(ADVERBS, ''));
}

/** Whether what’s below “not” surely begins with a verb: “film or record”, but not “damage to boats”. */
function startsWithVerb(text: string): boolean {
  return isOrder(text) || (beginsWithVerb(text) && !/^\S+ (?:of|to)\b/i.test(text));
}

const ADVERBS = /^(?:(?:never|always|only|just|(?!(?:apply|comply|fly|imply|rely|reply|supply) )\w+ly) )+/i;
const NEVER = /^(?:never|avoid|refrain|desist)\b/i;

/** Whether what’s below “to” or “not” is a name all the same, such as “insistent ringing”. */
function isName(text: string): boolean {
  const [word = '', next = ''] = text.replace(ADVERBS, '').split(/,?\s+/);
  const isOpen = /^open$/i.test(word) && !AFTER_VERB.test(next);
  const isOther =
    isOpen || NOT_A_VERB.test(word) || !WORD.test(word) || /[^su]s$/i.test(word) || /^of$/i.test(next);
  return isOther || LOOKS_LIKE_ADJECTIVE.test(`${word} ${next}`);
}

/** A sentence, if it fits and says by itself who’s to do what or what isn’t allowed; or its first statement. */
function sentenceTitle(text: string): string | undefined {
  const whole = text.length <= MOST_CHARACTERS ? text : (firstStatement(text) ?? cutSentence(text));
  if (whole === undefined || (NOT_ALONE.test(whole) && !SAYS_ALONE.test(whole))) return undefined;
  const isWhole =
    isOrder(ANSWER.exec(text)?.[1] ?? '') ||
    [SAYS_ALONE, IS_RULE, FREE_OF].some((words) => words.test(whole)) ||
    (NAMES_PARENTS.test(whole) && SAYS_WHAT.test(whole)) ||
    (CONDITION_FIRST.test(whole) && isOrder(mainOf(whole).replace(/^please /i, ''))) ||
    IF_YOU_MUST.test(whole);
  return isWhole && (whole === text || !LEADS_ON.test(whole)) ? capitalised(whole) : undefined;
}

/** A long sentence cut, if what’s left out doesn’t say when it’s so. */
function cutSentence(text: string): string | undefined {
  const cut = cutTitle(text);
  const rest = text.slice((cut ?? '').length - 2);
  return cut?.endsWith('…') === true && SAYS_WHEN.test(rest) ? undefined : cut;
}

/** “If it’s not settled, ask the office” */
const CONDITION_FIRST = /^(?:if|when|whenever|where|unless|before|after|once)\b.*, /i;
/** “If you’re helping in school you must follow the handbook” */
const IF_YOU_MUST = /^(?:if|when) you\b[^,]*[^,] you must\b/i;
const SAYS_WHEN = /\b(?:if|when|where|only|but|provided|while)\b/i;

/** What’s said that somebody does, and not only what there is: “Some parents find it hard”. */
const SAYS_WHAT =
  /\b(?:must|should|shall|will|may|need|cannot|can|asked|expected|required|requested|reminded|responsib\w+|remains?|allowed|permitted|banned)\b/i;

/** “Late? Please come to the office” */
const ANSWER = /\? (?:please )?(.+)$/i;

/** What says something alone for all that it begins with “we”, “it” or “there”. */
const SAYS_ALONE =
  /^(?:we (?:\w+ )?(?:ask|expect|require|request)\b|we (?:do not|don[’']t|cannot|can[’']t|will not|won[’']t) (?:allow|permit|accept|tolerate)\b|it is (?:not |never |strictly )*(?:acceptable|permitted|allowed|appropriate|forbidden|prohibited|expected|required|important|essential|unacceptable|vital)\b|(?:there (?:must|should|will) be )?no\b|we(?: are|[’']re)\b.*-free\b)/i;

/** A title with an exception that a sentence after it or in brackets makes to what it names, or that there is one. */
function withExceptions(title: string | undefined, text: string): string | undefined {
  if (title === undefined || EXCEPTION.test(title) || /\bexcept/i.test(title)) return title;
  const wordsOf = (words: string): string[] => words.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const named = wordsOf(title).filter(
    (word) => !/^(?:school|parents|carers|visitors|child(?:ren)?)$/.test(word),
  );
  const more = text.split(/(?<=[.!?)])\s+|(?=\()/).slice(1);
  const isOne = (words: string): boolean =>
    EXCEPTS.test(words) || (words.startsWith('(') && !title.includes(words) && ALLOWS.test(words));
  const exception = more.find((words) => isOne(words) && wordsOf(words).some((word) => named.includes(word)));
  if (exception === undefined) return title;
  // Of several things, one alone may have them: “(with exceptions for alcohol)”.
  const excepted = [...new Set(named.filter((word) => wordsOf(exception).includes(word)))];
  const isOfOne = excepted.length === 1 && /,| (?:and|or) /.test(title);
  const some = isOfOne ? `(with exceptions for ${excepted[0]})` : '(with exceptions)';
  const [bracket = some] = /^\([^)]*\)/.exec(exception) ?? [];
  const whole = [bracket, some, '(with exceptions)'].map((words) => `${title} ${words}`);
  return whole.find(({ length }) => length <= MOST_CHARACTERS) ?? title;
}

const EXCEPTS = /\b(?:may|can) only\b|\b(?:except|exceptions?|unless)\b/i;
/** “(guide dogs are welcome)”, “(wine may be served at our fair)” */
const ALLOWS =
  /\b(?:other than|apart from)\b|\b(?:is|are) (?:\w+ )?(?:welcome|allowed|permitted|fine|ok|okay|excepted)\b|\b(?:may|can) be (?:\w+ )?(?:allowed|permitted|served|sold|drunk|consumed|brought|used|taken)\b/i;

/** “The gate is opened at 8.40”: nothing that parents do. */
const FACT =
  /^(?:the|our|all) (?:[\w’'-]+ ){0,8}?(?:is|are|will be) (?:opened|unlocked|locked|closed|shut|staffed|manned|monitored)\b/i;

/** “That parents speak kindly”, as something expected, without what only makes it so. */
function withoutThat(text: string): string {
  const [, who = '', act = ''] = THAT_PEOPLE.exec(text) ?? [];
  const [verb = ''] = act.split(' ');
  if (who === '') return text;
  return isKnownVerb(verb.toLowerCase()) ? `${who} must ${act}` : capitalised(`${who} ${act}`);
}

const THAT_PEOPLE =
  /^that ((?:(?:all|our|both) )*(?:parents|carers|visitors|adults|families|teachers)(?:(?:,| and| or|\/) ?(?:parents|carers|visitors|adults|families))*) (.+)$/is;

/** “that dogs must not come in”, below “Parents are reminded:” */
const THAT_THINGS = /^that (?=(?:\S+ ){1,6}?(?:must|should|may not|(?:are|is) not)\b)/i;

/** “Visitors will”, above what parents needn’t do where they wait at the gate */
const OF_VISITORS = /^(?:all |our )?visitors (?:will|must|should|are (?:asked|expected|required) to)$/i;

/** What a text ends with that says nothing without what’s below it: “an insistence on” or “actions which are”. */
const UNFINISHED =
  /\b(?:of|on|in|for|with|from|about|into|against|(?:which|that|who) (?:is|are|has|have))[\s:–—-]*$/i;

/** Whether a text is the beginning of a name that what’s below it ends. */
export function isUnfinished(text: string): boolean {
  return unfinishedIn(text) !== undefined;
}

function unfinishedIn(above: string): string | undefined {
  if (!UNFINISHED.test(above)) return undefined;
  const begun = leadWords(above.split(/[:.;]\s+/).at(-1) ?? '');
  const isName = isPhrase(begun.replace(/ (?:which|that|who) \S+$/i, ''));
  return isName &&
    /^(?:an?|any|actions|behaviour|conduct|language|comments|complaints|demands|use)\b/i.test(begun)
    ? begun
    : undefined;
}

/** A point’s words without the “or” that leads to the next. */
function withoutEnd(text: string): string {
  return bareWords(text).replace(/[\s,;]+(?:and\/or|and|or)$/i, '');
}

/** What a sentence can’t do without, since it’s about what’s before it or around it. */
const NOT_ALONE =
  /^(?:they|it|he|she|this|that|these|those|there|here|i|we|our|such|so|but|and|or|however|also|then|if so|note|not|no|stage|step|level|phase)\b|\b(?:these|those|he or she|the (?:above|following))\b|\b(?:it|them|there|here)$/i;

/** What goes on from the line before. */
const GOES_ON = /^(?:then|so|but|and|or|however|it|they|this|that|these|there|here|stage|step)\b/i;

/** “Use it there”, but not “fold buggies and stack them” */
const POINTS_AT_ONCE = /^(?:[\w’-]+ ){1,3}?(?:it|them|these)\b|^\w+ this\b|^\S+ (?:there|here)$/i;

/** “All letters must be polite”, but not what staff must do */
const IS_RULE =
  /^(?!(?:if|when|where|until|while|once|after|before|unless|as)\b)(?!.*\b(?:staff|teachers?|head ?teacher|principal|governors?|trustees|school|academy|trust|we) (?:must|should|will)\b).*\b(?:must|should|(?:is|are)(?: strictly)? (?:not (?:allowed|permitted|acceptable|tolerated)|prohibited|forbidden)(?! to\b))\b/i;

const NAMES_PARENTS = /\b(?:parents?|carers?|visitors?|adults?|famil(?:y|ies)|you)\b/i;

/** “We’re a smoke-free site” and “There’s a no-smoking policy” */
const FREE_OF =
  /\b(\w+[- ]free (?:site|zone|school|premises)|no[- ]\w+(?:(?:,| and| or) no[- ]\w+)* (?:policy|rule|zone|site))\b/i;

/** The first of two statements in a long sentence, if the second takes nothing back from it. */
function firstStatement(text: string): string | undefined {
  const end =
    /;| [–—] |, (?:and|so|as|because|since|which) | and (?=(?:must|should|therefore|so)\b)| and, therefore,/.exec(
      text,
    )?.index;
  if (end === undefined || end > MOST_CHARACTERS || end < LEAST_CHARACTERS) return undefined;
  const rest = text.slice(end);
  const takesBack = EXCEPTION.test(rest) || SAYS_WHEN.test(rest);
  return takesBack || /\b(?:if|when|where|unless|while)\b/i.test(text.slice(0, end))
    ? undefined
    : text.slice(0, end);
}

/** A text without the marks of its footnotes, brackets around an exception or sentences in brackets, and with “e.g.” as it’s looked for. */
function withoutNotes(text: string): string {
  return text
    .replaceAll(/(?<=\p{L}{2}|[.,;:)’”])[¹²³⁰⁴-⁹]+/gu, '')
    .replace(/ \(((?:unless|except)\b[^)]*)\)/i, ' $1')
    .replaceAll(/\s*\((?:please )?(?:see|refer to|as (?:set out|described|explained) in)\b[^)]*\)/gi, '')
    .replaceAll(/\s*\(([^)]*)\)/g, (inside, words: string) => (isPhrase(words) ? inside : ''))
    .replaceAll(/\be\.?g\b(?!\.)/g, 'e.g.')
    .replaceAll(CONTACT, '');
}

/** A telephone number or an email address, with what leads to it: “on 01632 960 001”. */
const CONTACT =
  /[\s,]*(?:\b(?:on|at|via|tel|telephone|phone)\b[\s.:]*)+(?:(?<![\d+])\(?(?:\+44|0)\d{2,4}\)?(?:[ -]?\d){5,8}(?!\d)|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/gi;

/** What says nothing without what’s before it: “behaviour of any of these types”. */
export const POINTS_BACK =
  /\b(?:below|overleaf)$|\b(?:any|all|each|some|either|both|none) of (?:these|those|the above)\b|\b(?:these|those|such) (?:types?|kinds?|sorts?|behaviours?)\b|\bthe (?:above|following)\b/i;

/** What only leads to what’s said: “Please note that”. */
const POINTS_OUT = /^(?:please |kindly )?(?:note|be aware)(?: that|:|,)?\s+/i;

/** Words as they’re said to a parent: “your child” for “their child” and “my child”, where parents are named. */
function toReader(words: string, namesParents: boolean): string {
  const mine = /\b(?:I|me|am|you|your)\b/.test(words)
    ? words
    : words.replaceAll(/\bmy\b/g, 'your').replace(/^(\w+) own (?=\w)/i, '$1 your own ');
  return namesParents
    ? mine
        .replaceAll(BUT_THEIR_OWN, 'your own')
        .replaceAll(THEIR_CHILD, (their, at: number) =>
          HAVE_CHILDREN.test(mine.slice(0, at)) ? their : 'your',
        )
    : mine;
}

/** “Any pupil other than their own” */
const BUT_THEIR_OWN = /(?<=\b(?:other than|except|apart from) )their own\b/g;
const THEIR_CHILD =
  /\btheir\b(?= (?:own )?(?:child(?:ren)?|sons?|daughters?|famil(?:y|ies))\b| own (?:\w+ (?:and|or) )?(?:speech|behaviou?r|conduct|language|actions|example)\b)|(?<=\bown \w+ \(?or those in )their\b(?= care\b)/g;
/** Who “they” are, or what goes on after “and must”, only the whole sentence says. */
const OF_SUBJECT = /\b(?:they|their|themselves)\b|\b(?:and|or|but) (?:must|should|will|may|are|is)\b/;

/** People that “their child” may be of. */
const HAVE_CHILDREN =
  /\b(?:people|parents?|members?|pupils?|students?|staff|teachers?|everyone|everybody|anyone|anybody|someone|somebody|others|person|adults?|famil(?:y|ies)|visitors?|governors?|sons?|daughters?|child(?:ren)?)\b/i;

/** A condition in the heading of a rule: “While a ban is in place” */
const STATE =
  /^((?:while|whilst|during|if|when|once|after|where|in the event of)\b[^,:]*?\b(?:ban|banned|barred|exclusion|excluded|suspen\w+|restrict\w+|withdrawn|warning|investigat\w+)\b[^,:]*)/i;

/** “Duties of parents during a ban” */
const IN_STATE =
  /\b((?:while|whilst|during|after|when|once|if)\b (?:\w+ ){0,4}?(?:ban|banned|barred|exclusion|suspension|restriction)\b[^,:]*)/i;

/**
 * What only holds for some parents, as a heading or the sentence above a list says.
 *
 * @returns the words that say when; nothing if it holds for all
 */
export function conditionIn(above: string): string | undefined {
  const text = leadWords(above);
  if (/\b(?:may|could|can|might|will) (?:\w+ )?(?:lead|result|be (?:banned|barred|excluded))\b/i.test(text))
    return undefined;
  return (STATE.exec(text) ?? (/\bhappens?\b/i.test(text) ? null : IN_STATE.exec(text)))?.[1];
}

/** A title with when it’s so: “While a ban is in place: coming through the gates”; nothing if it’s too long. */
export function boundTitle(condition: string, title: string): string | undefined {
  const bound = `${capitalised(condition)}: ${lowered(title)}`;
  return title.endsWith(' …') && bound.length > MOST_CHARACTERS ? undefined : cutTitle(bound);
}

/** What’s above a list of verbs: “Parents must”, “We ask you to”, “Don’t” or “A visitor may not, on a trip,”. */
const BEFORE_VERB =
  /(?<!\b(?:limited|due|according|owing|subject|related|relating|appl(?:y|ies)|refers?|leads?) to[:\s]*)(?:\b(?:must|should|shall|will|may)(?: not)?, [^:.]*|\b(?:to|will|not|must|should|shall|never|always|please|dos?|do[’']s)|n[’']ts?|\bthat (?:\w+ ){0,4}(?:parents|carers|visitors|adults|families|they|you))[:\s]*$/i;

/** What no title begins with, or is all of: what’s only where, how or when something is, or a number. */
const NO_NAME =
  /^(?:(?:in|on|at|by|via|to|from|with|within|of|for|through|during|before|after|under|between|if|even|when|where|while|just|as|once|since|because|although|however|so|and|or|but|not|never|please|best|better|that|i|we|you|it|he|she|they|these|those|this|such|then|first|next|there|sadly|unfortunately|regrettably)\b|(?:online|offline|elsewhere|here|there|[ivxlc]+|(?:stage|step|level|phase) \S+|being \w+ed)$|\d)|^\w+ing (?:(?:it|them|this|these|those)\b|(?:there|here)$)/i;

const NOT_A_VERB =
  /^(?:the|a|an|any|all|no|each|every|both|their|your|our|my|his|her|its|this|that|these|those|then|first|next|off|out|up|down|away|past|round|later|afterwards|finally|also|in|on|at|by|for|from|of|to|with|within|without|about|above|below|behind|beside|besides|beyond|one|oneself|along|around|among|amongst|despite|except|inside|outside|upon|throughout|whether|whatever|especially|particularly|including|even|either|neither|anything|anyone|anybody|something|someone|nothing|over|under|before|after|during|through|into|onto|near|across|between|against|towards|until|since|via|unless|if|when|where|while|only|other|others|and|or|nor|but|as|than|not|never|please|i|we|you|he|she|it|they|me|us|him|them)$/i;

/** What comes after a verb, and hardly ever after a noun. */
const AFTER_VERB =
  /^(?:the|a|an|any|all|each|every|both|own|their|your|our|my|his|her|its|this|these|those|it|them|us|me|you|yourself|themselves|anyone|anybody|someone|somebody|another|others|into|onto|\w+ly)$/i;

/** Verbs that are nouns too, with which others begin: “phone calls”. */
const BEGINS_NOUN =
  /^(?:address|book|dress|drink|e-?mail|film|litter|open|park|phone|photograph|play|record|ride|telephone|text|value|video|walk|water|work)$/;

/** What comes after a noun, but not after a verb that’s a noun too, such as “use”. */
const AFTER_NOUN = /^(?:of|for|from|with|between|and|or)$/i;

/** Verbs that such a word does come after: “deal with”. */
const TAKES_WITH =
  /^(?:agree|ask|behave|communicate|comply|cooperate|deal|engage|listen|look|refrain|desist|abstain|insist|sit|speak|stand|talk|wait)$/;

/** What comes only after the noun, of a verb that never has it: “damage to”. */
const NOUN_BEFORE_TO = /^(?:abuse|access|damage|harm|insult|support|threat|visit)$/i;

/** Verbs that are nouns where nothing follows: “with dignity and respect”. */
const ALSO_NOUN = /^(?:abuse|care|contact|damage|harm|help|insult|praise|respect|support|trust|visit|work)$/i;

/** “Persistent calls”, which nobody does to calls, but “present any passes” */
const LOOKS_LIKE_ADJECTIVE =
  /^(?!(?:comment|warrant|grant|present|prevent|consent|vent|rent|give|live|have|drive|leave|receive|strive|arrive|forgive|serve|preserve|enable|wish|relent|resent|represent|invent|implant|plant|want|discuss|focus|panic|mimic|picnic|traffic|book)\b)[a-z]{3,}(?:[ae]nt|ive|ful|ous|ic|ical|able|ible|less) (?!(?:the|an?|any|all|each|every|both|their|your|our|my|his|her|its|this|that|these|those|it|them|to|on|in|at|with|from|for|for)\b)[a-z]+/i;

/** Whether a text begins with what people do, such as “rowing”, and not with a verb that only ends so, such as “bring”. */
export function isDoing(text: string): boolean {
  const [word = ''] = text.replace(/^\w+ly /i, '').split(' ');
  return (
    /^[a-z]{2,}ing$/i.test(word) && !/^(?:bring|ring|sing|during|nothing|anything|everything)$/i.test(word)
  );
}

function isNounBeforeTo(word: string, next: string): boolean {
  return NOUN_BEFORE_TO.test(word) && /^to\b/i.test(next);
}

/** “co-operate” is one too. */
const WORD = /^[a-z]+(?:-[a-z]+)?$/i;

/** Whether a word is a verb, by itself or by the next one. */
function isVerb(word: string, next: string): boolean {
  const base = word.toLowerCase();
  if (NOT_A_VERB.test(base) || !WORD.test(base)) return false;
  if (isKnownVerb(base) && !BEGINS_NOUN.test(base)) return !AFTER_NOUN.test(next) || TAKES_WITH.test(base);
  return (
    (AFTER_VERB.test(next) && !/s$/.test(base)) ||
    (BEGINS_NOUN.test(base) &&
      /^(?:|in|at|on|off|up|out|where|outside|inside|near|away|across|legally|safely|\w+ately)$/i.test(next))
  );
}

/** Whether a title reads as an order, as no title of what isn’t wanted may: “Bring bread and act on a whim”. */
export function readsAsOrder(title: string): boolean {
  const [word = '', next = ''] = title.split(' ');
  if (isDoing(word)) return false;
  return (
    isVerb(word, next) && !isNounBeforeTo(word, next) && (!ALSO_NOUN.test(word) || AFTER_VERB.test(next))
  );
}

/** Names, which aren’t written small, such as “WhatsApp” or “PE”. */
const KEEPS_CAPITAL = /^\p{Lu}\p{L}*\p{Lu}|^(?:I|Facebook|Instagram|Twitter|Snapchat|Messenger)\b/u;

function lowered(text: string): string {
  // “WhatsApp” and “CCTV” keep theirs.
  return KEEPS_CAPITAL.test(text) ? text : uncapitalised(text);
}
