import { bareWords, LABEL, leadsOn } from './acts.ts';
import {
  CHALLENGED,
  type Doer,
  doerOfHeading,
  doerOfLeadIn,
  mainOf,
  namedIn,
  namesDoing,
  ofOthers,
  onlyNames,
  refersBack,
} from './doer.ts';
import { sentencesOf, tickOf } from './markers.ts';
import type { Meaning, NewBlock, NewDocument } from './structure.ts';
import { isKnownVerb } from './verbs.ts';

/** What the sentence or the heading above a clause says of it. */
export interface Above {
  /** Whose it is; undefined if nothing says so. */
  doer: Doer | undefined;
  /** For what only names something, and isn’t quoted with what says whether that’s wanted: whether it is. */
  means: Meaning | undefined;
  /** The sentence or heading that says so. */
  says: string | undefined;
}

/** Of a clause with nothing above it that says anything. */
export const NOTHING_ABOVE: Above = { doer: undefined, means: undefined, says: undefined };

const UNWANTED =
  /\b(?:unaccept\w*|intoler\w*|prohibited|forbidden|inappropriate|unreasonable|poor|bad) (?:\w+ )?(?:behaviours?|conduct|actions?|language)\b|\b(?:is|are|be|as) (?:\w+ )?(?:unacceptable|prohibited|forbidden|banned|inappropriate)\b|^(?:\w+ )?(?:unacceptable|prohibited|forbidden|banned)$|(?:\b(?:not|never|cannot|unable to|refuse to|no longer)|n[’']t)(?: \w+){0,2} (?:tolerat\w*|accept\w*|allow\w*|permit\w*|condon\w*|welcome)|\b(?:considered|deemed|regarded as)(?: to be)?(?: \w+){0,2} (?:unacceptable|inappropriate|unreasonable)\b|zero[- ]tolerance|\b(?:treat|regard|consider|see|view)(?:s|ed)?\b[^.:;]{1,60}\bas (?:\w+ )?(?:vexatious|unreasonable|unacceptable|abusive|harassment)\b|\b(?:considers?|regards?|deems?|sees?|treats?) [^.:;]{1,60}\b(?:misuse|misconduct|abuse|harassment|bullying)\b|\b(?:considers?|deems?|finds?|thinks?)(?: to be)? (?:[^.:;]{1,60} )?(?:inappropriate|unacceptable|unreasonable|wrong)$|(?:\b(?:not|never|cannot)|n[’']t)(?: \w+){0,2} (?:appropriate|suitable|put up with|stand for)\b|^(?:the )?don[’']?t[’']?s$|\bnot wanted\b|(?:\bnot|n[’']t) (?:ok|okay|all right|alright)$/i;
const MUST_NOT =
  /\b(?:must|should|shall|may|will|do|can|are asked|are expected|to)(?: never| ?not|n[’']t)(?: to)?$|\bavoid$|\b(?:refrain|desist|abstain) from$/i;
/** Headings and sentences above what somebody may be banned for. */
export const LEADS_TO_BAN =
  /\b(?:may|can|could|will|might)(?: \w+)? (?:lead to|result in|be met with|mean)\b.{0,40}\b(?:ban\w*|barr\w*|exclu\w*|sanctions?|warnings?|action|remov\w*|police|restrict\w*)\b/i;
const MUST =
  /\b(?:must|should|shall|will|(?:asked|expected|required|requested|need|ought|agree) to|(?:expect|ask|encourage) \w.* to)$/i;
/** A heading of what to do, beside one of what not to. */
const ORDERS = /^(?:please|please do|dos|do[’']s|please do(?: the following| these things)?)$/i;
/** One whose paragraphs are orders, of whichever kind. */
const HEADS_ORDERS =
  /^(?:please|please do|dos|do[’']s|(?:please )?(?:do not|don[’']t|never)|don[’']?ts|don[’']t[’']?s)$/i;
/** Headings of what happens then. */
const WHAT_HAPPENS =
  /\b(?:deal\w*|respon[ds]\w*|manag\w*|report\w*|handl\w*|address\w*|procedures?|process|consequences?|happens?|steps?|stages?|following|after|if|when (?:an?|the|our|this|things|rules|parents)|breach\w*|examples of letters|why)\b/i;

const ASKED_OF =
  /\b(?:ask|expect|require|need)(?:s|ed)? (?:of|from) (?:all )?(?:you|parents|carers|visitors|adults|families)\b/i;

/** Whether what’s below a heading or a sentence is wanted, if it says so, for a sentence without its colon. */
export function meaningOf(text: string, isHeading: boolean): Meaning | undefined {
  if (LEADS_TO_BAN.test(text)) return 'not-tolerated';
  if (NOT_OTHERWISE.test(text)) return 'expected';
  if (isHeading && WHAT_HAPPENS.test(text)) return undefined;
  const bare = text.replace(END_SIGNS, '');
  if (UNWANTED.test(bare) || MUST_NOT.test(bare) || CHALLENGED.test(bare)) return 'not-tolerated';
  if (isHeading && ORDERS.test(bare)) return 'expected';
  if (isHeading) return ASKED_OF.test(text) || MUST.test(text) ? 'expected' : undefined;
  // “Parents must not engage in”
  const [start = ''] = /^.*\b(?:not|n[’']t|never|must|should|will|to)\b(?=(?: \w+){1,3}$)/i.exec(text) ?? [];
  if (MUST_NOT.test(start) || NOT_USED.test(bare)) return 'not-tolerated';
  if (!MUST.test(text) && !MUST.test(start)) return undefined;
  // What’s asked for with a “not” in it may be the opposite of what its list names: nobody can be sure.
  const [asked = ''] = ASKED_PART.exec(bare) ?? [];
  return NEGATED.test(asked) ? undefined : 'expected';
}

/** What a heading ends with that only repeats what its words say, such as a cross. */
const LAST_SIGNS = /[\s\p{So}\p{M}]+$/u;
const END_SIGNS = /[\s?!:.…]+$/;
/** “Parents should not hesitate to ring” is about ringing. */
const NOT_OTHERWISE =
  /(?:\bnot|n[’']t|\bnever) (?:hesitate|forget|fail|neglect|omit|delay|wait|be (?:afraid|shy|embarrassed|frightened|worried|slow)|feel (?:afraid|shy|unable|embarrassed))\b/i;
/** “We ask that groups are not used to” */
const NOT_USED = /\b(?:not|never)(?: to)?(?: be)? (?:used|use|meant|intended)(?: \w+){0,2} (?:to|for|as)$/i;
/** What’s asked, up to where its list goes on: “ask that they are not left to” */
const ASKED_PART = /\b(?:ask|expect|encourage|require|request|must|should|shall|will)\w*\b(?:(?!,).)*$/i;
const NEGATED = /\b(?:not|never|nobody|no[- ]one)\b(?! (?:only|just)\b)|n[’']t\b/i;

/** A sentence before a list that says nothing but that it’s one. */
const NEUTRAL =
  /^(?:for (?:example|instance)|(?:some |other )?examples?|including|namely|such as|(?:these|this|they|it|such \w+|the following|behaviours?)\b.{0,40}\b(?:includes?|are|is|be)|(?:this|these|the same)(?: rules?)?(?: also)? (?:appl(?:y|ies)|extends?|goes)\b.{0,60}\bincluding)\b/i;

/** Whether the items after a sentence that says nothing are wanted, by the sentence before it or the heading. */
function meaningOfItem(leadIn: string, before: string, heading: string): Pick<Above, 'means' | 'says'> {
  const isSilent = NEUTRAL.test(leadIn) && meaningOf(leadIn, false) !== 'not-tolerated';
  const said = [before, heading]
    .map((says, at) => ({ says, means: meaningOf(says, at === 1) }))
    .find(({ means }) => means !== undefined);
  return isSilent && said !== undefined ? said : { means: undefined, says: undefined };
}

/** Who signed it. */
const SIGNS =
  /^(?:signed|mrs?|ms|miss|dr|fr|rev(?:erend)?|sir|dame|prof(?:essor)?)\b|\b(?:head ?teacher|principal|chair (?:of|to) \w+)$/i;

/** A name that no other line of its part helps to understand has so many words at most. */
const MOST_WORDS = 15;

/**
 * Whether a paragraph only names what’s wanted or not, as an item of a list does, below a sentence or a heading that says
 * which.
 *
 * @param leadIn the sentence that ends in a colon just above it, or above the others that only name something
 * @param isAmongNames whether what people do is named below the same heading
 */
function meaningOfName(
  text: string,
  leadIn: { text: string; before: string } | undefined,
  heading: string,
  isAmongNames: boolean,
): Pick<Above, 'means' | 'says'> & { isLed: boolean } {
  const none = { means: undefined, says: undefined, isLed: false };
  const [first = '', ...more] = sentencesOf(text).map(bareWords);
  const headsOrders = HEADS_ORDERS.test(heading.replace(END_SIGNS, ''));
  const beginsWithVerb = isKnownVerb(/^[a-z'’-]*/i.exec(first)?.[0].toLowerCase() ?? '');
  // “Keep on once it has been answered” says more, but is no sentence.
  const isOrder = headsOrders && beginsWithVerb && !/[.!?]$/.test(text);
  if (leadsOn(text) || !(onlyNames(first) || isOrder) || SIGNS.test(first)) return none;
  const own = leadIn === undefined ? undefined : meaningOf(leadIn.text, false);
  if (own !== undefined) return { means: own, says: leadIn?.text, isLed: true };
  const { means, says } = leadIn === undefined ? none : meaningOfItem(leadIn.text, leadIn.before, heading);
  if (means !== undefined) return { means, says, isLed: true };
  const below = meaningOf(heading, true);
  const isName =
    below === 'expected' || headsOrders
      ? beginsWithVerb
      : namesDoing(first) ||
        (isAmongNames && more.every(refersBack) && nameIn(first).split(' ').length <= MOST_WORDS);
  if (!isName || below === undefined) return none;
  return { means: below, says: heading, isLed: leadIn !== undefined };
}

/** What’s named, without what’s said of it: “comments” of “comments which could upset someone”. */
function nameIn(sentence: string): string {
  return sentence.split(/,? (?:which|that|who|e\.g\.|such as|including|regardless)\s/i)[0] ?? sentence;
}

/** The last sentence of a paragraph, if what follows finishes it. */
function leadInOf(sentences: readonly string[], isBeforeList: boolean): string | undefined {
  const last = sentences.at(-1)?.trim() ?? '';
  if (!leadsOn(last) && (!isBeforeList || /[.!?]$/.test(last))) return undefined;
  return bareWords(last)
    .replace(/\s*(?::\s*)?[-–—]?\s*$/, '')
    .replace(/^please note,? (?:that )?/i, '');
}

/** Below such a heading stands what others owe parents too, so nothing there is a rule unless it names them. */
const RIGHTS_AND_DUTIES =
  /\brights\b.*\b(?:responsibilit|dut(?:y|ies)|obligations)|\b(?:responsibilit(?:y|ies)|duties|obligations)\b.*\brights\b/i;

/**
 * What’s above each clause: the sentence that it finishes, or else the nearest heading that says anything.
 *
 * @returns by the clauses’ anchors
 */
export function aboveOf({ title, blocks }: NewDocument): Map<string, Above> {
  const found = new Map<string, Above>();
  const ofTitle = doerOfHeading(title) === 'school' ? 'school' : undefined;
  let outer: Doer | undefined = ofTitle;
  let heading: {
    text: string;
    doer: Doer | undefined;
    isAmongNames: boolean;
    /** What the heading above it says of its list, if it’s only the name of a part. */
    said: { says: string; means: Meaning } | undefined;
  } = { text: '', doer: outer, isAmongNames: false, said: undefined };
  let leadIn: { text: string; before: string; doer: Doer | undefined } | undefined;
  let before = '';
  /** What leads to the headings below it, each with its list. */
  let carried:
    | { says: string; means: Meaning | undefined; doer: Doer | undefined; depth: number }
    | undefined;
  /** What the nearest heading above the other headings says of all the lists below it. */
  let outerSaid: { says: string; means: Meaning } | undefined;
  /** Whose it is after the list, if the heading is only about that: “The children will:” */
  let around: { doer: Doer | undefined } | undefined;
  /** What the name of a table’s column says of so many paragraphs below it. */
  let column: { above: Above; left: number } | undefined;
  /** Whose the points of the items are that the next one may be inside of, outermost first. */
  let open: (Doer | undefined)[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'paragraph' && block.names !== undefined) {
      found.set(block.clause.anchor, { ...NOTHING_ABOVE, doer: heading.doer });
      [leadIn, before] = [undefined, ''];
      column = columnOf(bareWords(block.clause.text), block.names, heading.doer);
      continue;
    }
    if (column !== undefined && column.left > 0 && block.kind !== 'heading') {
      column.left -= 1;
      if (block.kind === 'paragraph') {
        found.set(block.clause.anchor, column.above);
        continue;
      }
    }
    if (block.kind === 'heading') {
      const text = bareWords(block.text).replace(LAST_SIGNS, '');
      const doer =
        (FIRST_PERSON.test(text) ? saidByWords(blocks, index) : undefined) ??
        (RIGHTS_AND_DUTIES.test(text) ? 'school' : doerOfHeading(text)) ??
        (leadsOn(text) ? doerOfLeadIn(leadInOf([text], true) ?? '', '', undefined) : undefined);
      if (leadIn !== undefined && blocks[index - 1]?.kind === 'paragraph') {
        const { text: says } = leadIn;
        carried = { says, means: meaningOf(says, false), doer: leadIn.doer, depth: block.depth };
      } else if (carried !== undefined && block.depth < carried.depth) carried = undefined;
      if (doer !== undefined || meaningOf(text, true) !== undefined || !leadsToList(blocks, index))
        carried = undefined;
      if (block.depth === 2) {
        const means = meaningOf(text, true);
        outer = doer ?? ofTitle;
        outerSaid = means === undefined || ofOthers(doer) ? undefined : { says: text, means };
      }
      const isPart =
        block.depth > 2 && doer === undefined && meaningOf(text, true) === undefined && namesPart(text);
      const partSaid = isPart && leadsToList(blocks, index) ? outerSaid : undefined;
      heading = {
        text,
        doer: doer ?? carried?.doer ?? outer,
        isAmongNames: namesBelow(blocks, index),
        said: partSaid,
      };
      around = leadsOn(text) ? { doer: block.depth === 2 ? ofTitle : outer } : undefined;
      if (leadsOn(text) && blocks[index + 1]?.kind === 'heading') {
        const says = leadInOf([text], true) ?? text;
        carried = { says, means: meaningOf(says, false), doer: heading.doer, depth: block.depth + 1 };
      }
      [leadIn, before] = [undefined, ''];
      continue;
    }
    const { anchor, text, leadIn: finishes } = block.clause;
    if (block.kind === 'item') {
      open = open.slice(0, block.level - 1);
      const said = block.level > 1 ? open.at(-1) : leadIn?.doer;
      const doer = said ?? heading.doer;
      const isTicked = tickOf([...text][0] ?? '') !== undefined;
      const means =
        isTicked || finishes === undefined || leadIn === undefined
          ? NOTHING_ABOVE
          : meaningOfItem(leadIn.text, leadIn.before, heading.text);
      const isCarried =
        !isTicked && finishes === undefined && leadIn === undefined && carried?.means !== undefined;
      const isOfPart = !isTicked && finishes === undefined && leadIn === undefined ? heading.said : undefined;
      found.set(anchor, {
        ...(isCarried ? { means: carried?.means, says: carried?.says } : (isOfPart ?? means)),
        doer,
      });
      open.push(leadsOn(text) ? doerOfLeadIn(bareWords(text).replace(/:.*$/, ''), '', doer) : doer);
      if (blocks[index + 1]?.kind !== 'item') {
        [leadIn, open] = [undefined, []];
        if (around !== undefined && heading.doer !== 'parents' && !goesOn(blocks[index + 1]))
          heading = { ...heading, doer: around.doer };
      }
      continue;
    }
    const words = bareWords(text);
    const name = meaningOfName(words, leadIn, heading.text, heading.isAmongNames);
    const { isLed, ...said } =
      block.kind === 'paragraph' ? name : { means: undefined, says: undefined, isLed: false };
    found.set(anchor, { ...said, doer: isLed ? leadIn?.doer : heading.doer });
    if (isLed) {
      carried = undefined;
      continue;
    }
    const sentences = sentencesOf(text);
    const last = leadInOf(sentences, blocks[index + 1]?.kind === 'item');
    const previous = sentences.at(-2) ?? before;
    leadIn =
      last === undefined
        ? undefined
        : {
            text: last,
            before: bareWords(previous),
            doer:
              (FIRST_PERSON.test(last) && heading.doer === undefined
                ? saidByWords(blocks, index)
                : undefined) ?? doerOfLeadIn(last.replace(LABEL, ''), previous, heading.doer),
          };
    before = sentences.at(-1) ?? '';
    // A lead-in that says neither whose its list is nor whether it’s wanted is one more of them.
    if (
      last === undefined ||
      doerOfLeadIn(last, previous, undefined) !== undefined ||
      meaningOf(last, false) !== undefined
    )
      carried = undefined;
  }
  return found;
}

/** What a column’s name, such as “Don’t”, says of what’s in it; nothing if that’s not whether it’s wanted of parents. */
function columnOf(
  name: string,
  left: number,
  outer: Doer | undefined,
): { above: Above; left: number } | undefined {
  const means = meaningOf(name, true);
  const doer = doerOfHeading(name) ?? outer;
  return means === undefined || ofOthers(doer) ? undefined : { above: { doer, means, says: name }, left };
}

/** Headings of parts that say the opposite of the heading above them, or what happens then. */
const TURNS =
  /\b(?:instead|help\w*|support\w*|contacts?|should|good|positive|acceptable|exceptions?|rights?|alternatives?|concerns?|complain\w*|why|what|how)\b/i;

/** Whether a heading only names a part of what the heading above it is about: “Online”, “At the gate”. */
function namesPart(heading: string): boolean {
  return heading.split(' ').length <= 5 && !TURNS.test(heading) && !WHAT_HAPPENS.test(heading);
}

/** “I will:”, which anybody may say */
const FIRST_PERSON = /^(?:i|we)(?: \w+){1,3}\s*[:.…–—-]*$/i;

/** Whether the same people go on to say what they’ll do: “In class I will:” */
function goesOn(next: NewBlock | undefined): boolean {
  if (next?.kind !== 'paragraph' || !leadsOn(next.clause.text)) return false;
  return /^(?:i|we) (?:also )?(?:will|promise|agree|shall|must|should)\b/i.test(
    mainOf(bareWords(next.clause.text)),
  );
}

const SIGNATURE = /\b(?:signed|signature|sign)\b/i;

/** What only a child has, in its own words. */
const CHILDS_OWN =
  /\bmy (?:teachers?|home ?work|class ?work|school ?work|parents?|lessons|learning|book ?bag)\b|\bgrown[- ]?ups?\b/i;
const PARENTS_OWN = /\bmy (?:child(?:ren)?|sons?|daughters?)\b/i;

/**
 * Whose a list is that says “I will”: who signs below it, or else a child’s if it speaks of its own teacher or homework.
 *
 * @param at the index of what’s above the list
 * @returns nothing if neither says so
 */
function saidByWords(blocks: readonly NewBlock[], at: number): Doer | undefined {
  const end = blocks.findIndex(({ kind }, index) => index > at && kind === 'heading');
  const below = blocks.slice(at + 1, end < 0 ? blocks.length : end);
  const textsOf = (isItem: boolean): string[] =>
    below.flatMap((block) =>
      block.kind !== 'heading' && (block.kind === 'item') === isItem ? [bareWords(block.clause.text)] : [],
    );
  const signers = new Set(
    textsOf(false).flatMap((text) => (SIGNATURE.test(text) ? (namedIn(text) ?? []) : [])),
  );
  if (signers.size === 1) return [...signers][0];
  const items = textsOf(true);
  return items.some((text) => CHILDS_OWN.test(text)) && !items.some((text) => PARENTS_OWN.test(text))
    ? 'pupils'
    : undefined;
}

/** Whether a heading has only other headings below it, or a list at once. */
function leadsToList(blocks: readonly NewBlock[], heading: number): boolean {
  return blocks.slice(heading).find(({ kind }) => kind !== 'heading')?.kind === 'item';
}

/** Whether the paragraphs below a heading name things: one of them what people do, or each of several anything. */
function namesBelow(blocks: readonly NewBlock[], heading: number): boolean {
  const next = blocks.findIndex(({ kind }, index) => index > heading && kind === 'heading');
  const texts = blocks
    .slice(heading + 1, next < 0 ? blocks.length : next)
    .flatMap((block) => (block.kind === 'paragraph' ? [bareWords(block.clause.text)] : []));
  const isShortName = (text: string): boolean =>
    onlyNames(text) && sentencesOf(text).length === 1 && text.split(' ').length <= MOST_WORDS;
  return texts.some(namesDoing) || (texts.length > 1 && texts.every(isShortName));
}
