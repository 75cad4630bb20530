import { openSentence } from '../code/document.ts';
import { remember } from '../shared/remember.ts';
import { leadsOn } from './acts.ts';
import { type Doer, doerOf, onlyNames } from './doer.ts';
import { sentencesOf, withoutMarker } from './markers.ts';
import { beforeLeadIn } from './notRules.ts';
import type { NewClause } from './structure.ts';
import type { Topic } from './wording.ts';

/** A clause to match. */
interface ClauseToMatch {
  anchor: string;
  text: string;
  /** The heading and the sentence above it. */
  above: string;
  /** Whether it’s an item of a list or the like, which says by what’s above it whether it’s wanted. */
  inList: boolean;
  /** Whose it is by what’s above it, if that says. */
  doer?: Doer | undefined;
}

/** What a clause is likely to be about. */
export interface Match {
  anchor: string;
  topic: string;
  /** From 0 to 1. */
  score: number;
  /** How sure it would be if nothing else made it doubtful, to ask about the plainest clause. */
  likeness?: number;
  /** Whether only a word of it makes it worth asking. */
  isHint?: true;
  /** Whether it’s quoted only as the nearest there is, as nobody has said whether it fits. */
  unconfirmed?: true;
}

/** From here on, a match needs nobody’s confirmation. */
export const SURE = 0.6;
/** Below this, it’s no match. */
const DOUBTFUL = 0.5;
/** Without what’s done, such as complaining, it takes this much to be worth asking. */
const LEAST_WITHOUT_ACTS = 0.55;
/** A clause is rarely about more than this. */
const MOST_TOPICS = 3;
/** How far behind a clause’s best topic another is sure all the same. */
const NEAR_BEST = 0.12;
/** With so many cues, a clause names a topic whatever else it’s about: “no shouting, swearing or pushing”. */
const NAMED_TWICE = 2;
/** The most that a match scores that needs somebody’s confirmation. */
const UNSURE = SURE - 0.01;
/** So like one of the stock Code’s, a sentence says the same, if that isn’t short. */
const SAME = 0.7;
const FEWEST_STEMS = 8;
/** How much each fitting cue leaves of the doubt. */
const DOUBT_LEFT = 0.45;
/** How much of the doubt that the wording leaves all the cues together can take away. */
const CUES_WEIGH = 0.8;

/**
 * Says what each clause is likely to be about: by how similar it is to the wording of other Codes (the cosine of the
 * words’ tf–idf vectors; Salton and Buckley 1988) and by words that point to a topic.
 *
 * @param stock the words of the stock Code’s clauses, by anchor
 * @returns those that are at least doubtful, by clause and then the surest first, and last those that a clause only hints at
 */
export function matchTopics(
  clauses: readonly ClauseToMatch[],
  topics: readonly Topic[],
  stock: ReadonlyMap<string, string>,
): Match[] {
  const examples = topics.map(({ id, examples: lines, stock: anchors }) => {
    // A stock anchor that several topics share is about no single one of them.
    const own = anchors.flatMap((anchor) =>
      topics.filter((topic) => topic.stock.includes(anchor)).length > 1 ? [] : (stock.get(anchor) ?? []),
    );
    return {
      id,
      lines: [...lines, ...own].map(stemsOf),
      sentences: own
        .flatMap(sentencesOf)
        .map(stemsOf)
        .filter((stems) => stems.length >= FEWEST_STEMS),
    };
  });
  const weight = inverseFrequency([
    ...examples.flatMap(({ lines }) => lines),
    ...clauses.map(({ text }) => stemsOf(text)),
  ]);
  const likely = clauses.flatMap((clause) => {
    const { anchor, text, above, inList } = clause;
    const stems = stemsOf(text);
    const words = ` ${plain(text)} `;
    const included = ` ${plain(text.replace(LEFT_OUT, '$1'))} `;
    const before = ` ${plain(above)} `;
    const fragment = isFragment(clause);
    const sentences = inList ? [] : sentencesOf(text);
    const several = sentencesOf(text).flatMap((sentence) => sentence.split(/;\s+(?=\w{2,})/));
    const said = several.map(stemsOf);
    const finer = several.flatMap((rule) => rule.split(AND_MUST));
    const found = topics
      .filter((topic) => mayBeAbout(topic, clause, before))
      .filter((topic) => !isUnderOther(topic, clause))
      .filter((topic) => !fragment || isAbout(above, topic))
      .map((topic) => {
        const { id, words: cues, form, sureFrom = SURE } = topic;
        // What happens may be about what it leaves out, but no rule is.
        const own = cues.filter((parts) =>
          parts.every((part) => hasCue(form === 'action' ? words : included, part)),
        ).length;
        const example = examples.find((each) => each.id === id);
        const lines = example?.lines ?? [];
        // One rule of several may be about it alone.
        const rules = own >= NAMED_TWICE ? finer : several;
        const isOwn = (rule: string): boolean => (inList ? isAbout(rule, topic) : hasForm(rule, topic));
        const parts = [stems, ...(rules.length > 1 ? rules.filter(isOwn).map(stemsOf) : [])];
        const similarity = Math.max(
          0,
          ...lines.flatMap((line) => parts.map((part) => cosine(part, line, weight))),
        );
        // A list of what the school may do goes on with what’s above it.
        const isBelow = form === 'action' && isAbout(above, topic);
        const isSaidOf =
          inList ||
          sentences.some(
            (sentence) => hasForm(sentence, topic) || (isBelow && own > 0 && IS_ACTION.test(sentence)),
          );
        const fitting = own > 0 && isSaidOf && isBelow ? own + 1 : own;
        const doubt = (1 - similarity) * (1 - CUES_WEIGH * (1 - DOUBT_LEFT ** fitting));
        // “Being unkind online” names where it is, and not what’s done.
        const lacksActs = topic.acts !== undefined && !mentions([text], topic.acts);
        const isDoubtful =
          lacksActs ||
          (mentions([text], topic.doubtfulWith ?? []) && !mentions([text], topic.sureWith ?? []));
        // Alone, a clause of such a topic has to be more like others, as it may only speak of “concerns”.
        const isEnough = 1 - doubt >= sureFrom || (topic.supports && isAbout(above, topic));
        const isCertain = mentions([text], topic.certain ?? []);
        // What other Codes have word for word is about the same, whatever its form.
        const isSame = said.some((rule) =>
          example?.sentences.some((sentence) => cosine(rule, sentence, weight) >= SAME),
        );
        const isSaid = !isDoubtful && ((isSaidOf && (isEnough || isCertain)) || isSame);
        const likeness = isCertain || isSame ? Math.max(1 - doubt, sureFrom) : 1 - doubt;
        const isNamed = isCertain || isSame || own >= NAMED_TWICE;
        return {
          anchor,
          topic: id,
          score: isSaid ? likeness : Math.min(likeness, UNSURE),
          likeness,
          isNamed,
          lacksActs,
        };
      })
      .filter(({ score, lacksActs }) => score >= (lacksActs ? LEAST_WITHOUT_ACTS : DOUBTFUL))
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_TOPICS);
    const best = found[0]?.score ?? 0;
    return found.map(({ isNamed, lacksActs: _, ...match }) =>
      match.score < best - NEAR_BEST && !isNamed ? { ...match, score: Math.min(match.score, UNSURE) } : match,
    );
  });
  return [...likely, ...hintsIn(clauses, topics, likely)];
}

/** Who adopted the Code and when, below its last heading, whatever that’s about. */
const OF_DOCUMENT =
  /^(?:adopted|approved|agreed|ratified|written|updated|(?:to be |last |next )?review(?:ed)?|date|signed|version)\b/i;

/** Of a longer section, only what’s surely about a topic is. */
const MOST_UNDER_HEADING = 10;

/**
 * What’s under a heading that names a topic is about it, where nothing else surely is: “Who to contact” is said of all
 * the rows of its table.
 *
 * @param clauses without letters, forms and the names of columns
 */
export function matchesByHeading(
  clauses: readonly Pick<NewClause, 'anchor' | 'heading' | 'text'>[],
  topics: readonly Topic[],
  matches: readonly Match[],
): Match[] {
  return topics.flatMap(({ id, headings = [], notUnder = [] }) => {
    if (matches.some(({ topic, score }) => topic === id && score >= SURE)) return [];
    const isHeading = (heading: string): boolean =>
      mentions([heading], headings) && !mentions([heading], notUnder);
    const under = clauses.filter(({ heading, text }) => isHeading(heading) && !OF_DOCUMENT.test(text));
    return under.length > MOST_UNDER_HEADING
      ? []
      : under.map(({ anchor }) => ({ anchor, topic: id, score: SURE }));
  });
}

/**
 * Matches without those of sentences that only lead to a list: the first item has them instead, with the sentence quoted
 * before it, if the sentence names the topic and no item is surely about it.
 */
export function withoutLeadIns(
  matches: readonly Match[],
  clauses: readonly NewClause[],
  topics: readonly Topic[],
): Match[] {
  return clauses.flatMap(({ anchor, text }, index) => {
    const own = matches.filter((match) => match.anchor === anchor);
    // What’s said before the sentence that leads on is the paragraph’s own.
    const isOwn = (words: string, topic: string): boolean =>
      topics.some(
        (each) =>
          each.id === topic && mentions([beforeLeadIn(words) ?? ''], [...each.words, ...(each.hints ?? [])]),
      );
    if (leadsOn(text)) return own.filter(({ topic }) => isOwn(text, topic));
    const before = clauses[index - 1];
    if (before === undefined || !leadsOn(before.text)) return own;
    const items = clauses.slice(index).filter(({ leadIn }) => leadIn === clauses[index]?.leadIn);
    const isTaken = (topic: string): boolean =>
      matches.some(
        (match) =>
          match.topic === topic && match.score >= SURE && items.some((item) => item.anchor === match.anchor),
      );
    const moved = matches.filter(
      ({ anchor: from, topic }) =>
        from === before.anchor &&
        !isTaken(topic) &&
        !isOwn(before.text, topic) &&
        topics.some((each) => each.id === topic && isAbout(openSentence(before.text) ?? '', each)) &&
        clauses[index]?.leadIn !== undefined,
    );
    return [
      ...own.filter(({ topic }) => !moved.some((match) => match.topic === topic)),
      ...moved.map((match) => ({ ...match, anchor })),
    ].sort((a, b) => b.score - a.score);
  });
}

/** For each topic that no clause may be about otherwise, the one that hints at it most, so that somebody is asked. */
function hintsIn(
  clauses: readonly ClauseToMatch[],
  topics: readonly Topic[],
  likely: readonly Match[],
): Match[] {
  return topics
    .filter(({ id, hints }) => hints !== undefined && !likely.some(({ topic }) => topic === id))
    .flatMap((topic): Match[] => {
      const { id, hints = [] } = topic;
      const count = (clause: ClauseToMatch): number =>
        isUnderOther(topic, clause) || !mayHintAt(topic, clause) || isFragment(clause)
          ? 0
          : hints.filter((cue) => mentions([clause.text], [cue])).length;
      const [best] = clauses
        .map((clause) => ({ clause, hinting: count(clause) }))
        .filter(({ hinting }) => hinting > 0)
        .sort((a, b) => b.hinting - a.hinting);
      return best === undefined
        ? []
        : [{ anchor: best.clause.anchor, topic: id, score: DOUBTFUL, isHint: true }];
    });
}

/**
 * For each topic that is a procedure, and that no clause is surely about, the rows of tables that name it, so that somebody is
 * asked: what a table of stages says of each is in its other cells.
 *
 * @param rows those of tables that aren’t rules
 */
export function hintsOfRows(
  rows: readonly ClauseToMatch[],
  topics: readonly Topic[],
  matches: readonly Match[],
): Match[] {
  return topics
    .filter(({ id, whole }) => whole && !matches.some(({ topic, score }) => topic === id && score >= SURE))
    .flatMap((topic) =>
      rows
        .filter((row) => row.doer !== 'pupils' && isAbout(row.text, topic) && !isUnderOther(topic, row))
        .map(({ anchor }) => ({ anchor, topic: topic.id, score: UNSURE, likeness: LIKENESS_OF_ROW })),
    );
}
/** It’s asked about before clauses that are less like others. */
const LIKENESS_OF_ROW = 0.8;

/** Whether a clause is only the rest of a sentence. */
function isFragment({ text, doer }: ClauseToMatch): boolean {
  const bare = withoutMarker(text);
  // A step of the school’s may go on for longer: “by the class teacher, for the two oldest classes”.
  const most = doer === 'school' ? 2 * FRAGMENT_WORDS : FRAGMENT_WORDS;
  return FRAGMENT.test(bare) && !GOES_ON.test(bare) && bare.split(' ').length <= most;
}

/** Pupils’ duties hint at nothing, nor do parents’ at what the school does; what the school promises may hint at a rule in a list, which says whose it is. */
function mayHintAt({ form, needs }: Topic, { text, above, inList, doer }: ClauseToMatch): boolean {
  if (doer === 'pupils' || (form === 'action' && doer === 'parents')) return false;
  if (form === 'rule' && doer === 'school' && !inList) return false;
  return form !== 'action' || doer === 'school' || needs === undefined || mentions([text, above], needs);
}

/** Above a list of what nobody is owed, which neither asks nor forbids anything: “Families should not expect” */
const NOT_OWED =
  / (?:parents|families|carers|you) (?:should not|shouldn't|must not|cannot|can't|can not|do not) expect /;

/** Whether something above a clause or in it says that it’s about something else. */
function isUnderOther({ notUnder = [] }: Topic, { text, above, doer }: ClauseToMatch): boolean {
  const [words, before] = [` ${plain(text)} `, ` ${plain(above)} `];
  if (NOT_OWED.test(before)) return true;
  return notUnder.some(
    (parts) =>
      (parts.every((part) => hasCue(before, part)) &&
        // “What parents can expect: staff will” names parents too, and isn’t theirs.
        !(doer === 'school' && /^(?:parent|carer)/.test(parts[0] ?? ''))) ||
      hasInOrder(words, parts),
  );
}

/** What’s above a list of what mustn’t be done. */
const FORBIDS =
  / (?:must|should|may|will|can|do) not | never | not (?:tolerated|acceptable|accepted|allowed) | (?:unacceptable|prohibited|forbidden) /;

/** What the school does isn’t a rule on what parents do, nor is what its own people mustn’t; no topic is about pupils. */
function mayBeAbout(
  { form, needs, supports }: Topic,
  { text, inList, doer }: ClauseToMatch,
  before: string,
): boolean {
  if (doer === 'pupils') return false;
  // Where to go is no item of what mustn’t be done.
  if (supports && form === 'any' && inList && FORBIDS.test(before)) return false;
  if (doer === 'parents' && inList && form === 'action' && doerOf(withoutMarker(text)) !== 'school')
    return false;
  if (doer === 'school') return form === 'action' || (form === 'any' && !/ (?:not|never) /.test(before));
  return needs === undefined || mentions([text, before], needs);
}

/** A sentence that says what must or mustn’t be, and not only what there is. */
const IS_RULE = new RegExp(
  [
    '\\b(?:must|should|shall|expect\\w*|asks?|asked|please|refrain|avoid|required?|responsib\\w*|prohibited|forbidden)\\b',
    '\\b(?:parents?|carers?|visitors?|adults?|everyone|you|i) (?:will|may) not\\b',
    "(?:not|never|cannot|n[’']t|unable to)(?: \\w+){0,2} (?:tolerat|accept|allow|permit|condon|appropriate|welcome)",
    '\\b(?:is|are|be|as|considered|deemed)(?: \\w+){0,2} (?:unaccept|inappropriate|intoler)',
    '(?:treated|regarded|seen|viewed) as\\b',
    "zero[- ]tolerance|^(?:do not|don[’']t|never|no)\\b",
  ].join('|'),
  'i',
);

/** What someone does or may do. */
const IS_ACTION =
  /\b(?:will|may|can|could|might|reserves?|ha(?:s|ve) the right|(?:is|are) able|treat\w*|(?:expects?|requires?|asks?) (?:all |our |the |its )*(?:staff|teachers|employees|colleagues)|staff (?:must|should|are (?:expected|required)))\b/i;

/** Whether a sentence speaks of a topic in the form that its clauses have. */
function hasForm(sentence: string, { form, words }: Topic): boolean {
  if (form === 'any') return true;
  const isForm =
    form === 'rule'
      ? IS_RULE.test(sentence) && doerOf(sentence) !== 'school'
      : IS_ACTION.test(sentence) ||
        (onlyNames(sentence) && (STEP.test(sentence) || sentence.split(' ').length <= NAME_WORDS));
  return isForm && mentions([sentence], words);
}

/** What a case is expressly not: “where it wasn’t libellous or slanderous, the school will write”. */
const LEFT_OUT =
  /((?:^|[.!?] )(?:in )?(?:cases? )?(?:where|when|if)\b[^.!?]*?\b(?:was|were|is|are))(?: not|n[’']t)\b [^.!?]*?(?=, (?:then )?(?:the|our|we|a|an)\b)/gi;

/** What’s between two rules of one sentence: “sign in at the desk, and must not go further alone” */
const AND_MUST =
  /,? (?:and|but) (?=(?:please|do not|don[’']t|never|must|should|may not|will not|are not|(?:(?:parents|carers|visitors|they|you) )(?:must|should|may|will))\b)/i;

/** The rest of a sentence that begins elsewhere, such as “(iii) on social media;”, says nothing by itself. */
const FRAGMENT =
  /^(?:(?:in|on|at|by|via|to|from|with|of|for|through|during|before|after|or|and|should|will|must|may|can|which|who)\b|that\b(?! (?:\S+ ){1,6}?(?:will|must|should|may|can|are|is)\b))/i;
/** What isn’t one after all: “with the governors’ leave, bar the parent” */
const GOES_ON =
  /^[^,]+, (?!(?:and|or|in|on|at|by|to|from|with|of|for|both|even|also|only|all)\b)[a-z]+ (?:the|an?|any|their|them|him|her|your|parents?)\b/i;
const FRAGMENT_WORDS = 8;
/** A paragraph that only names an action, such as “A ban from the premises”, has so many words at most. */
const NAME_WORDS = 8;
/** A step may be named at more length. */
const STEP = /^(?:stage|step|phase|level) \S+\s/i;

/** What may come between the words of a cue in a clause itself: “parents *and carers* should”. */
const BETWEEN = '(?:and|or|carers?|visitors?|guardians?|families|adults|all|other|others|be|is|are|never)';

/** Whether a cue’s words follow each other, with nobody else between them. */
function hasInOrder(words: string, parts: readonly string[]): boolean {
  return new RegExp(` ${parts.map(patternOf).join(`(?: ${BETWEEN})* `)} `).test(words);
}

/** Lower-case words with single spaces between. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll(/[^a-z0-9' ]+/g, ' ')
    .replaceAll(/\s+/g, ' ');
}

/** Whether words, with spaces around, have a cue: a word or run of words, with a star for any ending, or one of several with slashes between. */
export function hasCue(words: string, cue: string): boolean {
  return cuePattern(cue).test(words);
}

const cuePattern = remember((cue) => new RegExp(` ${patternOf(cue)} `));

function patternOf(cue: string): string {
  const pattern = (words: string): string =>
    plain(words.replaceAll('*', '0star0')).replaceAll('0star0', "[a-z']*");
  return `(?:${cue.split('/').map(pattern).join('|')})`;
}

const COMMON = new Set(
  'a an and any are as at be been but by can do for from has have if in into is it its may not of on or our shall should so such that the their them there they this to up was we were which who will with you your must all also both each every other school schools parent parents carer carers staff child children pupil pupils member members'.split(
    ' ',
  ),
);

/** The beginnings of a text’s telling words: enough to join “abusive” and “abuse”. */
function stemsOf(text: string): string[] {
  return (plain(text).match(/[a-z]{3,}/g) ?? [])
    .filter((word) => !COMMON.has(word))
    .map((word) => word.slice(0, 5));
}

function inverseFrequency(lines: readonly string[][]): (stem: string) => number {
  const counts = new Map<string, number>();
  for (const line of lines) for (const stem of new Set(line)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (stem) => Math.log((1 + lines.length) / (1 + (counts.get(stem) ?? 0)));
}

function cosine(one: readonly string[], other: readonly string[], weight: (stem: string) => number): number {
  const squares = (stems: ReadonlySet<string>): number =>
    [...stems].reduce((sum, stem) => sum + weight(stem) ** 2, 0);
  const [a, b] = [new Set(one), new Set(other)];
  const shared = new Set([...a].filter((stem) => b.has(stem)));
  const length = Math.sqrt(squares(a) * squares(b));
  return length === 0 ? 0 : squares(shared) / length;
}

/** Whether a text has a cue of a topic. */
export function isAbout(text: string, { words }: Topic): boolean {
  return mentions([text], words);
}

/**
 * Whether one of a Code’s clauses is about something.
 *
 * @param cues as those of topics
 */
export function mentions(clauses: readonly string[], cues: Topic['words']): boolean {
  return clauses.some((clause) => {
    const words = ` ${plain(clause)} `;
    return cues.some((parts) => parts.every((part) => hasCue(words, part)));
  });
}
