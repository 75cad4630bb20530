/** The site has room for a title of so many characters. */
export const MOST_CHARACTERS = 100;

/** What’s longer than that is cut to so many, unless one of its parts ends elsewhere. */
const CUT_LENGTH = 80;

/** So much at least is left of it, so that it says something. */
export const LEAST_CHARACTERS = 50;

/** What a rule can’t do without, so that no title may leave it out; that blind people need their dogs is known. */
export const EXCEPTION =
  /\b(?:unless|except(?:ing|ions?)?|without(?! causing)|other than|apart from|but for|until)\b(?!(?: for)? (?:\w+ )?(?:guide|assistance|hearing|service) dogs?\b)/i;

/** Words that a title can’t end with, because they lead on to what’s cut. */
export const LEADS_ON =
  /[\s,;:–—-]+(?:(?:a|an|the|and|or|and\/or|at|by|for|from|in|of|on|onto|to|into|with|without|than|as|about|any|all|each|every|some|no|not|never|this|these|those|is|are|be|being|been|must|should|will|can|could|may|need|have|has|was|were|its|their|your|our|his|her|own|other|others|another|someone|especially|particularly|including|e\.g\.?|eg|etc|such|where|when|while|whilst|which|who|whose|that|because|before|after|if|unless|so|nor|he|she|it|they|we|you|i|order|apart|towards?|against|between|during|both|either|more|most|very|too|well|fully|&|\/)\b[.]?)?[\s,;:–—-]*$/i;

/** What begins a part of a sentence that says little without its end. */
const PART =
  /(?:,\s(?:which|who|whose)|\s(?:because|so that|e\.g\.|eg|such as|including|except|unless|apart from|other than|–|—|-))\s[^;–—]*$/i;

/** An exception that’s said before the cut: “without telling us …”. */
const SAYS_EXCEPTION =
  /\b(?:without|other than|apart from|except for) (?:(?:[\w’']+ ){0,9}[\w’']+|[^()]+\))$/i;

/** A bracket that’s never closed, with what’s in it. */
export const OPEN_BRACKET = /\s*\([^)]*$/;

/**
 * As many whole words as fit, with dots for what’s left out, and none before them that leads on to it.
 *
 * @returns nothing if an exception would be left out that may be only to a part of it
 */
export function cutTitle(text: string): string | undefined {
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
    /^[a-z]{2,}ing$/i.test(last) &&
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

/** So much of a long order can stand for all of it. */
const LEAST_DONE = 30;

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
export function withoutLeadingOn(words: string): string {
  const shorter = words.replace(LEADS_ON, '').replace(/,\s+[a-z]+ing$/i, '');
  return shorter === words || !shorter.includes(' ') ? words : withoutLeadingOn(shorter);
}
