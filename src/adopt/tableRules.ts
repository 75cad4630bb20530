import { uncapitalised } from '../shared/capitalised.ts';
import { type Above, meaningOf } from './above.ts';
import { bareWords, leadsOn, leadWords } from './acts.ts';
import { doerOfHeading, doerOfLeadIn, ofOthers } from './doer.ts';
import { sentencesOf, withoutMarker } from './markers.ts';
import type { NewBlock, NewDocument } from './structure.ts';
import { beginsWithVerb } from './verbs.ts';

type TableRow = Extract<NewBlock, { kind: 'row' }>;

/** A row of a table that names what’s wanted of parents or what isn’t, as an item of a list does. */
export interface TableRule {
  above: Above;
  /** The words of the cell that names it, its parts (paragraphs, and what semicolons divide), and what’s not to be done. */
  texts: string[];
}

/** The name of a column that says what people do. */
const NAMES_ACTS =
  /\b(?:examples?|behaviou?rs?|conduct|expectations?|rules?|what (?:it|this|that) (?:\w+ )?(?:looks?|sounds?|means?|includes?))\b/i;
/** The name of a column with examples of what’s named in another. */
const EXAMPLES = /^(?:(?:some |for )?examples?|e\.?g\.?)\b/i;
/** The name of one that says what parents do. */
const NAMES_PARENTS_ACTS =
  /\b(?:what (?:it|this|that) (?:\w+ )?(?:looks?|sounds?|means?)|expectations?|responsibilit(?:y|ies))\b.* (?:for|from|of) (?:all |our )?(?:parents?|carers?|famil(?:y|ies)|visitors?|you)\b/i;
/** The name of one that says what parents do, and nothing else. */
const NAMES_PARENTS_SIDE =
  /^(?:at home|home|(?:as )?(?:the |your |our )?(?:parents?|carers?|famil(?:y|ies)|home|you)(?:(?:,| ?\/| ?&| and| or) ?(?:parents?|carers?|famil(?:y|ies)))*,?(?: (?:we|you|i))? (?:will|must|should|can help by|agree to)|we (?:ask|expect) (?:all )?(?:our )?(?:parents?|famil(?:y|ies)|carers?|you)(?: and \w+)?(?: to)?|what (?:we (?:ask|expect|need) (?:of|from) )(?:you|parents?|famil(?:y|ies)|carers?)(?: and \w+)?|what (?:you|parents?|famil(?:y|ies)|carers?)(?: and \w+)? (?:will|must|should|need to) do|your part|how (?:you|parents|families) can help)\W*$/i;
/** The name of one that says what others do. */
const NAMES_OTHERS_ACTS =
  /\b(?:for|from|of|by) (?:all |our |the )*(?:staff|schools?|teachers?|governors?|pupils?|students?|child(?:ren)?)\b/i;
/** The name of a column that says what the people named in another column do. */
const NAMES_DUTIES = /\b(?:roles?|responsibilit(?:y|ies)|duties|duty|expectations?)\b/i;
/** Parents alone, as the first cell of a row may name them. */
const NAMES_PARENTS =
  /^(?:all |our )?(?:parents?|carers?|guardians?|families|visitors?)(?:(?:,| ?\/| ?&| and| or) ?(?:parents?|carers?|guardians?|families|visitors?))*$/i;
/** The name of one that says what’s done about it. */
const NAMES_RESPONSE =
  /\b(?:respon[sd]\w*|consequences?|outcomes?|sanctions?|steps?|stages?|happens?|procedures?|actions?|rewards?|support)\b/i;
/** Behaviour that no heading names as what’s wanted. */
const AGGRESSION =
  /^(?:(?:types?|forms?|kinds?|levels?|some|examples?) (?:of )?)*(?:aggressive|abusive|threatening|violent|intimidating|anti-?social|offensive)(?:,? (?:(?:and|or) )?\w+)? (?:behaviou?rs?|conduct|language)$/i;
/** Headings and sentences of what’s done about something that isn’t wanted. */
const IS_UNWANTED =
  /\b(?:unacceptable|inappropriate|poor|aggressive|abusive|threatening|anti-?social) (?:behaviou?rs?|conduct)\b|\b(?:breach(?:es|ed|ing)?|break(?:s|ing)? (?:this|the|our) (?:code|rules)|broken|(?:not|n[’']t) (?:be(?:ing)? )?(?:followed|kept|met|adhered))\b/i;
/** Part of a cell that only names a cell above. */
const REPEATS = /[;,.]?\s*(?:a |any )?repeat(?:ed|s)? (?:of )?(?:a )?(?:level|stage|step|type) \S+$/i;
/** What says that a sentence after a table is about its rows. */
const IS_OF_ROWS = /\b(?:these|those|such|above|(?:listed|given|shown|set out) (?:here|in the table))\b/i;

/** Whose the rows below a sentence or a heading are, if it says so. */
function doerBelow(text: string, isHeading: boolean): Above['doer'] {
  return isHeading ? doerOfHeading(leadWords(text)) : doerOfLeadIn(leadWords(text), '', undefined);
}

/** Whether a sentence or a heading says that the rows below it are others’. */
const isOthers = (text: string, isHeading: boolean): boolean => ofOthers(doerBelow(text, isHeading));

/** What a sentence or a heading says of the rows below it; nothing if they aren’t parents’, or it doesn’t say. */
function said(text: string, isHeading: boolean): Above | undefined {
  const says = leadWords(text);
  const means = isHeading && AGGRESSION.test(says) ? 'not-tolerated' : meaningOf(says, isHeading);
  if (means === undefined || isOthers(text, isHeading)) return undefined;
  if (means === 'expected' && doerBelow(text, isHeading) !== 'parents') return undefined;
  return { doer: 'parents', means, says };
}

/**
 * The rules in a document’s tables: where the name of a column says what people do, and that, the sentence or heading above
 * the table or the sentence after it says whether it’s wanted; and what parents are to do in a table of who does what.
 *
 * @returns by the rows’ anchors
 */
export function rulesInTables({ blocks }: NewDocument): Map<string, TableRule> {
  const found = new Map<string, TableRule>();
  for (const [start, block] of blocks.entries()) {
    if (block.kind !== 'row' || !block.starts || !block.head) continue;
    const length = blocks.slice(start + 1).findIndex((next) => next.kind !== 'row' || next.starts);
    const end = length < 0 ? blocks.length : start + 1 + length;
    const rows = blocks.slice(start + 1, end).filter((row): row is TableRow => row.kind === 'row');
    const side = block.cells.findIndex((name) => NAMES_PARENTS_SIDE.test(name.trim()));
    const named = block.cells.flatMap((name, at) =>
      (NAMES_ACTS.test(name) || said(name, true) !== undefined) &&
      !NAMES_RESPONSE.test(name) &&
      (!NAMES_OTHERS_ACTS.test(name) || NAMES_PARENTS_ACTS.test(name))
        ? [at]
        : [],
    );
    // What to do if one wants something is no rule.
    const isOfCases = /^(?:if|for|about)\b/i.test(bareWords(block.cells[0] ?? ''));
    const does = block.cells.findIndex((name) => SAYS_DO.test(inLetters(name)) || means(name) === 'expected');
    const dont = block.cells.findIndex(
      (name) => SAYS_DONT.test(inLetters(name)) || means(name) === 'not-tolerated',
    );
    const isOfBoth = does >= 0 && dont >= 0;
    const [column = -1, next = -1] = isOfBoth ? [does] : isOfCases ? [] : side > 0 ? [side] : named;
    // What examples are of is a rule with them.
    const examples = next >= 0 && EXAMPLES.test(block.cells[next] ?? '') ? next : -1;
    const duties = block.cells.findIndex((name) => NAMES_DUTIES.test(name));
    const hasResponse = block.cells.some((name, at) => at !== column && NAMES_RESPONSE.test(name));
    const isOfAll = column < 0 && isOfAllCells(block.cells, blocks[start - 1]);
    const above =
      column < 0 && !isOfAll
        ? undefined
        : isOfBoth
          ? PLEASE
          : saidOfTable(blocks, start, end, block.cells[column] ?? '', hasResponse);
    for (const { clause, cells } of rows) {
      const [who = ''] = cells;
      const own: Above | undefined =
        duties > 0 && NAMES_PARENTS.test(bareWords(who)) && beginsWithVerb(cells[duties] ?? '')
          ? { doer: 'parents', means: 'expected', says: bareWords(who) }
          : undefined;
      const told =
        own !== undefined
          ? [cells[duties] ?? '']
          : isOfAll
            ? cells
            : [column, ...(examples < 0 ? [] : [examples])].map((at) => cells[at] ?? '');
      const lines = told.flatMap((cell) => cell.split('\n')).map(withoutMarker);
      const says = own ?? above;
      const text = lines.join('; ').replace(REPEATS, '');
      const bans = (cells[dont] ?? '').split('\n').filter((line) => line !== '');
      if (text !== '' && says !== undefined)
        found.set(clause.anchor, {
          above: says,
          texts: [
            ...new Set([text, ...text.split(/;\s*/).filter((part) => part !== '')]),
            ...bans.map((ban) => `Do not ${uncapitalised(ban)}`),
          ],
        });
    }
  }
  return found;
}

/** The name of a column that says what’s wanted. */
const SAYS_DO = /^(?:(?:please )?dos?|please|yes(?: please)?|always|(?:please )?try to)$/i;
/** The name of a column beside what’s wanted that says what isn’t. */
const SAYS_DONT =
  /^(?:(?:please )?(?:do not|don[’']ts?|(?:refrain|desist) from|avoid)|no(?: thanks?(?: you)?)?|never|instead of)$/i;
/** A name without its signs. */
const inLetters = (name: string): string => name.replaceAll(/[^\p{L}\s’']/gu, ' ').trim();
/** What the name of a column says of what’s in it, such as “We ask adults to …” or “We cannot accept …”. */
const means = (name: string): Above['means'] => said(name.replace(/\s*(?:…|\.{3})\W*$/, ''), true)?.means;
/** What’s in a column of what’s wanted. */
const PLEASE: Above = { doer: 'parents', means: 'expected', says: 'Please' };

/** Whether a sentence that leads to a table is about all of its cells: where else something is, its columns say. */
function isOfAllCells(names: readonly string[], before: NewBlock | undefined): boolean {
  const leadIn = leadInOf(before);
  const isOther = (name: string): boolean =>
    (NAMES_RESPONSE.test(name) && !/^actions?$/i.test(name.trim())) || NAMES_OTHERS_ACTS.test(name);
  return leadsOn(leadIn) && said(leadIn, false)?.means === 'not-tolerated' && !names.some(isOther);
}

/** The last sentence of a paragraph right above a table. */
function leadInOf(before: NewBlock | undefined): string {
  return before?.kind === 'paragraph' ? (sentencesOf(before.clause.text).at(-1) ?? '') : '';
}

/** What says what a table’s rows are: what’s nearest first. */
function saidOfTable(
  blocks: readonly NewBlock[],
  start: number,
  end: number,
  name: string,
  hasResponse: boolean,
): Above | undefined {
  const [before, after] = [blocks[start - 1], blocks[end]];
  const heading = blocks.slice(0, start).findLast(({ kind }) => kind === 'heading');
  const title = heading?.kind === 'heading' ? heading.text : '';
  const leadIn = leadInOf(before);
  const next = after?.kind === 'paragraph' ? (sentencesOf(after.clause.text)[0] ?? '') : '';
  const isLead = leadsOn(leadIn) || IS_OF_TABLE.test(leadIn);
  if (NAMES_PARENTS_SIDE.test(name.trim())) return PLEASE;
  if (isOthers(title, true) || (isLead && isOthers(leadIn, false))) return undefined;
  return (
    said(name, true) ??
    (isLead ? said(leadIn, false) : undefined) ??
    said(title, true) ??
    (hasResponse && IS_UNWANTED.test(title)
      ? { doer: 'parents', means: 'not-tolerated', says: bareWords(title) }
      : undefined) ??
    (!hasResponse && NAMES_PARENTS_ACTS.test(name)
      ? { doer: 'parents', means: 'expected', says: bareWords(name) }
      : undefined) ??
    (IS_OF_ROWS.test(next) && meaningOf(bareWords(next).replace(/\.$/, ''), false) === 'not-tolerated'
      ? said(next.replace(/\.$/, ''), false)
      : undefined)
  );
}

/** “The table below shows”, “The following are examples of” */
const IS_OF_TABLE = /\b(?:table|following|below)\b/i;
