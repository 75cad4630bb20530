import { leadsOn } from './acts.ts';
import { sentencesOf, withoutMarker } from './markers.ts';
import type { NewBlock, NewClause, NewDocument } from './structure.ts';

/** Headings of letters and forms: nothing below them says what’s expected of anybody. */
const FORM_HEADING =
  /\b(?:letters?|forms?(?! of\b)|templates?|pro ?formas?|slip|signatures?|acknowledge?ments?|declaration|model (?:letter|form|text|wording|response|email)s?)\b/i;
/** A step of a procedure may be a letter, and says when it’s sent. */
const STEP =
  /\b(?:stage|step|level|phase) (?:\d|one|two|three|four|five|[ivx]+\b)|^\W*\d[\d.]*\s*(?:stage|step)\b/i;
/** “By telephone, letter or email” */
const BY_LETTER = /\b(?:phone|telephone|e-? ?mails?|in person|online)\b/i;
const AGREEMENT = /\bagreement\b/i;

/** Headings above references to other documents, and nothing else. */
const REFERENCE_HEADING =
  /\b(?:(?:related|linked|other|associated|relevant|supporting) (?:documents?|polic(?:y|ies)|guidance)|links? (?:with|to) other|version (?:history|control)|document control|glossary)\b|^\W*[\d.]*\s*references$/i;
/** Lead-ins of lists of documents or of what a word means. */
const REFERENCE_LEAD_IN =
  /\b(?:legislation|statutory|due regard|the terms?|refers? to|defined as|(?:following|related|other|these) (?:\w+ ){0,2}(?:polic(?:y|ies)|documents|guidance))\b[^.]{0,60}:$/i;
const ASKS = /\b(?:must|will|expect\w*|ask|please|follow)\b/i;

/** A whole sentence, for all its colon: what it’s about, its first item is. */
const GIVES_EXAMPLES =
  /\S.{20,}\b(?:including|such as|for example|for instance|in particular)\b[^.:]{0,30}:\s*[-–—]?$/i;

const LETTER_START = /^dear\b/i;
const LETTER_END = /^yours (?:sincerely|faithfully|truly)\b/i;
/** Gaps to fill in. */
const GAP =
  /[□☐▢]\s*$|_{3,}|\.{4,}|…{2,}|\[(?:insert|enter|name|date|time|school|child|parent|pupil|signature|address|title|details?)\b[^\]]*\]|\((?:insert|enter|delete as)\b[^)]*\)/i;
const RETURN_SLIP = /^please (?:sign and |complete and )?return\b/i;
/** A row of a form: “Child’s name | | Class |” */
const FORM_ROW = /\b(?:names?|signed|signatures?|date|class)\W*\|\s*(?:\||$)/i;
const SIGNS =
  /^\W*(?:acknowledge?ment[.:]? )?(?:i|we|i ?\/ ?we) (?:have read|confirm|acknowledge|understand|agree)\b|^please (?:cut|detach|tear|sign and return|complete and return)\b|^please return (?:this|it|the slip|to|by)\b|^(?:return|reply|tear-off) slip\b|^(?:signed|signature|print name|name of (?:child|parent|pupil)|parent.{0,12} name)\b/i;

/** `DfE (2016) …`, `Education Act 1996` or `the Complaints Policy`, alone. */
const REFERENCE =
  /^(?!.*\b(?:may|will|can|must|should|shall|is|are|under|has|have)\b)(?:(?:DfE|Department for Education)\b|.{0,60}\((?:19|20)\d\d\)(?:\s*['‘“]|[.;,]?$)|.{0,80}\b(?:Act|Regulations|Order)\b \(?(?:19|20)\d\d\)?[.;,]?$|(?:[Ss]ee )?(?:[Tt]he |[Oo]ur )?\p{Lu}[\p{L}’'-]*(?: (?:and|of|for|&|\p{Lu}[\p{L}’'-]*))* ?(?:[Pp]olicy|[Pp]olicies|[Pp]rocedures?|[Hh]andbook)[.;,]?$)/u;
/** “Linked policies: Complaints, Safeguarding” */
const LISTS_POLICIES =
  /^(?:this (?:policy|code|charter|document) (?:links|is linked|should be read)|linked|related|associated|other|relevant|supporting|see also(?: our)?) (?:school )?(?:polic(?:y|ies)|documents|procedures)\b[^.:]{0,30}:/i;
const READ_WITH =
  /\bread (?:\w+ )?(?:together|alongside|in conjunction|in line) |\bin conjunction with|\b(?:the|this|that) terms? ['‘“]|\bwe use the terms?\b|\bwhere the term\b/i;
/** A row of the table on a policy’s cover. */
const COVER_ROW =
  /^(?:version|status|policy(?: (?:number|no|owner|lead|title|name))?(?: \||:)|school(?: \||:)|(?:date|last|next)\b.{0,20}(?:review\w*|agreed|approved?|adopted|issued?)|(?:agreed|approved|adopted|ratified|reviewed|written|prepared)(?: (?:by|on)\b|:)|review(?: (?:date|period|cycle|due))?\b(?: \||:)|(?:responsible (?:officer|person)|(?:person|officer|governor) responsible)|(?:lead )?committee|author|statutory\?|(?:(?:executive |deputy )?(?:head ?teacher|head|principal)|chair(?:person)?(?: of [\w ]{3,25})?):).{0,90}$/i;

/** Headings above letters that aren’t the Code’s own, such as those that a school may send. */
const APART = /^\W*(?:appendix|annexe?|schedule|model|sample|example)\b/i;
/** Before a letter’s greeting there are so many lines at most, such as its date and address. */
const LETTER_BEGINS = 6;
/** What may come after a letter’s end, such as who signed it, has so many words at most. */
const SIGNER_WORDS = 10;

/**
 * The clauses that aren’t rules, so that they can’t be about any situation: letters, forms, definitions, references to
 * other documents, and those that only lead to a list.
 *
 * @param isCode whether it’s the Code itself, which may be a letter, and not an appendix
 * @returns their anchors
 */
export function notRules({ title, blocks }: NewDocument, isCode = false): Set<string> {
  const anchors = new Set<string>();
  // An item isn’t quoted with the next one at its level.
  const hasNoPoints = new Set(
    blocks.flatMap((block, index) => {
      const next = blocks[index + 1];
      return block.kind === 'item' && next?.kind === 'item' && next.level <= block.level
        ? [block.clause.anchor]
        : [];
    }),
  );
  const parts = partsOf(title, blocks);
  // A Code that begins by greeting its readers is itself a letter, and says what its writer expects.
  const isLetter =
    isCode &&
    !APART.test(title) &&
    parts
      .flatMap(({ clauses }) => clauses)
      .slice(0, LETTER_BEGINS)
      .some(({ text }) => LETTER_START.test(withoutMarker(text)));
  let isGreeted = false;
  for (const { headings: all, clauses } of parts) {
    const headings = isLetter ? all.slice(1) : all;
    const isOwn = isLetter && !headings.some((heading) => APART.test(heading));
    const inForm = headings.some((heading) => isFormHeading(heading, clauses));
    const gaps = clauses.filter(({ text }) => GAP.test(text)).length;
    const isForm = inForm || (gaps > 1 && gaps * 2 > clauses.length);
    const isReference = headings.some((heading) => REFERENCE_HEADING.test(heading));
    let inLetter = false;
    for (const clause of clauses) {
      const words = withoutMarker(clause.text);
      if (LETTER_START.test(words)) {
        anchors.add(clause.anchor);
        // Only the first one is the Code’s.
        inLetter = !isOwn || isGreeted;
        isGreeted = true;
      }
      const leads = hasNoPoints.has(clause.anchor) ? false : leadsOn(words);
      if (isForm || inLetter || isReference || !isRule(words, clause, leads)) anchors.add(clause.anchor);
      if (LETTER_END.test(words)) inLetter = false;
    }
    // Who signed a letter comes after “Yours sincerely”.
    const end = clauses.findLastIndex(({ text }) => LETTER_END.test(text));
    const after = end < 0 ? [] : clauses.slice(end);
    for (const { anchor, text, list } of after)
      if (!isOwn || (list === undefined && text.split(' ').length <= SIGNER_WORDS)) anchors.add(anchor);
  }
  for (const [start, block] of blocks.entries()) {
    if (block.kind !== 'row' || !block.head || !SIGNATURE.test(block.clause.text)) continue;
    const end = blocks.findIndex((next, index) => index > start && (next.kind !== 'row' || next.starts));
    for (const row of blocks.slice(start, end < 0 ? blocks.length : end))
      if (row.kind === 'row') anchors.add(row.clause.anchor);
  }
  return anchors;
}

/** The name of a column to sign in. */
const SIGNATURE = /\bsign(?:ed|ature)\b/i;

/**
 * What a paragraph says before its last sentence, if that only leads to a list.
 *
 * @returns nothing if there’s no such sentence, or none before it
 */
export function beforeLeadIn(text: string): string | undefined {
  if (!leadsOn(text) || GIVES_EXAMPLES.test(text)) return undefined;
  const sentences = sentencesOf(text).slice(0, -1);
  return sentences.length === 0 ? undefined : sentences.join(' ');
}

/** @param leads whether it only leads to what’s below it */
function isRule(text: string, clause: NewClause, leads: boolean): boolean {
  const before = beforeLeadIn(text);
  if (before !== undefined) return isRule(before, clause, leadsOn(before));
  const words = text;
  const { leadIn } = clause;
  return (
    (!leads || (GIVES_EXAMPLES.test(words) && !REFERENCE_LEAD_IN.test(words))) &&
    !GAP.test(words) &&
    !FORM_ROW.test(words) &&
    !SIGNS.test(words) &&
    !REFERENCE.test(words) &&
    !READ_WITH.test(words) &&
    !LISTS_POLICIES.test(words) &&
    !COVER_ROW.test(words) &&
    !(leadIn !== undefined && REFERENCE_LEAD_IN.test(leadIn) && !ASKS.test(leadIn))
  );
}

/** “Agreement” may be the heading of a form to sign or of what everybody agrees to. */
function isFormHeading(heading: string, clauses: readonly NewClause[]): boolean {
  if (AGREEMENT.test(heading))
    return clauses.length <= 6 && clauses.some(({ text }) => SIGNS.test(text) || GAP.test(text));
  return (
    RETURN_SLIP.test(heading) ||
    (FORM_HEADING.test(heading) && !STEP.test(heading) && !BY_LETTER.test(heading))
  );
}

/** The clauses below each heading, with the headings above them, of which an appendix’s title is the first. */
function partsOf(title: string, blocks: readonly NewBlock[]): { headings: string[]; clauses: NewClause[] }[] {
  const parts: { headings: string[]; clauses: NewClause[] }[] = [{ headings: [title], clauses: [] }];
  let outer: string[] = [title];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const headings = block.depth === 2 ? [title, block.text] : [...outer, block.text];
      if (block.depth === 2) outer = headings;
      parts.push({ headings, clauses: [] });
    } else parts.at(-1)?.clauses.push(block.clause);
  }
  return parts;
}
