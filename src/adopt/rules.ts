import { uncapitalised } from '../shared/capitalised.ts';
import { type Above, meaningOf as meaningOfSentence, NOTHING_ABOVE } from './above.ts';
import { type Act, actsOf, bareWords, LABEL, leadsOn, leadWords, orderIn } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
import {
  doerOf,
  isConditional,
  isRemark,
  mainOf,
  namedIn,
  namesParents,
  ofOthers,
  refersBack,
  subjectOf,
  TAKEN_AWAY,
} from './doer.ts';
import { sentencesOf, tickOf } from './markers.ts';
import { hasCue, plain } from './matchTopics.ts';
import { boundTitle, conditionIn, isUnfinished, POINTS_BACK, readsAsOrder, ruleTitle } from './ruleTitle.ts';
import { type Meaning, type NewBlock, type NewClause, type NewDocument, newClausesOf } from './structure.ts';
import { baseOf, beginsWithVerb, isKnownVerb } from './verbs.ts';

/** A clause that says what a person must or mustn’t do, and that no other situation is about. */
export interface Rule {
  /** The id of its situation: its clause’s anchor, unless the clause has other rules. */
  id: string;
  /** The clause; if it’s followed by points of its own, these count with it. */
  clause: NewClause;
  /** The clauses to cite: its own, or those of its points. */
  cites: NewClause[];
  /** Whether it says what’s wanted or what isn’t; undefined if it doesn’t say. */
  means: Meaning | undefined;
  /** The sentence that says so, without its number or mark. */
  says: string;
  /** Its words as a title. */
  title: string;
  /** What it says to do or not to do. */
  acts: Act[];
}

/** A clause that no situation is made for, and why. */
export interface LeftOut {
  clause: NewClause;
  why: string;
}

/** Why a clause has no page that nobody would miss. */
export const NO_PAGE: ReadonlySet<string> = new Set([
  'introduces what follows',
  'part of a form or a letter',
  'part of a letter, a form or references',
  'about the document itself',
  'says again what another clause says',
  'a point of a clause that a situation is about',
  'names somebody to turn to',
]);

/** What a list is of, whether its marks, its heading or a person says so, and what it’s under. */
export type MeaningOfList = (
  anchor: string,
) => { means: Meaning | 'neither'; said: boolean; under?: string | undefined } | undefined;

/** A rule is short; what’s longer explains one. */
const MOST_WORDS = 45;

const FORBIDS =
  /\b(?:not|cannot|never|no|unable to tolerate|don[’']t|avoid|refrain|unaccept\w*|inappropriate behaviour|intoler\w*|prohibit\w*|forbid\w*|forbidden|unreasonable|\w+-free)\b|n[’']t\b/i;
/** What’s expected for all its “not”, and keeps its own words. */
export const AVOIDS = /^(?:please |kindly |to )*(?:avoid|(?:refrain|desist) from)\b/i;
const BEGINS_WITH_NOT =
  /^(?:please |kindly |to )*(?:not(?! (?:only|just|\w+ing)\b)|never|no|do not|don[’']t|avoid|refrain)\b/i;
/** What says so of the whole sentence, and not only of what’s in it, as “try not to” does. */
const SAYS_NOT =
  /^[^.:;]*?(?:\b(?:must|should|shall|may|will|can|is|are) (?:not|never)\b|\bcannot\b|n[’']t\b|\bno[- ]\w+ (?:policy|zone|site)\b|-free (?:site|zone|school|premises)\b)/i;
const EXPECTS =
  /^dos?$|\bexpect|\b(?:are|is) (?:\w+ )?reminded$|\bwill\b|\bshould\b|\bmust\b|\bask(?:ed|s)?\b|\bplease\b|responsib|\bcommit|\bagree|\bundertake|\bencouraged to\b|\bencourages? (?:\w+ ){0,3}?(?:parents|carers|families|visitors|adults|you|everyone|anyone)\b|\bpromise|\b(?:rules|guidelines) (?:are|is)\b/i;
const RULE =
  /\b(?:must|should|will|shall|may not|cannot|are (?:asked|expected|required|requested|reminded (?:not )?to)|(?:is|are) (?:not |strictly |never )*(?:allowed|permitted|accepted|acceptable|prohibited|forbidden|unacceptable))\b|\b(?:we|schools?|academ(?:y|ies)|nurser(?:y|ies)|pre-?schools?|college|federation|trust|trustees|governors|governing (?:body|board)|board|headteacher|principal|staff) (?:kindly |politely |also |therefore |respectfully |do |would )*(?:ask|expect|require|request)s?\b|\bresponsibility of (?:all )?(?:parents|carers|visitors|adults|families)\b|\bno[- ]\w+ (?:policy|zone|site)\b|\b\w+[- ]free (?:site|zone|school|premises)\b|(?:^|; )(?:please|do not|don[’']t|never|no)\b/i;
const FORM =
  /_{3,}|\.{6,}|(?<!\b(?:the|a|your|with|is|are|be) )\bsigned\b|\bsignature\b|\bprint name\b|^dear\b|\bsign(?:ed)?(?:,| and) (?:\w+ and )?return\b|\bkeep (?:one|a|this) copy\b|\breturn (?:one|the other|a copy)\b|\breturn (?:\w+ ){0,2}(?:slip|form)\b|\bI have read\b|\byours (?:sincerely|faithfully)\b/i;
const LEGAL =
  /\bAct (?:\d{4}|of)\b|\bsection \d|\blegislation\b|\bstatutory\b|\blaws?\b|(?<!\b(?:caus(?:e|es|ed|ing)|tak(?:e|es|ing)|took|giv(?:e|es|ing)|gave) (?:any |serious |great )?)\boffence\b/i;
const ABOUT_ITSELF =
  /\b(?:this|the|our) (?:code|policy|document|agreement)\b|\bthis letter\b|\b(?:adopted|ratified|reviewed) (?:on|by|in)\b/i;

/** “The purpose of this code is to”, “The code also says what”, wherever it stands */
const IS_OF_ITSELF =
  /^(?:the (?:aims?|purposes?|objectives?|point) of )?(?:this|the|our) (?:code(?: of (?:conduct|behaviour))?|polic(?:y|ies)|document|charter|statement) (?:is (?:to|for|about|intended)|aims|sets? out|(?:also )?(?:says?|explains?|describes?|tells?|outlines?|applies|covers?|does))\b/i;

/**
 * Finds the rules among the clauses that no situation is about, those on what isn’t tolerated first.
 *
 * @param above what’s above each clause, by anchor
 * @param isCovered whether a situation is about a clause
 * @param speaksOf whether a sentence of such a clause is about one of those situations
 * @param silent anchors of clauses that aren’t rules by what they’re part of
 * @returns the first few rules, and every other such clause with the reason why there’s no situation for it
 */
export function rulesIn(
  documents: readonly NewDocument[],
  above: ReadonlyMap<string, Above>,
  isCovered: (anchor: string) => boolean,
  speaksOf: (anchor: string, sentence: string) => boolean,
  meaningOf: MeaningOfList,
  silent: ReadonlySet<string>,
  { most, general, notRules }: AlsoSays,
): { rules: Rule[]; leftOut: LeftOut[] } {
  const found: Rule[] = [];
  const leftOut: LeftOut[] = [];
  const nextId = (clause: NewClause): string => {
    const taken = found.filter((rule) => rule.clause.anchor === clause.anchor).length;
    return ruleIds(clause)[taken] ?? clause.anchor;
  };
  for (const document of documents) {
    const { blocks } = document;
    const clauses = newClausesOf(document);
    const anchors = clauses.map(({ anchor }) => anchor);
    const several = new Set(anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index));
    const cases = new Set(
      clauses.flatMap(({ anchor, list, text }) =>
        list === anchor && IS_CASE.test(bareWords(text)) ? [anchor] : [],
      ),
    );
    const isSaidBefore = createSaidBefore(documents.slice(0, documents.indexOf(document)), general);
    const inDocument = document === documents[0] ? '' : document.title;
    // A clause’s other sentences that are rules, whether or not it’s cited or left out for what else it says.
    const addFurther = (block: NewClauseBlock, first: string): boolean => {
      const { clause } = block;
      const ownAbove = above.get(clause.anchor) ?? NOTHING_ABOVE;
      if (silent.has(clause.anchor) && !leadsOn(bareWords(clause.text)) && block.kind !== 'row') return false;
      if (block.kind === 'row' || !mayHaveFurther(`${clause.heading} ${inDocument}`, notRules)) return false;
      let isFound = false;
      for (const says of furtherRules(clause, ownAbove)) {
        if (saysSame(says, first) || (isCovered(clause.anchor) && speaksOf(clause.anchor, says))) continue;
        const means = meaningOfOrder(withoutLabel(says));
        const title = ruleTitle(withoutReason({ says, means }), '', means);
        if (title === undefined || isSaidBefore(says)) continue;
        if (found.some((rule) => plain(rule.title) === plain(title))) continue;
        if (tellingWords(says, general).length === 0 && !beginsWithVerb(title)) continue;
        found.push({
          id: nextId(clause),
          clause,
          cites: [clause],
          means,
          says,
          acts: actsOf({ ...clause, text: says, leadIn: undefined }, means),
          title,
        });
        isFound = true;
      }
      return isFound;
    };
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'heading') continue;
      const { clause } = block;
      // Of the rules in a cell, a situation may be about one alone.
      if (isCovered(clause.anchor) && (!several.has(clause.anchor) || speaksOf(clause.anchor, clause.text))) {
        addFurther(block, '');
        continue;
      }
      const text = bareWords(clause.text);
      const ownAbove = above.get(clause.anchor) ?? NOTHING_ABOVE;
      const leave = (why: string): void => {
        if (!addFurther(block, '')) leftOut.push({ clause, why });
      };
      const outer = outerItem(blocks, index, general);
      if (outer !== undefined) {
        if (isCovered(outer.anchor)) leave('a point of a clause that a situation is about');
        else if (doerOf(bareWords(clause.text)) !== 'school')
          found.find((rule) => rule.clause === outer)?.cites.push(clause);
        // The points of what isn’t a rule aren’t either.
        if (!isCovered(outer.anchor) && !found.some((rule) => rule.clause === outer))
          leave('a point of a clause that has no situation');
        continue;
      }
      if (isLabelOfList(blocks, index)) {
        leave('introduces what follows');
        continue;
      }
      if (clause.list !== undefined && clause.list !== clause.anchor && cases.has(clause.list)) {
        leave('only about some parents, or about what happens then');
        continue;
      }
      const said = ownWordsFirst(whatItSays(clause, ownAbove, meaningOf), clause.text);
      const isLead = isOuter(blocks, index) && !isBareLead(clause, general);
      const why =
        reasonAgainst(block, ownAbove, said, `${clause.heading} ${inDocument}`, notRules, isLead) ??
        (silent.has(clause.anchor) && !isLead ? 'part of a letter, a form or references' : undefined);
      if (why !== undefined) {
        const list = clause.list === undefined ? undefined : meaningOf(clause.list);
        const isNeither = why === SAYS_NO_RULE && list?.means === 'neither' && list.said;
        leave(isNeither ? 'in a list of what’s neither wanted nor unwanted, as you said' : why);
        continue;
      }
      if (isSaidBefore(said.says)) {
        leave('says again what another clause says');
        continue;
      }
      const under = clause.list === undefined ? undefined : meaningOf(clause.list)?.under;
      const opened = clause.leadIn ?? ownAbove.says ?? under ?? clause.heading;
      const bound = conditionIn(clause.leadIn ?? '') ?? conditionIn(clause.heading);
      const own =
        titleOfDone(clause, ownAbove) ??
        ruleTitle(withoutReason(said), said.isName === true ? '' : opened, said.means);
      const title = bound === undefined || own === undefined ? own : boundTitle(bound, own);
      if (title !== undefined && IS_CUT.test(title)) {
        leave('introduces what follows');
        continue;
      }
      if (own !== undefined && title === undefined) {
        leave('only about some parents, or about what happens then');
        continue;
      }
      if (title === undefined || (said.means === 'not-tolerated' && readsAsOrder(title))) {
        leave(
          POINTS_BACK.test(said.says)
            ? 'says nothing without what’s before it'
            : 'no title can be made of its words',
        );
        continue;
      }
      // “Their own speech” among what’s expected
      const names =
        said.means !== 'not-tolerated' && !/^\S+ing\b/.test(title) && orderIn(said.says) === undefined;
      const isLed = LEADS_TO_VERB.test(opened) || /^to /i.test(said.says) || beginsWithVerb(title);
      if (names && !isLed && tellingWords(said.says, general).length === 0) {
        leave('too general for a situation of its own');
        continue;
      }
      if (found.some((rule) => plain(rule.title) === plain(title))) {
        leave('says again what another clause says');
        continue;
      }
      found.push({
        id: nextId(clause),
        clause,
        cites: isLead && leadsOn(text) ? [] : [clause],
        means: said.means,
        says: said.says,
        acts: actsOf({ ...clause, text: said.says, leadIn: clause.leadIn ?? ownAbove.says }, said.means),
        title,
      });
      if (!isLead) addFurther(block, said.says);
    }
  }
  const rules = found.filter(({ cites }) => cites.length > 0);
  const taken = new Set(inTurns(rules).slice(0, most));
  const order = (rule: Rule): number =>
    rule.means === 'not-tolerated' ? 0 : rule.means === undefined ? 1 : 2;
  return {
    rules: rules.filter((rule) => taken.has(rule)).sort((a, b) => order(a) - order(b)),
    leftOut: [
      ...leftOut,
      ...rules
        .filter((rule) => !taken.has(rule))
        .map(({ clause }) => ({ clause, why: `more than ${most} would be too many` })),
    ],
  };
}

/** A title that its points would have to finish: “Using the hall to” */
const IS_CUT =
  /(?<!\b(?:told|told not|asked|invited|allowed|permitted|supposed|meant|threatening|wants?|wish|needs?|have|entitled|expected|others|them|people|someone|anyone|you|us|him|her))\sto$|\s(?:on|of|with|by|that|which|who|are|is|an?|the|and|or|as|including)$|\bthat, [^,]*$/i;

/** “if an adult is banned by a court”, the first of a list of cases */
const IS_CASE = /^(?:if|where|when)\b(?!.*\b(?:please|must|should)\b)/i;

/** Whether a paragraph only names the list right below it, as “NO THANK YOU” does. */
function isLabelOfList(blocks: readonly NewBlock[], index: number): boolean {
  const block = blocks[index];
  return (
    block?.kind === 'paragraph' &&
    blocks[index + 1]?.kind === 'item' &&
    !/[.!]$/.test(block.clause.text) &&
    block.clause.text.split(' ').length <= LABEL_WORDS
  );
}
const LABEL_WORDS = 4;

/** Whether one of two sentences is in the other. */
function saysSame(a: string, b: string): boolean {
  return b !== '' && (a.includes(b) || b.includes(a));
}

type NewClauseBlock = Exclude<NewBlock, { kind: 'heading' }>;

/** The ids that the situations of a clause’s rules can have: more than it can have rules. */
export function ruleIds({ anchor, text }: Pick<NewClause, 'anchor' | 'text'>): string[] {
  return [anchor, ...text.split(' ').map((_, index) => `${anchor}-rule-${index + 2}`)];
}

/** Whether single sentences below a heading may be rules. */
function mayHaveFurther(headings: string, notRules: readonly string[]): boolean {
  return !isUnderNotRules(headings, notRules) && !/\b(?:roles?|what if)\b/i.test(headings);
}

/** Procedures that parents keep to. */
const FOR_ALL =
  /\b(?:security|safety|visit(?:or|ing)?s?[’']?|sign(?:ing)?[- ]in|arrivals?|collection|drop[- ]?off|pick[- ]?up|parking|communications?|absence|attendance|site|entry) (?:and \w+ )?(?:procedures?|statement)\b/gi;

/** “AIM: Help your child to aim high” */
const IS_ORDER_TO_PARENTS = /^(?:\p{L}+: )?\p{L}+ (?:\p{L}+ )?your (?:own )?child(?:ren)?\b/u;

function isUnderNotRules(headings: string, notRules: readonly string[]): boolean {
  if (IS_ORDER_TO_PARENTS.test(headings)) return false;
  const words = ` ${plain(headings.replaceAll(FOR_ALL, ''))} `;
  return notRules.some((cue) => hasCue(words, cue));
}

/** An order that can’t be taken for anything else: “Parents must”, “Please do”. */
const SURE_ORDER =
  /^(?:please(?! (?:note|see|be aware|refer|find|remember that))|kindly|do not|don[’']t|never)\b|^[^.;:]+, please\b|\b(?:must|should|shall|will not|may not|do not|(?:are|is) (?:kindly |also |politely )?(?:asked|expected|required|requested|reminded) (?:not )?to)\b|\b(?:expect|ask|require|request)s? (?:that )?(?:all |our |any )*(?:parents|carers|visitors|adults|families|everyone|anyone|you)\b/i;
/** “Nobody should have to be afraid”: what’s wanted for them */
const SPARED =
  /^(?:nobody|no[- ]one|no \w+(?:[ ,]+\w+)*?) (?:should|must|may|is to|has to) (?:be (?:the )?(?:victims?|subject(?:ed)?|afraid|abused|bullied|threatened|hurt|harmed)|feel|have to|suffer)\b/i;

/** What’s said to parents as they are, or of what’s to be done with the Code. */
const NO_ACT =
  /^(?:also |always )*(?:be (?:aware|assured|informed|able)|feel|know|understand|note|remember that|see|refer|find|read|contact us if|expect|have (?:the|a) right|not (?:feel|hesitate|worry|be (?:surprised|offended)))\b|^do not (?:hesitate|worry)\b/i;

/** The sentences of a clause that are surely orders or bans to parents, each for itself. */
function furtherRules(clause: NewClause, { doer, means }: Above): string[] {
  const all = sentencesOf(bareWords(clause.text)).flatMap((sentence) => {
    const whole = sentence.trim();
    // What holds only then can’t be said without it.
    if (CONDITION_FIRST.test(whole)) return [whole];
    const [first = '', ...others] = whole.split(ALSO_THEY);
    // “Staff needn’t reply at night, and do not accept requests” is about staff.
    const isTheirs = ofOthers(subjectOf(withoutLabel(first)));
    return [first, ...others.filter((part) => !isTheirs || !BEGINS_WITH_NOT.test(part))];
  });
  const isItem = clause.list !== undefined;
  const isTheirs = ofOthers(doer);
  let isAsked = (doer === 'parents' || OF_PARENTS.test(clause.heading)) && means !== 'not-tolerated';
  return all.flatMap((sentence, index): string[] => {
    const says = bareWords(sentence).replace(/, please$/i, '');
    const first = (says.split(' ')[0] ?? '').toLowerCase();
    const isPlease =
      /^(?:please|do not|don[’']t|never)\b/i.test(says) ||
      /^no\b.*, please\W*$/i.test(sentence) ||
      PLEASE_IF.test(says);
    const order = orderIn(says);
    const isBare = isAsked && isKnownVerb(first) && !/[?]$/.test(sentence);
    isAsked = !isTheirs && (isBare || isPlease || isAsked);
    if ((isItem && index === 0) || leadsOn(sentence) || /[?]$/.test(sentence)) return [];
    const act = order?.act ?? says.replace(/^(?:please|kindly) /i, '');
    const isBan =
      WE_ALLOW_NONE.test(says) ||
      (FORBIDDEN.test(says) &&
        !(subjectOf(says) === 'parents' && doerOf(says) === 'school') &&
        (HANDLED.test(says) || (isOwnRule(says) && doerOf(says) === 'parents')));
    const isOrder = isPlease || isBare || isBan || (order !== undefined && namesSomebody(says));
    if (!isOrder || (!isBare && !isBan && !SURE_ORDER.test(says)) || NO_ACT.test(act)) return [];
    if (isTheirs && !namesParents(says) && !/^please\b/i.test(says)) return [];
    if (OF_THEM.test(says) && areOthers(all.slice(0, index))) return [];
    // “In an emergency ring the office. Do not send an email.” isn’t about any other day.
    if (order === undefined && ONLY_THEN.test(all[index - 1] ?? '')) return [];
    if (!isBare && !isBan) {
      const isOwn = isOwnRule(says) || (order?.not === true && !refersBack(says) && !isConditional(says));
      if (!isOwn || doerOf(says) !== 'parents') return [];
    }
    if (FORM.test(says)) return [];
    if (isAside(says) || isRemark(says) || POINTS_BACK.test(says) || LEGAL.test(withoutRemarks(says)))
      return [];
    if (ABOUT_ITSELF.test(says) && !isOrderTo(says)) return [];
    if (
      /\b(?:it|them|they|these|those|this)\b/i.test(
        act.split(/[,;]| (?:unless|if|when|while|until|before|after|so that|because) /)[0] ?? '',
      ) &&
      index > 0
    )
      return [];
    return says.split(' ').length > MOST_WORDS ? [] : [says];
  });
}

/** “…, and parents should ring” and “…, do not call out” are orders of their own. */
const ALSO_THEY =
  /[,;] (?:and |but |or |so )?(?=(?:please )?(?:do not|don[’']t)\b|(?<=so )please\b|(?:nobody|no (?:adult|parent|carer|visitor)) (?:should|must|may)\b|(?:(?:all|any) )?(?:parents|carers|visitors|you|adults|families)(?: and (?:carers|visitors|parents))? (?:must|should|may not|will not|do not|are (?:asked|expected|required|requested))\b)/i;

/** “…, and nobody should ring twice” is a rule of its own. */
const AND_NOBODY = /, and (?=(?:nobody|no (?:adult|parent|carer|visitor)) (?:should|must|may)\b)/i;

/** What’s done only then, so that what follows may be too */
const ONLY_THEN =
  /^(?:A\. )?(?:we (?:can|are (?:happy|able|glad)|offer)|in (?:an? |any |the )?(?:emergenc(?:y|ies)|event|cases?)|if|when(?:ever)?|should|where|once|unless)\b/i;

const CONDITION_FIRST = /^(?:if|when|whenever|where|while|unless|until|before|after|once|during|as|for)\b/i;

/** “If you’ll be late, please ring the office” */
const PLEASE_IF = /^(?:if|when|whenever|before|after) [^,.;:]+, please (?!note|see|refer|find|be aware)/i;

/** A heading above what parents are to do: “Conduct of parents” */
const OF_PARENTS =
  /\b(?:behaviou?rs?|conduct|expect(?:ations?)?|ask|expected) (?:of|from|for) (?:all |our |you\b)?(?:parents|carers|visitors|adults|families|$)/i;

/** “Dogs are not allowed on the field”, whoever brings them */
const FORBIDDEN =
  /^(?!(?:we|the following|if|when|where|in|this|these|such|any of|for|as|pupils|children|staff|our|types?|kinds?|forms?|examples?|behaviours? (?:that|which) we)\b)[^.;:]{3,200}? (?:(?:is|are|will be)(?: strictly)? (?:prohibited|forbidden)|(?:is|are|will|must|may|should)(?: strictly)? (?:not|never) (?:be )?(?:acceptable|brought|left|driven|taken|ridden|worn|fed|\w+ed))\b/i;

/** What only people do with things: “Cars may not be left on the drive” */
const HANDLED =
  /^[^.;:]{3,60}? (?:must|may|should|can)(?:not| not| never) be (?:brought|left|driven|taken|parked|ridden|used|worn|fed|carried|consumed|drunk|filmed|photographed|posted|uploaded|contacted|approached|phoned|telephoned|disturbed|interrupted)\b/i;

/** “We don’t allow whistles on the bank” */
const WE_ALLOW_NONE = /^we (?:do not|don[’']t|cannot|can[’']t) (?:allow|permit) \S+ \S/i;

/** Whether a sentence says who it’s an order for, and not only “we” or “they”. */
function namesSomebody(sentence: string): boolean {
  return !/^(?:we|i|they|he|she|it)\b(?! (?:\w+ ){0,2}(?:ask|expect|require|request))/i.test(sentence);
}

/** Said of what staff needn’t put up with. */
const SUFFERED =
  /\b(?:put up with|subjected to|have to (?:face|endure|accept|suffer|experience)|be (?:faced with|exposed to))$/i;

/** The title of what’s done to somebody, such as “being shouted at”; nothing if it’s no such thing. */
function titleOfDone({ text, leadIn = '' }: NewClause, { says }: Above): string | undefined {
  const lead = leadWords(leadIn === '' ? (says ?? '') : leadIn);
  const done = bareWords(text);
  if (!SUFFERED.test(lead) || !/^being \w+/i.test(done) || done.length > MOST_DONE) return undefined;
  const who = /\bstaff\b/i.test(lead) ? 'Staff' : 'Someone';
  return `${who} ${uncapitalised(done)}`;
}
const MOST_DONE = 90;

/** What’s only said by the way of a rule: “This is the law in Wales.” */
const REMARKS =
  /(?:(?<=[.;] )|^|[,(–—-] ?)(?:(?:and|as) )?(?:(?:this|that|it|which|doing so|to do so)(?: \w+ly)? (?:is|are|may be|can be|could be|would be)(?: also| now)? (?:the law|(?:a |an )?(?:criminal )?offence|against the law|illegal|unlawful|required by law|a criminal matter)|(?:as )?required by law|regardless of whether|whether or not (?:it|this|the behaviour))\b[^.;]*[.;]?/gi;

function withoutRemarks(text: string): string {
  return text.replaceAll(REMARKS, '').replaceAll(/,? (?:regardless of whether|whether or not)\b[^.;]*/gi, '');
}

/** Rules on what isn’t tolerated and the others in turns, so that neither take all the places. */
function inTurns(rules: readonly Rule[]): Rule[] {
  const isBan = ({ means }: Rule): boolean => means === 'not-tolerated';
  const [bans, others] = [rules.filter(isBan), rules.filter((rule) => !isBan(rule))];
  return Array.from({ length: rules.length }, (_, index) => [bans[index], others[index]])
    .flat()
    .filter((rule) => rule !== undefined);
}

/** Makes the function that says whether a clause of some documents has all telling words of a sentence, as a summary’s lines have. */
function createSaidBefore(
  documents: readonly NewDocument[],
  general: readonly string[],
): (says: string) => boolean {
  const stemsOf = (text: string): string[] =>
    tellingWords(text, general).map((word) => word.replace(/(?:ing|ed|es|s|e)$/, ''));
  const before = documents
    .flatMap(newClausesOf)
    .filter(({ text }) => text.split(' ').length <= MOST_WORDS)
    .map(({ text }) => new Set(stemsOf(text)));
  return (says) => {
    const stems = stemsOf(says);
    return stems.length > 0 && before.some((said) => stems.every((stem) => said.has(stem)));
  };
}

type Says = { isRule: boolean; means: Meaning | undefined; says: string; isName?: true };

/** What’s an order or a ban by its own words isn’t the opposite by what it’s among: “Parents are asked to” among bans. */
function ownWordsFirst(said: Says, text: string): Says {
  const order = orderIn(withoutLabel(said.says));
  const isAsked = order !== undefined && !order.not && !BEGINS_WITH_NOT.test(order.act);
  const isPlease = /^please\b/i.test(said.says) && isWholeOrder(text);
  return said.means === 'not-tolerated' && (isAsked || isPlease) ? { ...said, means: 'expected' } : said;
}

function whatItSays(clause: NewClause, above: Above, meaningOf: MeaningOfList): Says {
  const text = bareWords(clause.text);
  const [, unwanted] = NO_TOLERANCE.exec(text) ?? [];
  if (unwanted !== undefined) return { isRule: true, means: 'not-tolerated', says: unwanted, isName: true };
  const [, who = '', act = ''] = (/\bexpect/i.test(clause.heading) ? THAT.exec(text) : null) ?? [];
  if (isKnownVerb(act.split(' ')[0] ?? ''))
    return { isRule: true, means: 'expected', says: `${who} must ${act}` };
  const says =
    clause.list === undefined
      ? sentencesOf(text)
          .flatMap((sentence) => sentence.split(AND_NOBODY))
          .map(bareWords)
          .find(
            (sentence, index, all) =>
              isOwnRule(withoutLabel(sentence)) &&
              !(index > 0 && isAside(sentence)) &&
              !(ONLY_THEN.test(all[index - 1] ?? '') && orderIn(sentence) === undefined) &&
              !(OF_THEM.test(sentence) && areOthers(all.slice(0, index))),
          )
      : text;
  const first = bareWords(sentencesOf(text)[0] ?? text);
  // “Shut the gate. Ducks must not get out.” below “Please do” is about the gate.
  const isFirst = clause.list === undefined && beginsWithVerb(first);
  if (above.means !== undefined && (says === undefined || isFirst)) {
    const isDont = above.means === 'expected' && BEGINS_WITH_NOT.test(first) && !AVOIDS.test(first);
    return { isRule: true, means: isDont ? 'not-tolerated' : above.means, says: first };
  }
  if (says === undefined) return { isRule: false, means: undefined, says: text };
  const own: Meaning | undefined = RULE.test(mainPart(withoutLabel(says).replaceAll(IN_BRACKETS, '')))
    ? meaningOfOrder(withoutLabel(says))
    : undefined;
  if (clause.list === undefined) return { isRule: true, means: own, says };
  const rule = (means: Meaning | undefined, isRule = true) => ({ isRule, means, says });
  // “Parents should not …” forbids, whatever it’s among; “make sure that it’s not …” doesn’t.
  const [start = ''] = text.split(' ');
  const [verb = ''] = text.replace(/^to (?=[a-z])/i, '').split(' ');
  // Below “Parents must:”, what’s first is the verb, whatever is said later: “recognise that staff may not answer at once”.
  const isOrder =
    isKnownVerb(baseOf(verb.toLowerCase())) ||
    (LEADS_TO_VERB.test(clause.leadIn ?? above.says ?? clause.heading) && !SAYS_NOT_FIRST.test(text));
  const forbids = BEGINS_WITH_NOT.test(text) || (own === 'not-tolerated' && SAYS_NOT.test(text) && !isOrder);
  const tick = tickOf([...clause.text][0] ?? '');
  if (tick !== undefined)
    return rule(tick === 'expected' && forbids && !AVOIDS.test(text) ? 'not-tolerated' : tick);
  if (above.means !== undefined)
    return rule(above.means === 'expected' && forbids && !AVOIDS.test(text) ? 'not-tolerated' : above.means);
  if (clause.leadIn === undefined) {
    const list = meaningOf(clause.list);
    // Only what says by itself what to do is a rule, whatever it’s among.
    if (list?.said !== true || list.means === 'neither') {
      // “Parents are reminded:” goes on with “To sign in”.
      const whole = `${leadWords(list?.under ?? '')} ${start.toLowerCase()}${text.slice(start.length)}`;
      const run = list?.under === clause.heading ? orderIn(whole) : undefined;
      if (run !== undefined && list?.said !== true)
        return rule(run.not || BEGINS_WITH_NOT.test(run.act) ? 'not-tolerated' : 'expected');
      const means =
        own ??
        (BEGINS_WITH_NOT.test(text) ? 'not-tolerated' : isWholeOrder(clause.text) ? 'expected' : undefined);
      return rule(means, means !== undefined);
    }
    // An item below “Parents must” can still be “not smoke”.
    return rule(list.means === 'expected' && forbids && !AVOIDS.test(text) ? 'not-tolerated' : list.means);
  }
  const leadIn = leadWords(clause.leadIn).replace(/^please note,? /i, '');
  const led = meaningOfSentence(mainOf(leadIn), false);
  if (SUFFERED.test(leadIn) || TAKEN_AWAY.test(leadIn) || led === 'not-tolerated')
    return rule('not-tolerated');
  // What has a “not” in it may still lead to what’s wanted: “So that nobody has to wait, we ask parents to”
  if (led === undefined && FORBIDS.test(leadIn) && !isWholeOrder(clause.text)) return rule('not-tolerated');
  // “Parents should …”, whatever else it says after that
  const order = orderIn(text.replace(LABEL, ''));
  const isForbidden = order?.not ?? (BEGINS_WITH_NOT.test(text) || (own === 'not-tolerated' && !isOrder));
  if (led === 'expected' || EXPECTS.test(leadIn) || WELCOMES.test(leadIn) || order !== undefined)
    return rule(isForbidden && !AVOIDS.test(text) ? 'not-tolerated' : 'expected');
  if (meaningOfSentence(clause.heading, true) === 'not-tolerated') return rule('not-tolerated');
  // “If you’re worried about something: make a note of it”
  if (ONLY_IF.test(leadIn) && beginsWithVerb(text)) return rule('expected');
  return rule(own, own !== undefined);
}

/** “We welcome parents who” */
const WELCOMES =
  /\b(?:welcome|value|appreciate|thank)s? (?:all |any |those |the )*(?:parents|carers|families|visitors|adults|people)(?: (?:and|or) \w+)* who$/i;

/** Whether an item is an order of its own, and not the end of what’s above it: “Please use the racks.” */
function isWholeOrder(text: string): boolean {
  const bare = bareWords(text);
  const isVerb = beginsWithVerb(bare) && /[.!]\W*$/.test(text);
  return (isVerb || /^please\b/i.test(bare)) && !BEGINS_WITH_NOT.test(bare);
}

const LEADS_TO_VERB = /\b(?:to|will|must|should|shall)[:\s–—-]*$/i;
/** “dogs must not”, where a verb would stand alone */
const SAYS_NOT_FIRST =
  /^(?:\S+ ){1,6}?(?:(?:must|should|shall|may|will|can|is|are) (?:not|never)|cannot|\w+n[’']t)\b|-free\b|\bno[- ]\w+ (?:policy|zone|site)\b/i;

/** “That all parents support the school”, as an expectation */
const THAT =
  /^that ((?:all |our |both )?(?:parents|carers|visitors|adults|families)(?:(?:,| and| or) (?:parents|carers|visitors|adults|families))*) (.+)$/i;

/** “To ensure zero tolerance of raised voices” is about raised voices. */
const NO_TOLERANCE =
  /^(?:to )?(?:ensure|have|show|apply|keep(?: to)?|maintain|promote|support|uphold|operate|respect)(?: that there is)?(?: an?| our| the)?(?: strict)? zero[- ]tolerance(?: policy)? (?:of|to|towards|for|on) (.+)$/i;

/** A lead-in that only says when parents do what its items tell them. */
const ONLY_IF =
  /^(?:[\d.]+ )?(?:if|when|before|whenever) (?:you|parents)\b(?!.*\b(?:we|will|can|may|must|should|the (?:school|headteacher))\b)/i;

/** What only an order has in it: “Accept that we can’t talk about others”, “Check if you may park”. */
const IN_ORDER = /,?\s(?:that|what|which|who|how|why|whether|if|unless)\s.*$/i;

/** A sentence without what’s only in it by the way, if it begins with its verb. */
function mainPart(sentence: string): string {
  const own = sentence.split(/(?<=[.!?])\s/)[0] ?? sentence;
  const [word = ''] = own.split(' ');
  return isKnownVerb(word.toLowerCase()) || isKnownVerb(baseOf(word.toLowerCase()))
    ? own.replace(IN_ORDER, '')
    : own;
}

/** What a sentence says of what people do first: “Please park in the bays and do not block the drive” is about where to park. */
function meaningOfOrder(says: string): Meaning {
  if (SPARED.test(says)) return 'expected';
  const order = orderIn(says);
  if (order !== undefined) return order.not || BEGINS_WITH_NOT.test(order.act) ? 'not-tolerated' : 'expected';
  // “Write to the office and not to the cook”, “Please make sure that dogs aren’t left”
  const bare = says.replace(/^(?:please|kindly) /i, '');
  const isVerb = beginsWithVerb(bare) && !BEGINS_WITH_NOT.test(bare);
  if (
    isVerb &&
    (/^(?:ensure|make sure|check|remember|see|understand|accept|appreciate|recogni[sz]e|acknowledge|know)\b/i.test(
      bare,
    ) ||
      // “Use the gate, which is never locked”
      !SAYS_BAN.test(bare.replace(/, (?:which|who|where|as|because)\b.*$/i, '')))
  )
    return 'expected';
  const first = (/^please\b/i.test(says) ? says.split(/,|;| and | but /i) : says.split('; '))[0] ?? says;
  const [main = ''] = mainPart(first).split(/\s(?:because|so that|as|where|when)\s/i);
  const [, before = '', must = ''] =
    /^(.*?)\b(?:must|should|shall|(?:are|is) (?:\w+ )?(?:asked|expected|required|requested|reminded) to)\b((?:\S* \S+){1,5})/i.exec(
      main,
    ) ?? [];
  // “are asked to keep them friendly, not to name anyone” is about keeping them so.
  const [act = ''] = must.split(/(?<=\S) ?[,;]/);
  if (must !== '' && !FORBIDS.test(before + act)) return 'expected';
  if (RESPONSIBLE.test(main)) return 'expected';
  return FORBIDS.test(main) || /\b(?:prohibited|forbidden)\b/i.test(says) ? 'not-tolerated' : 'expected';
}

/** “Adults are responsible for the children they bring, who should not be on the trail” */
const RESPONSIBLE = /^[^,.;]*\b(?:is|are|remain) responsible\b/i;

/** What says so of a thing, as “use of phones isn’t allowed” does. */
const SAYS_BAN =
  /\b(?:must|should|shall|may|will|can|is|are|be|do)(?: \w+)? (?:not|never|prohibited|forbidden|unacceptable)\b|\bcannot\b|n[’']t\b|\b(?:never|prohibited|forbidden)\b/i;

/** What’s not tolerated without the reason why: “do not feed the ducks, so that they stay well” */
function withoutReason({ says, means }: { says: string; means: Meaning | undefined }): string {
  const isDont = BEGINS_WITH_NOT.test(says) || orderIn(says)?.not === true;
  if (
    means !== 'not-tolerated' ||
    /\b(?:cannot|unable)\b|n[’']t\b[^,]*$|\bblock/i.test(says.replace(BEGINS_WITH_NOT, ''))
  )
    return says;
  return says.replace(isDont ? REASON : REASON_AFTER_COMMA, '');
}
const REASON_AFTER_COMMA = /(?<!\b(?:which|that|who)), (?:so that|because|in order (?:to|that)) .*$/i;
const REASON = /(?<!\b(?:which|that|who)),? (?:so that|because|in order (?:to|that)) .*$/i;

/** What’s said of somebody in a sentence before it. */
const OF_THEM = /^(?:they|he|she|he or she|she or he)\b/i;

/** Whether “they” after some sentences are others than parents: the last one that isn’t about “them” says. */
function areOthers(sentences: readonly string[]): boolean {
  const last = sentences.findLast((sentence) => !OF_THEM.test(sentence)) ?? '';
  return subjectOf(last) !== 'parents' && !(doerOf(last) === 'parents' && ASKS_PARENTS.test(last));
}
const ASKS_PARENTS = /\b(?:parents|carers|visitors|families|adults|everyone|anyone|you)\b/i;

/** Whether a sentence is short and goes on from the one before: “You may use the hall. Please ring first.” */
function isAside(sentence: string): boolean {
  return /^please\b/i.test(sentence) && sentence.split(' ').length <= ASIDE_WORDS;
}
const ASIDE_WORDS = 4;

/** What only names the sentence after it, or says which step it is. */
const STEP = /^\W*(?:stage|step|phase|level) (?:\d+|[a-z]|one|two|three|four|five|six|[ivx]+)\s*[:.–—-]\s*/i;

/** “Step 2: Formal warning” */
const STEP_HEADING =
  /^\W*(?:\d+[.)]? )?(?:stage|step|phase) (?:\d+|[a-z]|one|two|three|four|five|six|[ivx]+)\b/i;

function withoutLabel(text: string): string {
  return text.replace(STEP, '').replace(LABEL, '');
}

/** What children are to do themselves, and nobody for them. */
const PUPILS_DUTY =
  /^(?:(?:all|our|the|every|each|many|most|some|few|of) )*(?:pupils?|students?|learners?|child(?:ren)?)\b(?: \w+){0,3} (?:(?:are|is) (?:expected|asked|required|taught|encouraged) to (?!be (?:\w+ly )?(?:collected|accompanied|brought|supervised))|agrees? to|will (?!be\b)|(?:can|cannot|can[’']t|may) (?!(?:not |only )?be\b)|(?:are|is) responsible)/i;

/** What somebody else says: “Schools should act reasonably.” */
const QUOTES = /^[“"][^”"]{40,}/;

/** “The table below shows what isn’t acceptable” */
const INTRODUCES =
  /^(?:the |this |these |our |some )?(?:(?:following|next) )?(?:tables?|lists?|charts?|grids?|diagrams?|flow ?charts?|examples?|sections?|paragraphs?|appendix)\b(?: \w+){0,3} (?:gives?|shows?|sets? out|lists?|describes?|explains?|contains?|summari[sz]es?|outlines?|provides?)\b/i;

/** A motto: “Together we will keep our pond clean” */
const TOGETHER = /^(?:working )?together,? (?:we|home and school|school and home)\b/i;

/** “Please ring if you’d like to help” */
const INVITES =
  /\bif you (?:would|[’']d) like to (?:be|become|do|find|get|help|join|know|take part|volunteer)\b/i;

/** “It gives them what they will need” says what’s to be only in passing. */
const IN_PASSING =
  /\b(?:what|whatever|how|which|when|where) (?:they|we|you|it|he|she|people|children|pupils) (?:will|must|should|shall|may|can)\b/gi;

/** “Q. Who will collect my child?” */
const ASKS_SELF = /^Q[.:)] ./;

/** “Nothing in Part C affects urgent messages” */
const NOTHING = /^(?:[A-Z]?\d[\d.]* )?nothing (?:in|here|above|said)\b/i;

/** “A note in the diary (children are expected to show it)” */
const IN_BRACKETS = /\s*\([^)]*\)/g;

/** Whether a sentence says by itself what a person must or mustn’t do. */
function isOwnRule(sentence: string): boolean {
  return (
    RULE.test(sentence.replaceAll(IN_BRACKETS, '').replaceAll(IN_PASSING, '')) &&
    sentence.includes(' ') &&
    !QUOTES.test(sentence) &&
    !NOTHING.test(sentence) &&
    !ASKS_SELF.test(sentence) &&
    !INTRODUCES.test(sentence) &&
    !TOGETHER.test(sentence) &&
    !INVITES.test(sentence) &&
    !tellsOfSome(sentence) &&
    !isMixed(sentence) &&
    !isOfSomebodyElse(sentence) &&
    !refersBack(sentence) &&
    !isConditional(sentence) &&
    !isTheirs(sentence)
  );
}

/** “Do not name anyone, leave the group if you’re unhappy and tell us”, where it isn’t sure how far the “not” goes. */
function isMixed(sentence: string): boolean {
  const order = orderIn(sentence);
  const act = order?.not === true ? `not ${order.act}` : (order?.act ?? sentence);
  if (!BEGINS_WITH_NOT.test(act)) return false;
  const parts = act.split(/, (?:and (?:then )?)?/).slice(1);
  return parts.some(beginsWithVerb) && !parts.some((part) => /(?:^|\s)(?:or|nor) /.test(part));
}

/** What somebody or something that no parent is must do: “Chaperones must wait at the door.” */
const MUST_DO =
  /^(\S[^,.;:]{1,60}?) (?:must|should|shall|will|may not|(?:is|are) (?:not |never )?(?:expected|required|asked|allowed|permitted) to) (?:(?:not|never|always|also|only) )*(?!(?:be|have|not|never|always|also|only)\b)\w/i;

/** What only does what its owner lets it do. */
const HANDLED_THING = /\b(?:vehicles?|cars?|dogs?|pets?|animals?|bikes?|scooters?)$/i;

function isOfSomebodyElse(sentence: string): boolean {
  const main = mainOf(withoutLabel(sentence));
  const [, subject = ''] = MUST_DO.exec(main) ?? [];
  const first = (subject.split(' ')[0] ?? '').toLowerCase();
  if (
    subject === '' ||
    isKnownVerb(first) ||
    /^(?:please|kindly|we|it|there|no|that)$/.test(first) ||
    HANDLED_THING.test(subject)
  )
    return false;
  return !/^(?:parents|pupils)$/.test(namedIn(subject) ?? '') && orderIn(main) === undefined;
}

/** Whether a sentence only tells of some people: “To help, many of you will belong to a group.” */
function tellsOfSome(sentence: string): boolean {
  return /^(?:so |(?:sadly|unfortunately|regrettably|occasionally),? )?(?:many|most|some|several|few|a few|a (?:large |small )?(?:number|proportion|minority|majority)|the (?:vast )?majority)\b/i.test(
    mainOf(sentence),
  );
}

/** Whether a clause or what’s above it speaks of what others than parents do. */
function isOthers(
  { text, leadIn }: NewClause,
  isItem: boolean,
  says: string,
  { doer, means }: Above,
): boolean {
  const lead = leadWords(leadIn ?? '');
  const isForbidden =
    means === 'not-tolerated' || SUFFERED.test(lead) || meaningOfSentence(lead, false) === 'not-tolerated';
  if (ofOthers(doer)) return !namesParents(says.replace(LABEL, ''));
  // “Any behaviour which may be a danger” among what isn’t tolerated is nobody’s else.
  if (isItem && isForbidden && subjectOf(bareWords(text)) === undefined) return false;
  if (isItem) return isTheirs(bareWords(text).replace(/^to (?=(?:ensure|make sure|see)\b)/i, ''));
  return sentencesOf(text).some(isTheirs);
}

function isTheirs(sentence: string): boolean {
  const own = withoutLabel(sentence);
  const [, name = ''] = /^([^:.]{3,40}): (?=[a-z])/.exec(own) ?? [];
  const [, verb = ''] = OTHERS_DO.exec(own) ?? [];
  return PUPILS_DUTY.test(own) || isKnownVerb(verb) || doerOf(own) === 'school' || namedIn(name) === 'school';
}

/** “School staff follow their own code” */
const OTHERS_DO =
  /^(?:(?:all|our|the|school|academy|teaching|support|office|members of) )*(?:staff|teachers|governors|trustees|pupils|students|children) ([a-z]+)\b/i;

/** Whether a sentence names staff or pupils as those who do it. */
function isOthersOwn(sentence: string): boolean {
  return ofOthers(subjectOf(withoutLabel(sentence)));
}

/** “The school expects visitors to …” */
const IS_EXPECTED =
  /^(?:we|(?:the |our )?(?:\p{Lu}[\p{L}’']* )*(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|pre-?schools?|college|federation|trust|trustees|governors|governing (?:body|board)|board|headteacher|principal|staff))(?: (?:also|do|would))* expects?\b/iu;

/** Whether a sentence says what the school expects of parents, so that it’s a rule whatever its heading. */
function isExpected(says: string): boolean {
  return (
    IS_EXPECTED.test(says) &&
    /\b(?:parents|carers|visitors|adults|families|everyone|everybody|community)\b/i.test(says) &&
    doerOf(says) === 'parents'
  );
}

/** What’s done with a Code, and says nothing about anything else. */
const KEEPS_TO_IT =
  /^(?:(?:(?:do )?not )?(?:reply|respond)|read|keep|follow|abide|adhere|comply|observe|sign|support|respect|uphold|agree)\b/i;

/** Whether a sentence tells parents to do something else than to keep to the Code that it names. */
function isOrderTo(says: string): boolean {
  const [, asked] = /^please (.+)$/i.exec(says) ?? [];
  const act = orderIn(withoutLabel(says))?.act ?? asked;
  return act !== undefined && !KEEPS_TO_IT.test(act);
}

/** What leads to what’s only to be known: “Please understand:” */
const INFORMS = /\b(?:understand|note|remember|be aware|bear in mind)(?: that)?$/i;

/** What’s said before a rule that only holds then: “… where a parent has been banned. Parents will need to” */
const HOLDS_THEN =
  /\b(?:where|if|when|once) (?:an?|the|any) (?:parent|carer|person|adult|visitor)(?: or \w+)? (?:has been|is|was) (?:banned|barred|excluded|refused)\b|\bin (?:the above|these|those|such) circumstances\b/i;

/** “Swimming – Mrs Reed” */
const NAMES_PERSON =
  /^[^,.;]{2,60} (?:[–—-]|\() ?(?:Mrs?|Miss|Ms|Mx|Dr|Revd?|Fr|Sr|Sister|Father)\.? \p{Lu}/u;

/** “Vice Principal / Head of Key Stage”, “Board of Governors (in writing)” */
const NAMES_ROLE =
  /^(?:(?:the|your|our|a|any) )?(?:child[’']s )?(?:(?:class|key|phase|year|form|vice|deputy|assistant|executive|acting|school|local|senior) )*(?:teachers?|tutor|workers?|persons?|leaders?|head(?: ?teacher)?(?: of [\w ]{2,30})?|principal|chair(?:person|man)?(?: of [\w ]{2,30})?|board(?: of [\w ]{2,30})?|governors?|trustees|clerk|manager|office|senco|sendco|council|local authority|education authority|ombudsman|ofsted)(?: ?(?:\/|or|and|,|–|-) ?[\w ]{2,40})?(?: \([^)]*\))?$/i;

/** “A complaint may be regarded as unreasonable when” says what the school does with it. */
const OF_COMPLAINTS =
  /^(?:an?|any|the|some|such|your|these)? ?complaints? (?:may|will|can|could|might|are|is) (?:\w+ )?(?:be )?(?:\w+ )?(?:regarded|treated|considered|seen|viewed|classed|deemed)\b/i;

const SAYS_NO_RULE = 'not surely a rule for parents';

function reasonAgainst(
  { kind, clause }: Exclude<NewBlock, { kind: 'heading' }>,
  above: Above,
  { isRule, says }: Says,
  headings: string,
  notRules: readonly string[],
  isLead: boolean,
): string | undefined {
  const text = bareWords(clause.text);
  const isItem = kind === 'item';
  if (kind === 'row') return 'in a table';
  if (FORM.test(text)) return 'part of a form or a letter';
  if (kind === 'item' && (NAMES_PERSON.test(text) || NAMES_ROLE.test(text)))
    return 'names somebody to turn to';
  if (OF_COMPLAINTS.test(leadWords(clause.leadIn ?? above.says ?? ''))) return SAYS_NO_RULE;
  if (isItem && INFORMS.test(leadWords(clause.leadIn ?? '')) && doerOf(text) !== 'parents')
    return SAYS_NO_RULE;
  if (STEP.test(text) || STEP_HEADING.test(clause.heading)) return 'a step of a procedure';
  if ((leadsOn(text) || isUnfinished(text)) && !isLead) return 'introduces what follows';
  // “We expect parents to:” says so itself, whatever heading it’s under.
  const isAsked = (clause.leadIn ?? above.says) !== undefined && above.doer === 'parents';
  const isPlain = kind === 'paragraph' && isRule && isExpected(says);
  if (!isAsked && !isPlain && isUnderNotRules(headings, notRules))
    return 'its heading isn’t one of rules for parents';
  const isBelowTheirs = ofOthers(above.doer);
  if ((isItem || !isRule || isBelowTheirs) && isOthers(clause, isItem, says, above))
    return isBelowTheirs || sentencesOf(text).every((each) => isTheirs(each) && isOthersOwn(each))
      ? 'about what others do, not parents'
      : SAYS_NO_RULE;
  if (!isAsked && LEGAL.test(withoutRemarks(text))) return 'about the law';
  if (isConditional(withoutLabel(says)) || /^what if\b/i.test(bareWords(clause.heading)))
    return 'only about some parents, or about what happens then';
  if (IS_OF_ITSELF.test(text)) return 'about the document itself';
  if (kind === 'paragraph' && HOLDS_THEN.test(text.slice(0, Math.max(text.indexOf(says), 0))))
    return 'only about some parents, or about what happens then';
  if (kind === 'paragraph' && ABOUT_ITSELF.test(isRule ? says : text) && !(isRule && isOrderTo(says)))
    return 'about the document itself';
  const isOrder =
    isRule &&
    !isItem &&
    (orderIn(withoutLabel(says)) !== undefined || /^(?:please|do not|never)\b/i.test(says));
  if ((isOrder ? says : text).split(' ').length > MOST_WORDS) return 'too long to be one rule';
  return isRule ? undefined : SAYS_NO_RULE;
}

/** The outermost item that an item is inside of, but for one that only leads to it, such as “Parents must:”. */
function outerItem(
  blocks: readonly NewBlock[],
  index: number,
  general: readonly string[],
): NewClause | undefined {
  let outer: NewClause | undefined;
  let level = levelAt(blocks, index);
  for (let at = index - 1; level > 1; at -= 1) {
    const above = blocks[at];
    if (above?.kind !== 'item') break;
    if (above.level >= level) continue;
    level = above.level;
    if (!isBareLead(above.clause, general)) outer = above.clause;
  }
  return outer;
}

function levelAt(blocks: readonly NewBlock[], index: number): number {
  const block = blocks[index];
  return block?.kind === 'item' ? block.level : 0;
}

function isBareLead({ text }: NewClause, general: readonly string[]): boolean {
  return isUnfinished(text) || (leadsOn(text) && tellingWords(text, general).length === 0);
}

function isOuter(blocks: readonly NewBlock[], index: number): boolean {
  const [block, next] = [blocks[index], blocks[index + 1]];
  return block?.kind === 'item' && next?.kind === 'item' && next.level > block.level;
}

/** What a rule and its points say, without what else is in its clause. */
export function wordingOf({ clause, cites, says }: Rule): string[] {
  return [says, ...cites.filter((cited) => cited !== clause).map(({ text }) => text)];
}

/** Words that don’t say what a clause is about. */
const COMMON = new Set(
  'about above after again therefore otherwise especially particularly setting following against all also always and any anyone are around another ask asked because been before being below between both but can child children could does doing down during each either else elses everyone except expect expects expected families family few for from further have having her here him his how into its just later least like made make making may members member more most must never not off once one only other others our out over own parent parents carer carers visitor visitors adult adults people please pupil pupils should some somebody someone staff such than that the their them then there these they this those through too under until use used uses using very was way were what when where which while who whom why will with without would you your school schools grounds premises site times time things'.split(
    ' ',
  ),
);

/** A clause’s telling words, each once, in order. */
export function tellingWords(text: string, general: readonly string[]): string[] {
  const found = plain(bareWords(text)).match(/[a-z][a-z']{2,}/g) ?? [];
  return [...new Set(found.map((word) => word.replace(/'s$/, '')))].filter(
    (word) => !COMMON.has(word.replaceAll("'", '')) && !general.some((cue) => hasCue(` ${word} `, cue)),
  );
}
