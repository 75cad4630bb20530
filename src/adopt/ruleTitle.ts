import { capitalised } from '../shared/capitalised.ts';
import { bareWords, LABEL, leadsOn, orderIn } from './acts.ts';
import { isPhrase, mainOf } from './doer.ts';
import { sentencesOf } from './markers.ts';
import { baseOf, formsOf, isKnownVerb, isParticiple, twoWords } from './verbs.ts';

/** The site has room for a title of so many characters. */
const MOST_CHARACTERS = 100;

/** What’s longer than that is cut to so many, unless one of its parts ends elsewhere. */
const CUT_LENGTH = 80;

/** So much at least is left of it, so that it says something. */
const LEAST_CHARACTERS = 50;

/** What’s above a list of verbs: “Parents must”, “We ask you to”, “Don’t” or “A visitor may not, on a trip,”. */
const BEFORE_VERB =
  /(?<!\b(?:limited|due|according|owing|subject|related|relating|appl(?:y|ies)|refers?|leads?) to[:\s]*)(?:\b(?:must|should|shall|will|may)(?: not)?, [^:.]*|\b(?:to|will|not|must|should|shall|never|always|please|dos?|do[’']s)|n[’']ts?|\bthat (?:\w+ ){0,4}(?:parents|carers|visitors|adults|families|they|you))[:\s]*$/i;

/** What says that the next word is a verb, and nothing of what it’s about. */
const ORDERS =
  /^(?:please|kindly|do not|don[’']t|must not|not to|to not|not|never|always|to|also|remember to|(?:refrain|desist) from|avoid|no)\s+/i;

const NOT_A_VERB =
  /^(?:the|a|an|any|all|no|each|every|both|their|your|our|my|his|her|its|this|that|these|those|then|first|next|off|out|up|down|away|past|round|later|afterwards|finally|also|in|on|at|by|for|from|of|to|with|within|without|about|above|below|behind|beside|besides|beyond|one|oneself|along|around|among|amongst|despite|except|inside|outside|upon|throughout|whether|whatever|especially|particularly|including|even|either|neither|anything|anyone|anybody|something|someone|nothing|over|under|before|after|during|through|into|onto|near|across|between|against|towards|until|since|via|unless|if|when|where|while|only|other|others|and|or|nor|but|as|than|not|never|please|i|we|you|he|she|it|they|me|us|him|them)$/i;

/** What comes after a verb, and hardly ever after a noun. */
const AFTER_VERB =
  /^(?:the|a|an|any|all|each|every|both|own|their|your|our|my|his|her|its|this|these|those|it|them|us|me|you|yourself|themselves|anyone|anybody|someone|somebody|another|others|into|onto|\w+ly)$/i;

/** Verbs that are nouns too, with which others begin: “phone calls”. */
const BEGINS_NOUN =
  /^(?:address|book|dress|drink|e-?mail|film|litter|park|phone|photograph|play|record|ride|telephone|text|value|video|walk|water|work)$/;

/** What comes after a noun, but not after a verb that’s a noun too, such as “use”. */
const AFTER_NOUN = /^(?:of|for|from|with|between|and|or)$/i;

/** Verbs that such a word does come after: “deal with”. */
const TAKES_WITH =
  /^(?:agree|ask|behave|communicate|comply|cooperate|deal|engage|listen|look|refrain|desist|abstain|insist|sit|speak|stand|talk|wait)$/;

/** What comes only after the noun, of a verb that never has it: “damage to”. */
const NOUN_BEFORE_TO = /^(?:abuse|access|damage|harm|insult|support|threat|visit)$/i;

/** What’s above a list of what someone does: “anyone who” or “when a parent”. */
const BEFORE_THIRD_PERSON =
  /\b(?:who|that|which|(?:when|where|if|in which) (?:an? |any |the )?(?:parents?|carers?|persons?|visitors?|adults?|someone|anyone)(?: or (?:an? )?\w+)?|he or she|(?:where|when|if) (?:it|they))[:\s]*$/i;

/** What a rule can’t do without, so that no title may leave it out; that blind people need their dogs is known. */
const EXCEPTION =
  /\b(?:unless|except(?:ing|ions?)?|without(?! causing)|other than|apart from|but for|until)\b(?!(?: for)? (?:\w+ )?(?:guide|assistance|hearing|service) dogs?\b)/i;

/** What no title begins with, or is all of: what’s only where, how or when something is, or a number. */
const NO_NAME =
  /^(?:(?:in|on|at|by|via|to|from|with|within|of|for|through|during|before|after|under|between|if|even|when|where|while|just|as|once|since|because|although|however|so|and|or|but|not|never|please|best|better|that|i|we|you|it|he|she|they|these|those|this|such|then|first|next|there)\b|(?:online|offline|elsewhere|here|there|[ivxlc]+|(?:stage|step|level|phase) \S+|being \w+ed)$|\d)|^\w+ing (?:(?:it|them|this|these|those)\b|(?:there|here)$)/i;

const PEOPLE =
  /^(?:(?:all|our|any|no)\s)*(?:parents?|carers?|visitors?|adults?|famil(?:y|ies)|drivers?|members|those|people|you|we|they|(?:every|any|no)(?:one|body)|no one)\b/i;

const IT_IS =
  /^it is (?:not |never |strictly )*(?:acceptable|permitted|allowed|appropriate|forbidden|prohibited|expected|required|important|essential|unacceptable|vital)(?:(?: for \w+(?: and \w+)?)? to| that \w+(?: and \w+)?(?: should| must)?)\s+/i;

/** “Dogs must not be brought on to the site”, “Smoking is not allowed anywhere” or “Children should walk” */
const SAID_OF =
  /^(?:no\s+)?(.{3,90}?)\s+(?:must|should|shall|may|can|cannot|will|are|is)(?:\s+(?:not|never|strictly|only|also|always)|n[’']t)*\s+(?:be\s+)?(?:not\s+|strictly\s+|only\s+)*([a-z]+)\b\s*(?:to\s+be\s+)?(.*)$/i;
/** What people must do, where the sentence says who they are at more length: “Any parent wishing to cycle must wear a helmet” */
const ACT =
  /^(?:(?!\bthat\b).)*?(?<!\b(?:who|which|what|how|whether)\s)\b(?:(?:must|should|shall|will)(?:\s+(?:not|never|always|also))*|(?:are|is) (?:asked|expected|required|requested) to)\s+(.+)$/i;

const ALLOWED =
  /^(?:allowed|permitted|accepted|acceptable|welcome|tolerated|prohibited|forbidden|banned|unacceptable|appropriate|inappropriate)$/i;

/** “We’re a smoke-free site” and “There’s a no-smoking policy” */
const FREE_OF =
  /\b(\w+[- ]free (?:site|zone|school|premises)|no[- ]\w+(?:(?:,| and| or) no[- ]\w+)* (?:policy|rule|zone|site))\b/i;

/** Another sentence after the first, about something else. */
const SAYS_ANOTHER = /, (?:and|but) (?=[^,]{2,70}\b(?:must|should|(?:are|is|may|will) not)\b)/i;

/** What only leads to what’s said: “Please note that” or “There must be no”. */
const POINTS_OUT =
  /^(?:please |kindly )?(?:(?:note|be aware)(?: that)?|there (?:must|should|will|may|can|is|are)(?: to)?(?: be)? (?:strictly )?(?=no\b))\s*/i;

/**
 * A situation’s title from a rule’s words: a noun, or what people do in its form in -ing, without what says whether it’s
 * wanted.
 *
 * @param above the sentence or heading above it
 * @returns nothing if its words make no such phrase
 */
export function ruleTitle(says: string, above: string): string | undefined {
  const begun = unfinishedIn(above);
  if (begun !== undefined) return cut(capitalised(`${begun} ${lowered(withoutEnd(withoutNotes(says)))}`));
  const [label = ''] = LABEL.exec(says) ?? [];
  const text = withoutThat(says.slice(label.length));
  if (FACT.test(text)) return undefined;
  // “Not feeding the ducks” isn’t feeding them.
  if (NOT_DOING.test(text)) return cut(capitalised(text));
  const title = withExceptions(
    titleOf(withoutNotes(text), above, NAMES_PARENTS.test(`${says} ${above}`)),
    text,
  );
  return title ?? ownSentence(says, above);
}

const NOT_DOING = /^not (?:\w+ly )?\w+ing\b/i;

/** A title that says there are exceptions, if a sentence after it or in brackets makes one to what it names. */
function withExceptions(title: string | undefined, text: string): string | undefined {
  if (title === undefined || EXCEPTION.test(title) || title.includes('(with exceptions)')) return title;
  const wordsOf = (words: string): string[] => words.toLowerCase().match(/[a-z]{5,}/g) ?? [];
  const named = wordsOf(title).filter(
    (word) => !/^(?:school|parents|carers|visitors|child(?:ren)?)$/.test(word),
  );
  const more = text.split(/(?<=[.!?)])\s+|(?=\()/).slice(1);
  const isExcepted = more.some(
    (words) =>
      /\b(?:may|can) only\b|\b(?:except|exceptions?|unless)\b/i.test(words) &&
      wordsOf(words).some((word) => named.includes(word)),
  );
  const whole = `${title} (with exceptions)`;
  return isExcepted && whole.length <= MOST_CHARACTERS ? whole : title;
}

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

/** What a text ends with that says nothing without what’s below it: “an insistence on” or “actions which are”. */
const UNFINISHED =
  /\b(?:of|on|in|for|with|from|about|into|against|(?:which|that|who) (?:is|are|has|have))[\s:–—-]*$/i;

/** Whether a text is the beginning of a name that what’s below it ends. */
export function isUnfinished(text: string): boolean {
  return unfinishedIn(text) !== undefined;
}

function unfinishedIn(above: string): string | undefined {
  if (!UNFINISHED.test(above)) return undefined;
  const begun = (above.split(/[:.;]\s+/).at(-1) ?? '').replace(/[\s:–—-]+$/, '');
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

/**
 * A sentence’s own words, if it’s whole, fits and says by itself who’s to do what: “Parents may only park in the bays” or
 * “Please feed the ducks and the swans”. What’s below “Parents must not” doesn’t.
 */
function ownSentence(says: string, above: string): string | undefined {
  const [first = '', second = ''] = sentencesOf(
    withoutNotes(says).replace(/^(?:please|kindly) (?=note\b)/i, ''),
  );
  // “Late? Please come to the office”
  const isAsked = first.endsWith('?');
  const own = withoutEnd(
    (isAsked ? `${first} ${second}` : first).replace(/[.!?]+$/, '').replace(/^to (?=[a-z])/, ''),
  );
  const whole = own.length <= MOST_CHARACTERS ? own : firstStatement(own);
  if (whole === undefined || NOT_ALONE.test(whole) || POINTS_BACK.test(whole) || leadsOn(whole))
    return undefined;
  const isLed = BEFORE_VERB.test(above) && !isAsked;
  const isNot = /\b(?:not|never)\b|n[’']t/i.test(above);
  // A bare order says it’s for the reader; what’s said of people is about parents.
  const order = isAsked ? second : whole;
  const [verb = '', next = ''] = order.split(' ');
  const isOrder =
    (PLEASE.test(order) || (isVerb(verb, next) && !isNot) || (isLed && !isNot)) &&
    !POINTS_AT_ONCE.test(order);
  const isWhole =
    isOrder ||
    (NAMES_PARENTS.test(whole) && (!isPhrase(whole) || /\bremains?\b/.test(whole))) ||
    IS_RULE.test(whole);
  return isWhole && (whole === own || !LEADS_ON.test(whole))
    ? capitalised(toReader(whole, false))
    : undefined;
}

const PLEASE = /^(?:please|kindly|do not|don[’']t|never|always) /i;

/** “Use it there”, but not “fold buggies and stack them” */
const POINTS_AT_ONCE = /^(?:[\w’-]+ ){1,4}?(?:it|them|this|these|those|there|here)\b/i;

/** “All letters must be polite”, but not what staff must do */
const IS_RULE =
  /^(?!(?:if|when|where|until|while|once|after|before|unless|as)\b)(?!.*\b(?:staff|teachers?|head ?teacher|principal|governors?|trustees|school|academy|trust|we) (?:must|should|will)\b).*\b(?:must|should|(?:is|are)(?: strictly)? (?:not (?:allowed|permitted|acceptable|tolerated)|prohibited|forbidden)(?! to\b))\b/i;

const NAMES_PARENTS = /\b(?:parents?|carers?|visitors?|adults?|famil(?:y|ies)|you)\b/i;

/** The first of two statements in a long sentence, if the second takes nothing back from it. */
function firstStatement(text: string): string | undefined {
  const end =
    /;| [–—] |, (?:and|so|as|because|since|which) | and (?=(?:must|should|therefore|so)\b)| and, therefore,/.exec(
      text,
    )?.index;
  if (end === undefined || end > MOST_CHARACTERS || end < LEAST_CHARACTERS) return undefined;
  const rest = text.slice(end);
  const takesBack = EXCEPTION.test(rest) || /\b(?:if|when|where|only|but|provided)\b/i.test(rest);
  return takesBack || /\b(?:if|when|where|unless|while)\b/i.test(text.slice(0, end))
    ? undefined
    : text.slice(0, end);
}

/** A title of what’s to be kept from, such as “Avoiding parking on the verge”; nothing if it points to others’ words. */
export function orderTitle(says: string): string | undefined {
  const [sentence = ''] = sentencesOf(withoutNotes(says.replace(/^(?:please|kindly|to) /i, '')));
  const [order = ''] = bareWords(sentence).split(/\s*[:;](?:\s|$)|\s[–—-]\s/);
  if (POINTS_BACK.test(order) || !isPhrase(order)) return undefined;
  const [verb = '', ...rest] = order.split(' ');
  return cut(capitalised([formsOf(verb.toLowerCase()).ing, ...rest].join(' ')));
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

/** A bracket that’s never closed, with what’s in it. */
const OPEN_BRACKET = /\s*\([^)]*$/;

function titleOf(says: string, above: string, namesParents: boolean): string | undefined {
  const [sentence = ''] = sentencesOf(says.replace(POINTS_OUT, ''));
  const [first = ''] = sentence.split(/(?<=\d)\.\s+(?=\p{Lu})/u);
  const [whole = ''] = first.split(/\s*[:;](?:\s|$)|\s[–—-]\s/);
  // The bracket may have been cut: “on time (8.50am”
  const text = bareWords(whole.replace(OPEN_BRACKET, '')).replace(
    /[\s,(]*\b(?:including|such as|for example|e\.g\.?|which|who|that|as|by)$/i,
    '',
  );
  const inFull = /^to\b/i.test(text) ? text : mainOf(text);
  // “Smoking isn’t allowed, and dogs must stay outside”
  const main = (inFull === text ? inFull.split(SAYS_ANOTHER)[0] : undefined) ?? inFull;
  const said = phraseOf(main, above)
    ?.replace(/[\s,.]+$/, '')
    .replace(/\bthe following (?=\w)/i, '');
  const isLed = first !== text && leadsOn(first) && said !== undefined;
  const led = isLed ? withoutLeadingOn(said) : said;
  const phrase = led === said ? said : `${led} …`;
  // “If you bring a buggy, fold it”
  if (inFull !== text && /\b(?:it|them|they)\b/i.test(phrase ?? '')) return undefined;
  // “If you’re asked about these, you must stop”
  const before = text.slice(0, text.length - inFull.length);
  if (
    /\b(?:these|those|this)\b/i.test(before) ||
    (before !== '' && /\b(?:any|all) of (?:these|those)\b/i.test(text))
  )
    return undefined;
  if (
    phrase === undefined ||
    phrase.length < 3 ||
    !isPhrase(phrase) ||
    first.endsWith('?') ||
    NO_NAME.test(phrase) ||
    POINTS_BACK.test(phrase) ||
    /\b(?:must|should|shall)\b/i.test(phrase.replace(/\bthat\b.*$/i, '')) ||
    /[.!?:]\s/i.test(phrase.replaceAll(/\b(?:e\.g|i\.e)\./gi, ''))
  )
    return undefined;
  const title = cut(
    capitalised(withoutPointing(toReader(withoutExample(phrase), namesParents))).replace(
      /^(Any(?:thing|one|body|where)) else\b/,
      '$1',
    ),
  );
  if (title === undefined || STEP_IF.test(before)) return title && withCondition(title, before);
  return (/^(?:if|where|unless)\b/i.test(before) ? withCondition(title, before) : undefined) ?? title;
}

/** “Loud noise” for “loud noise, e.g. from engines”. */
function withoutExample(phrase: string): string {
  const [before = ''] = phrase.split(/,?\s\(?e\.g\./);
  const isEnough = before.includes(' ') && !EXCEPTION.test(phrase.slice(before.length));
  // A longer one is cut, with dots.
  return isEnough && phrase.length <= MOST_CHARACTERS ? before : phrase;
}

/** Something that “it” may be. */
const THING =
  /\b(?:the|an?|any|this|another|our|your|their|each|every|no|one) (?!(?:\w+ )?(?:children|people|persons|parents|staff|others)\b)[a-z]/i;

/** A title up to “with them” or “of it” where nothing before says what that is, with dots; the title if it’s too short for that. */
function withoutPointing(title: string): string {
  const found = /\s(?:of|with|about|to|from|for|at|by|on|in) (it|them)\b/i.exec(title);
  if (found === null) return title;
  const before = title.slice(0, found.index);
  // “Conversations with them” aren’t with conversations.
  const earlier = before.replace(/\s\S+$/, '');
  const isSaid = THING.test(before) || (found[1] === 'them' && (PERSON.test(before) || PLURAL.test(earlier)));
  return isSaid || before.length < LEAST_POINTING || EXCEPTION.test(title)
    ? title
    : `${withoutLeadingOn(before)} …`;
}

/** So much of a title says enough without what points outside it. */
const LEAST_POINTING = 25;

/** What makes an order only the next step: “If it’s still not settled, ask to see the headteacher” */
const STEP_IF =
  /^(?:if|when|where|should)\b.*(?:\b(?:still|remains?|unresolved|dissatisfied|unhappy|unable|further|fails?|cannot)\b|\bnot\b|n[’']t\b)/i;

/** A title with the condition that it’s only true on; nothing if it’s too long. */
function withCondition(title: string, condition: string): string | undefined {
  const whole = `${title} ${lowered(condition.replace(/[\s,]*(?:then)?[\s,]*$/i, ''))}`;
  return title.endsWith('…') || whole.length > MOST_CHARACTERS ? undefined : whole;
}

/** What says nothing without what’s before it: “behaviour of any of these types”. */
export const POINTS_BACK =
  /\b(?:any|all|each|some|either|both|none) of (?:these|those|the above)\b|\b(?:these|those|such) (?:types?|kinds?|sorts?|behaviours?)\b|\bthe (?:above|following)\b/i;

/** People that “they” may be. */
const PERSON =
  /\b(?:staff|people|child(?:ren)?|sons?|daughters?|pupils?|students?|parents?|members?|everyone|everybody|anyone|anybody|someone|somebody|others|person|adults?|famil(?:y|ies)|teachers?|visitors?)\b/i;
/** Things that “they” may be. */
const PLURAL =
  /\b(?!(?:this|his|its|is|was|has|always|perhaps|unless|across|towards|process|class|address|access|progress|illness|bus|business|ethos|premises|grounds|campus|focus|news|times|sometimes)\b)[a-z]{3,}(?<!s)s\b(?![’'])/i;

/**
 * A title as it’s said to a parent: “correcting your own child” and “an incident you see”, for “their” and “they”, if what it’s
 * from names parents and nobody else that “they” may be.
 */
function toReader(phrase: string, namesParents: boolean): string {
  const mine = /\b(?:I|me|am|you|your)\b/.test(phrase)
    ? phrase
    : phrase.replaceAll(/\bmy\b/g, 'your').replace(/^(\w+ing) own (?=\w)/i, '$1 your own ');
  // “Being called at their home” is done to somebody else.
  if (
    !namesParents ||
    !isDoing(mine.replace(/^\w+ly /i, '').split(' ')[0] ?? '') ||
    /^being (?:\w+ly )?\w+(?:ed|en)\b/i.test(mine)
  )
    return mine;
  let areOthers = false;
  let means: number | undefined;
  return mine.replaceAll(THEY, (they, at: number, whole: string) => {
    const before = whole.slice(0, at);
    // “Or those in their care”, of parents’ own
    if (/^ care\b/i.test(whole.slice(at + they.length)) && /\bown \w+/i.test(before)) return 'your';
    const after = whole.slice(at + they.length);
    // “Setting pupils a good example through their behaviour and the way they speak”
    if (BY_MEANS.test(before) && OWN_WAYS.test(after)) means = at;
    if (means !== undefined && !PERSON.test(whole.slice(means, at)))
      return { their: 'your', themselves: 'yourself' }[they] ?? 'you';
    const isTheirChild = CHILD.test(after) && !HAVE_CHILDREN.test(before);
    areOthers ||= !isTheirChild && (PERSON.test(before) || PLURAL.test(before) || NAMED.test(before));
    if (areOthers) return they;
    return { their: 'your', themselves: 'yourself' }[they] ?? 'you';
  });
}

/** How somebody does what’s before it, and what of theirs that is. */
const BY_MEANS = /\b(?:through|by)\s$/i;
const OWN_WAYS =
  /^ (?:own )?(?:(?:speech|words|language|manner|dress|attitude) and )?(?:behaviours?|conduct|actions?|example|manner|attitude|words|speech|language)\b/i;

/** People that “their child” may be of. */
const HAVE_CHILDREN =
  /\b(?:people|parents?|members?|everyone|everybody|anyone|anybody|someone|somebody|others|person|adults?|famil(?:y|ies)|visitors?|governors?|sons?|daughters?|child(?:ren)?)\b/i;

/** Some one thing or body of people, that “they” may be too: “ringing the crew on their phones”. */
const NAMED = /\b(?:the|an?|any|another|other|our|each|every) [a-z]/i;

const THEY = /\b(?:their|they)\b(?= \w)|\bthemselves\b/g;
const CHILD = /^ (?:own )?(?:child|son|daughter|famil)/;

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
  const text = bareWords(above).replace(/[\s:–—-]+$/, '');
  if (/\b(?:may|could|can|might|will) (?:\w+ )?(?:lead|result|be (?:banned|barred|excluded))\b/i.test(text))
    return undefined;
  return (STATE.exec(text) ?? (/\bhappens?\b/i.test(text) ? null : IN_STATE.exec(text)))?.[1];
}

/** A title with when it’s so: “While a ban is in place: coming through the gates”; nothing if it’s too long. */
export function boundTitle(condition: string, title: string): string | undefined {
  const bound = `${capitalised(condition)}: ${lowered(title)}`;
  return title.endsWith(' …') && bound.length > MOST_CHARACTERS ? undefined : cut(bound);
}

function phraseOf(text: string, above: string): string | undefined {
  const free = isPhrase(text) ? undefined : FREE_OF.exec(text)?.[1];
  const never = free === undefined ? undefined : neverAt(free);
  if (never !== undefined) return never;
  if (free !== undefined) return `${/^[aeiou]/i.test(free) ? 'an' : 'a'} ${free}`;
  // “They must not be fed” may be about ducks.
  const [, done = ''] = /^they\b.*?\bbe ([a-z]+)/i.exec(text) ?? [];
  if (isParticiple(done)) return undefined;
  const order = orderIn(text)?.act ?? (IT_IS.test(text) ? text.replace(IT_IS, '') : undefined);
  if (order !== undefined) return doing(order);
  const act = PEOPLE.test(text) ? ACT.exec(text)?.[1] : undefined;
  // “Anyone who sees a ball must fetch it”
  if (act !== undefined) return /\b(?:it|them)\b/i.test(act) ? undefined : doing(act);
  const bare = withoutOrders(text);
  const [word = '', next = ''] = bare.split(/,?\s+/);
  if (BEFORE_THIRD_PERSON.test(above) && baseOfThird(word) !== word) return doing(bare, true);
  if (isDoing(word)) return isPhrase(bare) ? bare : saidOf(bare);
  const isOrder = /^(?:please|kindly|do not|don[’']t|never|always|remember to|to|not) /i.test(text);
  if (isOrder && !NO_VERB_AFTER.test(text)) return doing(bare);
  if (SAID_OF.test(text) && !isPhrase(text)) return saidOf(text);
  if (isNounBeforeTo(word, next) || NO_VERB_AFTER.test(text)) return bare;
  const isLed = BEFORE_VERB.test(above) && !LOOKS_LIKE_ADJECTIVE.test(`${word} ${next}`);
  if (isOrder || isLed || isVerb(word, next)) return doing(bare);
  return bare;
}

/** “Persistent calls”, which nobody does to calls, but “present any passes” */
const LOOKS_LIKE_ADJECTIVE =
  /^(?!(?:comment|warrant|grant|present|prevent|consent|vent|rent|give|live|have|drive|leave|receive|strive|arrive|forgive|serve|preserve|enable|wish|relent|resent|represent|invent|implant|plant|want|discuss|focus|panic|mimic|picnic|traffic|book)\b)[a-z]{3,}(?:[ae]nt|ive|ful|ous|ic|ical|able|ible|less) (?!(?:the|an?|any|all|each|every|both|their|your|our|my|his|her|its|this|that|these|those|it|them|to|on|in|at|with|from|for|for)\b)[a-z]+/i;

/** What nobody does where it’s “no smoking” or “smoke-free”, if that’s something to do. */
function neverAt(free: string): string | undefined {
  const [, verb = ''] = /^(\w+)[- ]free\b/i.exec(free) ?? [];
  if (isKnownVerb(verb.toLowerCase())) return formsOf(verb.toLowerCase()).ing;
  const words = free.replace(/ \w+$/, '').replaceAll(/\bno[- ]/gi, '');
  return words.split(/,? (?:(?:and|or) )?/).every(isDoing) ? words.replace(' and ', ' or ') : undefined;
}

function withoutOrders(text: string): string {
  let words = text;
  while (ORDERS.test(words)) words = words.replace(ORDERS, '');
  return words;
}

/**
 * What’s said not to be allowed, if the sentence says nothing else of it, or what’s done to something: “Dogs on the site”,
 * “Bringing dogs on to the site”.
 */
function saidOf(text: string): string | undefined {
  // “That ducks are fed”, as something expected
  const [, thing = '', word = '', rest = ''] = SAID_OF.exec(text.replace(/^that /i, '')) ?? [];
  const isJoined = /\b(?:and|or|but|who|which|that)$/i.test(thing) || /^(?:and|or|but)\b/i.test(rest);
  const isTwo = rest
    .split(/,? (?:and|or|but) /)
    .slice(1)
    .some((part) => isTurned(part) || !isPhrase(part));
  if (PEOPLE.test(thing) || isJoined || isTwo || /, (?:and|but|so)\b/i.test(thing)) return undefined;
  const joined = `${/^no /i.test(text) ? anyOf(thing) : thing} ${rest}`.trim();
  // “Ferrymen are not allowed to leave”
  const [, verb = ''] = /^to ([a-z]+)/i.exec(rest) ?? [];
  if (ALLOWED.test(word)) return isKnownVerb(verb.toLowerCase()) ? undefined : joined;
  if (!isParticiple(word.toLowerCase())) return undefined;
  // “Collected by an adult” says who does it.
  return /\bby (?:an?|the|their|parents?|somebody|someone)\b/i.test(rest)
    ? undefined
    : `${formsOf(baseOf(word)).ing} ${lowered(joined)}`;
}

/** What none is allowed of, as a name: “any form of shouting” for “no form of shouting”, but “dogs” for “no dogs”. */
function anyOf(thing: string): string {
  const [head = ''] = thing.split(/,| (?:of|on|in|at|by|to|for|or|and) /);
  const isPlain = isDoing(head.split(' ')[0] ?? '') || /(?<!s)s$/.test(head);
  return isPlain || NOT_A_VERB.test(head.split(' ')[0] ?? '') ? thing : `any ${lowered(thing)}`;
}

/** Whether a part of a sentence goes on with what’s done: “and locked at nine”. */
function isTurned(part: string): boolean {
  const [word = ''] = part.replace(/^(?:(?:is|are|be|not|must|should|will|always) )+/i, '').split(' ');
  return isParticiple(word.toLowerCase()) || ALLOWED.test(word);
}

function isDoing(word: string): boolean {
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

/** What only a noun or a form in -ing follows. */
const NO_VERB_AFTER = /^(?:please |kindly |always |to )*(?:(?:refrain|desist) from|avoid|no)\s/i;

/**
 * An order in its form in -ing, with each of its verbs: “signing in and wearing a badge”.
 *
 * @param isThird whether it’s what someone does, such as “signs in and wears a badge”
 * @returns nothing if it isn’t sure which of its words are its verbs
 */
function doing(order: string, isThird = false): string | undefined {
  const text = withoutOrders(order);
  const [start = '', second = ''] = text.split(/[\s,]+/);
  if (isDoing(start) || NO_VERB_AFTER.test(order)) return text;
  if (NOT_A_VERB.test(start.replace(/^only$/i, '')) || !WORD.test(start)) return undefined;
  // “Be allowed in” is done to people.
  if (/^be$/i.test(start) && (isParticiple(second) || ALLOWED.test(second))) return undefined;
  // What’s between the parts is at the odd places.
  const parts = text.split(/((?:,\s*(?:(?:and\/or|and|or|but|&)\s+)?|\s+(?:and\/or|and|or|but|&)\s+))/i);
  let done = '';
  const before: string[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const [between, said] = [parts[index - 1] ?? '', parts[index] ?? ''];
    const bare = said.replace(/^to (?=[a-z])/i, '');
    const part = isThird ? bare.replace(/^[a-z]+s(?![a-z])/i, baseOfThird) : bare;
    const words = part.split(' ');
    // “Only park” is parking only; “quickly leave” is quickly leaving.
    const at = Math.max(
      words.findIndex((word) => !isAdverb(word)),
      0,
    );
    if (index === 0) {
      done = withDoing(words, at);
      before.push(part);
      continue;
    }
    if (SAYS_MORE.test(part) || isNotTo(part)) return ended(done);
    // “tell us what you saw, and we’ll look into it”
    if (between.includes(',') && OTHERS_DO.test(part)) return ended(done);
    // “ask a ferryman where it’s deep”
    if (ONLY_WHERE.test(part)) {
      const rest = parts.slice(index - 1).join('');
      return SAYS_TWO.test(rest) ? firstOf(done, text) : done + rest;
    }
    // “to discuss or chastise them”
    const [, toDo = ''] = / to ([a-z]+)$/i.exec(done) ?? [];
    const isAfterTo = !between.includes(',') && isKnownVerb(toDo.toLowerCase());
    const isBut = /\bbut\s$/i.test(between) && isKnownVerb((words[at] ?? '').toLowerCase());
    // “ask a duck to leave, or to film a swan”
    const isTo = bare !== said && !isThird && isOpenAt(done);
    const kind = isAfterTo || isTo ? 'other' : isBut ? 'verb' : kindOf(words.slice(at), before);
    const isOpen = !isBut && bare === said && isOpenAt(done);
    if (kind === undefined || (kind === 'verb' && (isOpen || (isThird && part === bare))))
      return firstOf(done, text);
    done += between + (kind === 'verb' ? withDoing(words, at) : said);
    before.push(part);
  }
  return done;
}

/** After these, a verb may go on with what they begin: “see that the boats are dry and shut the gate”. */
const OPEN =
  /\b(?:that|who|which|what|how|if|when|where|whether|while|because|so|letting|helping|watching|in order to)\b|^making (?!sure|certain|an?)\b/i;

/** Whether a verb after an order’s words may go on with one of its later parts, and so keep its form. */
function isOpenAt(done: string): boolean {
  return OPEN.test(done) || [...done.matchAll(/\bto ([a-z]+)/gi)].some(([, word = '']) => isKnownVerb(word));
}

/** The beginning of an order too long for its own words to be a title, if that says enough. */
function firstOf(done: string, order: string): string | undefined {
  const isEnough = order.length > MOST_CHARACTERS && done.length >= LEAST_DONE && !EXCEPTION.test(order);
  return isEnough ? `${withoutLeadingOn(done)} …` : undefined;
}

/** So much of a long order can stand for all of it. */
const LEAST_DONE = 30;

/** What comes after a verb and not after its noun: “stack them” */
const OF_VERB_ALONE =
  /^(?:them|it|him|her|us|me|their|your|our|his|its|the|an?|any|every|each|this|that|these|those)$/i;

/** Whether what follows “and”, “or” or a comma is surely a verb of the order, or surely none; nothing if it may be either. */
function kindOf(words: readonly string[], before: readonly string[]): 'verb' | 'other' | undefined {
  const [word = '', next = ''] = words;
  const small = word.toLowerCase();
  if (NOT_A_VERB.test(small) || !WORD.test(word) || /^\p{Lu}/u.test(word) || isDoing(word)) return 'other';
  const isAfterVerbs = before.every((one) => ONE_VERB.test(one));
  if (isKnownVerb(small)) {
    const isSure = isVerb(small, next) && (!ALSO_NOUN.test(small) || AFTER_VERB.test(next));
    if (isAfterVerbs || isSure) return 'verb';
    // “with respect” and “play equipment”
    const isNoun = next === '' ? ALSO_NOUN.test(small) : BEGINS_NOUN.test(small) && isNounAlone(next);
    return isNoun ? 'other' : undefined;
  }
  if (PERSON.test(word) || /(?:[^s]s|ed|ly|tion|sion|ness|ity)$/.test(small)) return 'other';
  if (isAfterVerbs) return 'verb';
  if (OF_VERB_ALONE.test(next)) return 'verb';
  // “Play and uniform both indoors and out”: what’s no known verb may be none.
  if (AFTER_VERB.test(next) && !/ly$/.test(next)) return undefined;
  const isNoun = /^(?:of)?$/.test(next) || (/(?:ment|ence|ance|ship)$/.test(small) && isNounAlone(next));
  return isNoun || LOOKS_LIKE_ADJECTIVE.test(`${word} ${next}`) ? 'other' : undefined;
}

/** Whether a word is likely a thing, and neither people nor a word such as “the” or “at”. */
function isNounAlone(word: string): boolean {
  return WORD.test(word) && !NOT_A_VERB.test(word) && !PERSON.test(word);
}

/** Verbs that are nouns where nothing follows: “with dignity and respect”. */
const ALSO_NOUN = /^(?:abuse|care|contact|damage|harm|help|insult|praise|respect|support|trust|visit|work)$/i;

/** A verb alone, or with a word that belongs to it: “shout” or “stand over”. */
const ONE_VERB = /^[a-z]+(?: (?:at|in|on|over|up|out|off|down|away))?$/i;

/** “copies” as “copy”, if that’s known as a verb. */
function baseOfThird(verb: string): string {
  const bases = ['y', '', 'e'].flatMap((end) => [verb.replace(/ies$/, end), verb.replace(/e?s$/, end)]);
  return bases.find((base) => base !== verb && isKnownVerb(base.toLowerCase())) ?? verb;
}

/** What’s left of an order that’s cut where one of its parts says something else; nothing if that tears a part. */
function ended(done: string): string | undefined {
  const whole = done.replace(
    /,?\s(?:if|when|whenever|unless|because|so|while|until)\s(?:he|she|they|it|you|we|i|\w+)$/i,
    '',
  );
  return /\bbetween\s\S+$/i.test(whole) || (EXCEPTION.test(done) && whole !== done) ? undefined : whole;
}

/** What an order is only for, as its last part. */
const ONLY_WHERE = /^(?:if|where|when|whenever|unless|until|while|provided|as long as)\b/i;

/** What says something else after that, or of somebody it doesn’t name. */
const SAYS_TWO = /,? (?:and|but|so) |\b(?:it|they|them|he|she|this|these)\b/i;

/** A part of an order that says something else. */
const SAYS_MORE =
  /^(?:that|do not|don[’']t|please|(?:never|not) (?!(?:on|in|at|by|to|with|for|across|near)\b))/i;

/** A part of a sentence that says what somebody else does. */
const OTHERS_DO =
  /^(?:we|i|he|she|it|they|(?:the|our|your|a) (?:[\w’'-]+ ){1,4}?)(?:\s?(?:will|shall|can|may|would|might)\b|[’']ll\b)/i;

/** “not to wait there”, but not “not to other parents” */
function isNotTo(part: string): boolean {
  const [, verb = ''] = /^not to ([a-z]+)/i.exec(part) ?? [];
  return isKnownVerb(verb.toLowerCase());
}

function isAdverb(word: string): boolean {
  return /^(?:only|just|\w+ly)$/i.test(word) && !isKnownVerb(word.toLowerCase());
}

function withDoing(words: readonly string[], at: number): string {
  const [before, [verb = '', ...rest]] = [words.slice(0, at), words.slice(at)];
  const base = /^(?:are|is|am)$/i.test(verb) ? 'be' : verb.toLowerCase();
  const [first, more] = twoWords(base) ?? [base, undefined];
  const ing = isDoing(verb) ? verb : [formsOf(first).ing, ...(more === undefined ? [] : [more])].join(' ');
  return (/^(?:only|just)$/i.test(before[0] ?? '') ? [ing, 'only', ...rest] : [...before, ing, ...rest]).join(
    ' ',
  );
}

/** Names, which aren’t written small, such as “WhatsApp” or “PE”. */
const KEEPS_CAPITAL = /^\p{Lu}\p{L}*\p{Lu}|^(?:Facebook|Instagram|Twitter|Snapchat|Messenger)\b/u;

function lowered(text: string): string {
  // “WhatsApp” and “CCTV” keep theirs.
  return KEEPS_CAPITAL.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Words that a title can’t end with, because they lead on to what’s cut. */
const LEADS_ON =
  /[\s,;:–—-]+(?:(?:a|an|the|and|or|and\/or|at|by|for|from|in|of|on|onto|to|into|with|without|than|as|about|any|all|each|every|some|no|not|never|this|these|those|is|are|be|being|been|must|should|will|can|could|may|need|have|has|was|were|its|their|your|our|his|her|own|other|others|another|someone|especially|particularly|including|e\.g\.?|eg|etc|such|where|when|while|whilst|which|who|whose|that|because|before|after|if|unless|so|nor|he|she|it|they|we|i|order|apart|towards?|against|between|during|both|either|more|most|very|too|well|fully|&|\/)\b[.]?)?[\s,;:–—-]*$/i;

/** What begins a part of a sentence that says little without its end. */
const PART =
  /(?:,\s(?:which|who|whose)|\s(?:because|so that|e\.g\.|eg|such as|including|except|unless|apart from|other than|–|—|-))\s[^;–—]*$/i;

/** An exception that’s said before the cut: “without telling us …”. */
const SAYS_EXCEPTION =
  /\b(?:without|other than|apart from|except for) (?:(?:[\w’']+ ){0,9}[\w’']+|[^()]+\))$/i;

/**
 * As many whole words as fit, with dots for what’s left out, and none before them that leads on to it.
 *
 * @returns nothing if an exception would be left out that may be only to a part of it
 */
function cut(text: string): string | undefined {
  if (text.length <= MOST_CHARACTERS) return text;
  const whole = text.replaceAll(/\s*\([^)]*\)/g, (inside) => (EXCEPTION.test(inside) ? inside : ''));
  if (whole.length <= MOST_CHARACTERS) return whole;
  let words = wholeParts(whole).replace(OPEN_BRACKET, '');
  const before = words.replace(PART, '');
  if (before.includes(' ') && !/\b(?:everyone|anyone|those|people|someone|anybody|everybody)$/i.test(before))
    words = before;
  words = withoutTorn(withoutLeadingOn(words), whole);
  const rest = whole.slice(words.length);
  // What’s in brackets is only of what’s just before it.
  const isTorn =
    (!/^\s*\(/.test(rest) &&
      EXCEPTION.test(rest) &&
      !/^[\s,(]*(?:e\.g\.|eg|such as|for example|for instance|including)(?!\w)/i.test(rest)) ||
    (EXCEPTION.test(words.split(',').at(-1) ?? '') && !SAYS_EXCEPTION.test(words));
  return isTorn ? beforeException(whole) : `${words} …`;
}

/**
 * Words cut from a whole, without what’s torn from its end: a form in -ing from what’s done, or all but the first of several
 * things that end in what they all are: “bread, buns or …” of “bread, buns or cakes that have gone off”.
 */
function withoutTorn(words: string, whole: string): string {
  const rest = whole.slice(words.length);
  const [, before = '', last = ''] = /^(.*\S)\s+(\S+)$/.exec(words) ?? [];
  if (
    isDoing(last) &&
    before.length >= LEAST_DONE &&
    /^\s(?!(?:and|or|in|on|at|by|to|with|for|from|of)\b)[a-z]/i.test(rest)
  )
    return withoutLeadingOn(before);
  const isOfAll = /^[\s,]*(?:[\w’'-]+(?: [\w’'-]+){0,2}, )*(?:and|or) [^,]*\b(?:that|which|who)\b/i.test(
    rest,
  );
  const first = isOfAll ? words.replace(/(?:, [^,]{1,30})+$/, '') : words;
  return first.length >= LEAST_CHARACTERS ? first : words;
}

/** As many whole parts of a sentence as fit, or whole words if they’d be few. */
function wholeParts(text: string): string {
  const room = text.slice(0, MOST_CHARACTERS - 2);
  const ends = [
    ...room.matchAll(
      /,(?= )|(?<!\b(?:in|with) an? \w+) (?:and|or) | (?:so that|where|when|while|because|especially|particularly|without causing) /g,
    ),
  ]
    .map(({ index }) => index)
    // “if alcohol, medication or …” has no verb yet.
    .filter((index) => index >= LEAST_CHARACTERS && !/ if /i.test(room.slice(0, index)));
  const end = EXCEPTION.test(text) ? undefined : ends.at(-1);
  if (end !== undefined) return room.slice(0, end);
  return text.slice(0, (EXCEPTION.test(text) ? MOST_CHARACTERS : CUT_LENGTH) - 2).replace(/\s+\S*$/, '');
}

/**
 * What’s before an exception, and that there is one; nothing if it’s too long, if the exception may be only to a part of it
 * or if it’s how something is done, as “without” and “until” may be.
 */
function beforeException(text: string): string | undefined {
  const [before = ''] = text.split(EXCEPTION);
  const rest = text.slice(before.length);
  if (/^(?:without|until)/i.test(rest)) return undefined;
  const words = withoutLeadingOn(before.replace(/[\s,(]+$/, '').replace(/[,\s]+with the$/i, ''));
  const isOfPart = before.includes(',') && !/,[\s(]*$/.test(before);
  // One at the end is to the last of several at least: “rowing, or sailing (with exceptions)”.
  const isLast = !/,|\bor\b/.test(rest);
  const title = `${words} (with exceptions)`;
  return (isOfPart && !isLast) || title.length > MOST_CHARACTERS ? undefined : title;
}

/** Words without those at their end that lead on to what’s cut. */
function withoutLeadingOn(words: string): string {
  const shorter = words.replace(LEADS_ON, '').replace(/,\s+[a-z]+ing$/i, '');
  return shorter === words || !shorter.includes(' ') ? words : withoutLeadingOn(shorter);
}
