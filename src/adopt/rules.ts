import { type Act, actsOf, bareWords, PERSON } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
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
  /** What it says to do or not to do. */
  acts: Act[];
}

/** A clause that no situation is made for, and why. */
export interface LeftOut {
  clause: NewClause;
  why: string;
}

/** What a list is of, and whether its marks, its heading or a person says so. */
export type MeaningOfList = (anchor: string) => { means: Meaning; said: boolean } | undefined;

/** A rule is short; what’s longer explains one. */
const MOST_WORDS = 45;

const FORBIDS =
  /\b(?:not|never|no|don[’']t|avoid|refrain|unaccept\w*|inappropriate behaviour|intoler\w*|prohibit\w*|forbid\w*|forbidden|unreasonable)\b|n[’']t\b/i;
const EXPECTS =
  /\bexpect|\bwill\b|\bshould\b|\bmust\b|\bask(?:ed|s)?\b|\bplease\b|responsib|\bcommit|\bagree/i;
const RULE =
  /\b(?:must|should|will|shall|may not|cannot|are (?:asked|expected|required|requested|reminded)|(?:is|are) (?:not |strictly )?(?:allowed|permitted|prohibited|forbidden))\b|^(?:please|do not|don[’']t|never|no)\b/i;
const BY_SCHOOL =
  /^(?:the |our |all )?(?:school|staff|governors?|trustees|trust|headteacher|head teacher|head|teachers?|we|senior leaders?)\b.*\b(?:will|may|can|must|should|reserves?|has|have|is|are)\b/i;
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
        else found.find((rule) => rule.clause === outer)?.cites.push(clause);
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
          `${clause.heading} ${title} ${forbids(clause.leadIn) ? '' : (clause.leadIn ?? '')}`,
          notRules,
          isLead,
        ) ?? (silent.has(clause.anchor) && !isLead ? 'part of a letter, a form or references' : undefined);
      if (why !== undefined) {
        leave(why);
        continue;
      }
      if (tellingWords(clause.text, general).length === 0) {
        leave('too general for a situation of its own');
        continue;
      }
      found.push({
        clause,
        cites: isLead ? [] : [clause],
        means: said.means,
        acts: actsOf(clause, said.means),
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
): { isRule: boolean; means: Meaning | undefined } {
  const text = bareWords(clause.text);
  const own: Meaning | undefined = RULE.test(text)
    ? FORBIDS.test(text) || /\b(?:prohibited|forbidden)\b/i.test(text)
      ? 'not-tolerated'
      : 'expected'
    : undefined;
  if (clause.list === undefined) return { isRule: own !== undefined && !PERSON.not.test(text), means: own };
  if (clause.leadIn === undefined) {
    const list = meaningOf(clause.list);
    if (list?.said === true) return { isRule: true, means: list.means };
    return { isRule: true, means: own };
  }
  if (FORBIDS.test(clause.leadIn)) return { isRule: true, means: 'not-tolerated' };
  if (EXPECTS.test(clause.leadIn))
    return { isRule: true, means: FORBIDS.test(text) ? 'not-tolerated' : 'expected' };
  if (FORBIDS.test(clause.heading)) return { isRule: true, means: 'not-tolerated' };
  return { isRule: own !== undefined, means: own };
}

function reasonAgainst(
  { kind, clause }: Exclude<NewBlock, { kind: 'heading' }>,
  isRule: boolean,
  above: string,
  notRules: readonly string[],
  isLead: boolean,
): string | undefined {
  const text = bareWords(clause.text);
  if (kind === 'row') return 'in a table';
  if (FORM.test(text)) return 'part of a form or a letter';
  if (LEGAL.test(text)) return 'about the law';
  if (text.endsWith(':') && !isLead) return 'introduces what follows';
  if (notRules.some((cue) => hasCue(` ${plain(above)} `, cue)))
    return 'its heading isn’t one of rules for parents';
  if (BY_SCHOOL.test(text)) return 'about what the school does';
  if (kind === 'paragraph' && ABOUT_ITSELF.test(text)) return 'about the document itself';
  if (text.split(' ').length > MOST_WORDS) return 'too long to be one rule';
  return isRule ? undefined : 'doesn’t say what a person must or mustn’t do';
}

/** “We will not tolerate:” isn’t about what the school does. */
function forbids(leadIn: string | undefined): boolean {
  return leadIn !== undefined && FORBIDS.test(leadIn);
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

/** Words that don’t say what a clause is about. */
const COMMON = new Set(
  'about above after again against all also always and any anyone are around ask asked because been before being below between both but can child children could does doing down during each either else elses everyone except expected families family few for from further have having her here him his how into its just later least like made make making may members member more most must never not off once one only other others our out over own parent parents carer carers visitor visitors adult adults people please pupil pupils should some somebody someone staff such than that the their them then there these they this those through too under until use used uses using very was way were what when where which while who whom why will with without would you your school schools grounds premises site times time things'.split(
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
