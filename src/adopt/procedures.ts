import type { Above } from './above.ts';
import { bareWords } from './acts.ts';
import { doerOf } from './doer.ts';
import { splitMarker } from './markers.ts';
import { isAbout, type Match, SURE } from './matchTopics.ts';
import type { NewBlock, NewClause, NewDocument } from './structure.ts';
import type { Topic } from './wording.ts';

/** What’s said above a procedure for when somebody breaks a rule. */
const SAYS_WHEN =
  /\b(?:sanctions?|consequences?|breach\w*|break\w*|broken|falls? (?:short|below)|ban(?:s|ned|ning)?|incidents?|what (?:will|may|can|could) happen|actions? (?:the|we|that|to|which|will|may)|further action|options (?:open|available)|steps)\b/i;

/** “Stage 1 – …” */
const STEP = /^\W*(?:stage|step|phase|level) \S+\s*[:.–—-]/i;

/** What somebody can do who’s been told of a decision. */
const REPLY =
  /\b(?:appeal\w*|(?:school|working) days|put (?:your|their) side|(?:ask|request)\w* (?:for )?(?:a |the |that )?\w* ?review)\b/i;

/**
 * Matches with the whole of each procedure that’s partly about a topic such as sanctions: all the steps of a list, or of
 * paragraphs that are counted, and a right of reply below the same heading. One step alone says only half of what happens.
 *
 * @param above what’s above each clause, by anchor
 * @param silent anchors of clauses that aren’t rules
 */
export function withWholeProcedures(
  matches: readonly Match[],
  documents: readonly NewDocument[],
  above: ReadonlyMap<string, Above>,
  silent: ReadonlySet<string>,
  topics: readonly Topic[],
): Match[] {
  const added = topics
    .filter(({ whole }) => whole)
    .flatMap((topic) => {
      const isSure = ({ anchor }: NewClause): boolean =>
        matches.some((match) => match.anchor === anchor && match.topic === topic.id && match.score >= SURE);
      const steps = documents
        .flatMap(({ blocks }) => proceduresIn(blocks))
        .filter((procedure) => isProcedure(procedure, above, topic, isSure))
        .flatMap(({ clauses }) => clauses);
      const replies = documents.flatMap(({ blocks }) => repliesIn(blocks, steps, isSure));
      return [...steps, ...replies]
        .filter((clause) => !isSure(clause) && !silent.has(clause.anchor) && !OF_CODE.test(clause.text))
        .map(({ anchor }) => ({ anchor, topic: topic.id, score: SURE }));
    });
  const isAdded = ({ anchor, topic }: Match): boolean =>
    added.some((match) => match.anchor === anchor && match.topic === topic);
  return [...matches.filter((match) => !isAdded(match)), ...added];
}

/** What’s done with the Code itself, and not about a breach of it. */
const OF_CODE =
  /\b(?:agree|review|approv|monitor|adopt|ratif|publish|updat|evaluat)\w*(?:,? (?:and |or )?\w+)? (?:this|the|our) (?:\w+ )?(?:policy|code|document|agreement)\b/i;

interface Procedure {
  clauses: NewClause[];
  /** The heading and the paragraph above it. */
  lead: string;
}

/** The clauses of each list, and of each run of paragraphs that are counted. */
function proceduresIn(blocks: readonly NewBlock[]): Procedure[] {
  const found: Procedure[] = [];
  let last: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const kind = block.kind === 'item' ? block.clause.list : isStep(block) ? 'steps' : undefined;
    if (kind !== undefined && block.kind !== 'heading')
      if (kind === last) found.at(-1)?.clauses.push(block.clause);
      else {
        const before = blocks[index - 1];
        const said = before?.kind === 'paragraph' ? before.clause.text : '';
        found.push({ clauses: [block.clause], lead: `${block.clause.heading} ${said}` });
      }
    last = kind;
  }
  return found.filter(({ clauses }) => clauses.length > 1);
}

function isStep(block: NewBlock): boolean {
  if (block.kind !== 'paragraph') return false;
  const { marker } = splitMarker(block.clause.text);
  return /^\(?(?:\d{1,2}|[a-z])[.)]+$/i.test(marker) || STEP.test(block.clause.text);
}

/**
 * Whether some clauses are what the school does, and at least two things say that they’re about a topic: one that surely is,
 * half of them that mention it, and what’s above them.
 */
function isProcedure(
  { clauses, lead }: Procedure,
  above: ReadonlyMap<string, Above>,
  topic: Topic,
  isSure: (clause: NewClause) => boolean,
): boolean {
  const [first] = clauses;
  if (first === undefined) return false;
  const { doer, means } = above.get(first.anchor) ?? {};
  if (means !== undefined || doer === 'parents' || doer === 'pupils') return false;
  const theirs = clauses.filter(({ text }) => doerOf(bareWords(text).replace(STEP, '')) === 'school').length;
  if (doer !== 'school' && theirs * 2 < clauses.length) return false;
  const about = clauses.filter((clause) => isSure(clause) || isAbout(clause.text, topic)).length;
  const signs = [
    clauses.some(isSure),
    about * 2 >= clauses.length,
    SAYS_WHEN.test(lead) || isAbout(lead, topic),
  ];
  return signs.filter(Boolean).length >= 2;
}

/** Paragraphs on a right of reply below the heading of what’s about the topic. */
function repliesIn(
  blocks: readonly NewBlock[],
  steps: readonly NewClause[],
  isSure: (clause: NewClause) => boolean,
): NewClause[] {
  const found: NewClause[] = [];
  let isBelow = false;
  for (const block of blocks) {
    if (block.kind === 'heading') isBelow = false;
    else if (isSure(block.clause) || steps.includes(block.clause)) isBelow = true;
    else if (block.kind === 'paragraph' && isBelow && REPLY.test(block.clause.text)) found.push(block.clause);
  }
  return found;
}
