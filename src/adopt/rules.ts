import { type Act, actsOf, bareWords, LABEL, orderIn } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
import { doerOf, isForSchool, namesOnlyParents, refersBack } from './doer.ts';
import { sentencesOf, tickOf } from './markers.ts';
import { hasCue, plain } from './matchTopics.ts';
import type { Meaning, NewBlock, NewClause, NewDocument } from './structure.ts';

/** A clause that says what a person must or mustn’t do, and that no other situation is about. */
export interface Rule {
  /** The clause; if it’s followed by points of its own, these count with it. */
  clause: NewClause;
  /** The clauses to cite: its own, or those of its points. */
  cites: NewClause[];
  /** Whether it says what’s wanted or what isn’t; undefined if it doesn’t say. */
  means: Meaning | undefined;
  /** The sentence that says so, without its number or mark. */
  says: string;
  /** What it says to do or not to do. */
  acts: Act[];
}

/** A clause that no situation is made for, and why. */
export interface LeftOut {
  clause: NewClause;
  why: string;
}

/** What a list is of, and whether its marks, its heading or a person says so. */
export type MeaningOfList = (anchor: string) => { means: Meaning | 'neither'; said: boolean } | undefined;

/** A rule is short; what’s longer explains one. */
const MOST_WORDS = 45;

const FORBIDS =
  /\b(?:not|cannot|never|no|unable to tolerate|don[’']t|avoid|refrain|unaccept\w*|inappropriate behaviour|intoler\w*|prohibit\w*|forbid\w*|forbidden|unreasonable|\w+-free)\b|n[’']t\b/i;
const EXPECTS =
  /\bexpect|\bwill\b|\bshould\b|\bmust\b|\bask(?:ed|s)?\b|\bplease\b|responsib|\bcommit|\bagree/i;
const RULE =
  /\b(?:must|should|will|shall|may not|cannot|are (?:asked|expected|required|requested|reminded (?:not )?to)|(?:is|are) (?:not |strictly |never )*(?:allowed|permitted|accepted|acceptable|prohibited|forbidden|unacceptable))\b|\b(?:we|schools?|academy|trust|governors|staff) (?:kindly |politely |also |respectfully |do |would )*(?:ask|expect|require|request)s?\b|\bresponsibility of (?:all )?(?:parents|carers|visitors|adults|families)\b|\bno[- ]\w+ (?:policy|zone|site)\b|\b\w+[- ]free (?:site|zone|school|premises)\b|^(?:please|do not|don[’']t|never|no)\b/i;
const FORM =
  /_{3,}|\.{6,}|\bsigned\b|\bsignature\b|\bprint name\b|^dear\b|\bI have read\b|\byours (?:sincerely|faithfully)\b/i;
const LEGAL = /\bAct (?:\d{4}|of)\b|\bsection \d|\blegislation\b|\bstatutory\b|\blaws?\b|\boffence\b/i;
const ABOUT_ITSELF =
  /\b(?:this|the|our) (?:code|policy|document|agreement)\b|\b(?:adopted|ratified|reviewed) (?:on|by|in)\b/i;

/**
 * Finds the rules among the clauses that no situation is about, those on what isn’t tolerated first.
 *
 * @param isCovered whether a situation is about a clause
 * @param silent anchors of clauses that aren’t rules by what they’re part of
 * @returns the first few rules, and every other such clause with the reason why there’s no situation for it
 */
export function rulesIn(
  documents: readonly NewDocument[],
  isCovered: (anchor: string) => boolean,
  meaningOf: MeaningOfList,
  silent: ReadonlySet<string>,
  { most, general, notRules }: AlsoSays,
): { rules: Rule[]; leftOut: LeftOut[] } {
  const found: Rule[] = [];
  const leftOut: LeftOut[] = [];
  for (const { title, blocks } of documents)
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'heading' || isCovered(block.clause.anchor)) continue;
      const { clause } = block;
      const leave = (why: string): void => void leftOut.push({ clause, why });
      const outer = outerItem(blocks, index);
      if (outer !== undefined) {
        if (isCovered(outer.anchor)) leave('a point of a clause that a situation is about');
        else if (doerOf(bareWords(clause.text)) !== 'school')
          found.find((rule) => rule.clause === outer)?.cites.push(clause);
        // The points of what isn’t a rule aren’t either.
        if (!isCovered(outer.anchor) && !found.some((rule) => rule.clause === outer))
          leave('a point of a clause that has no situation');
        continue;
      }
      const said = whatItSays(clause, meaningOf);
      const isLead = isOuter(blocks, index);
      const why =
        reasonAgainst(
          block,
          said.isRule,
          `${clause.heading} ${title === documents[0]?.title ? '' : title}`,
          notRules,
          isLead,
        ) ?? (silent.has(clause.anchor) && !isLead ? 'part of a letter, a form or references' : undefined);
      if (why !== undefined) {
        leave(why);
        continue;
      }
      if (tellingWords(said.says, general).length === 0) {
        leave('too general for a situation of its own');
        continue;
      }
      found.push({
        clause,
        cites: isLead ? [] : [clause],
        means: said.means,
        says: said.says,
        acts: actsOf({ ...clause, text: said.says }, said.means),
      });
    }
  const order = (rule: Rule): number =>
    rule.means === 'not-tolerated' ? 0 : rule.means === undefined ? 1 : 2;
  const rules = found.filter(({ cites }) => cites.length > 0).sort((a, b) => order(a) - order(b));
  return {
    rules: rules.slice(0, most),
    leftOut: [
      ...leftOut,
      ...rules.slice(most).map(({ clause }) => ({ clause, why: `more than ${most} would be too many` })),
    ],
  };
}

function whatItSays(
  clause: NewClause,
  meaningOf: MeaningOfList,
): { isRule: boolean; means: Meaning | undefined; says: string } {
  const text = bareWords(clause.text);
  const says = clause.list === undefined ? sentencesOf(text).map(bareWords).find(isOwnRule) : text;
  if (says === undefined) return { isRule: false, means: undefined, says: text };
  const own: Meaning | undefined = RULE.test(says)
    ? FORBIDS.test(says) || /\b(?:prohibited|forbidden)\b/i.test(says)
      ? 'not-tolerated'
      : 'expected'
    : undefined;
  if (clause.list === undefined) return { isRule: true, means: own, says };
  const rule = (means: Meaning | undefined, isRule = true) => ({ isRule, means, says });
  const tick = tickOf([...clause.text][0] ?? '');
  if (tick !== undefined) return rule(tick);
  if (clause.leadIn === undefined) {
    const list = meaningOf(clause.list);
    if (list?.means === 'neither') return rule(undefined, false);
    return rule(list?.said === true ? list.means : own);
  }
  if (FORBIDS.test(clause.leadIn)) return rule('not-tolerated');
  // “Parents should …”, whatever else it says after that
  const order = orderIn(text.replace(LABEL, ''));
  const isForbidden = order === undefined ? FORBIDS.test(text) : order.not;
  if (EXPECTS.test(clause.leadIn) || order !== undefined)
    return rule(isForbidden ? 'not-tolerated' : 'expected');
  if (FORBIDS.test(clause.heading)) return rule('not-tolerated');
  return rule(own, own !== undefined);
}

/** Whether a sentence says by itself what a person must or mustn’t do. */
function isOwnRule(sentence: string): boolean {
  return RULE.test(sentence) && !refersBack(sentence) && doerOf(sentence) !== 'school';
}

/** Whether it’s the school that a clause or what’s above it speaks of. */
function isSchools({ text, leadIn, heading }: NewClause, isItem: boolean): boolean {
  if (!isItem) return sentencesOf(text).some((sentence) => doerOf(sentence) === 'school');
  if (doerOf(bareWords(text)) === 'school') return true;
  // “We will:” may be the parents.
  const isTheirs = /^(?:i|we)\b/i.test(leadIn ?? '') && namesOnlyParents(heading);
  return !isTheirs && doerOf(bareWords(leadIn ?? heading)) === 'school';
}

function reasonAgainst(
  { kind, clause }: Exclude<NewBlock, { kind: 'heading' }>,
  isRule: boolean,
  headings: string,
  notRules: readonly string[],
  isLead: boolean,
): string | undefined {
  const text = bareWords(clause.text);
  if (kind === 'row') return 'in a table';
  if (FORM.test(text)) return 'part of a form or a letter';
  if (LEGAL.test(text)) return 'about the law';
  if (text.endsWith(':') && !isLead) return 'introduces what follows';
  // “We expect parents to:” says so itself, whatever heading it’s under.
  const isAsked = clause.leadIn !== undefined && doerOf(bareWords(clause.leadIn)) === 'parents';
  if (isForSchool(clause.heading)) return 'about what the school does';
  if (!isAsked && notRules.some((cue) => hasCue(` ${plain(headings)} `, cue)))
    return 'its heading isn’t one of rules for parents';
  if ((kind === 'item' || !isRule) && isSchools(clause, kind === 'item')) return 'about what the school does';
  if (kind === 'paragraph' && ABOUT_ITSELF.test(text)) return 'about the document itself';
  if (text.split(' ').length > MOST_WORDS) return 'too long to be one rule';
  return isRule ? undefined : 'doesn’t say what a person must or mustn’t do';
}

/** The outermost item that an item is inside of. */
function outerItem(blocks: readonly NewBlock[], index: number): NewClause | undefined {
  const block = blocks[index];
  if (block?.kind !== 'item' || block.level === 1) return undefined;
  for (let at = index - 1; at >= 0; at -= 1) {
    const above = blocks[at];
    if (above?.kind === 'item' && above.level === 1) return above.clause;
  }
  return undefined;
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
  'about above after again therefore otherwise especially particularly setting following against all also always and any anyone are around ask asked because been before being below between both but can child children could does doing down during each either else elses everyone except expected families family few for from further have having her here him his how into its just later least like made make making may members member more most must never not off once one only other others our out over own parent parents carer carers visitor visitors adult adults people please pupil pupils should some somebody someone staff such than that the their them then there these they this those through too under until use used uses using very was way were what when where which while who whom why will with without would you your school schools grounds premises site times time things'.split(
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
