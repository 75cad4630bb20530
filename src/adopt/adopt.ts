import { type Above, aboveOf, meaningOf as meaningOfSentence, NOTHING_ABOVE } from './above.ts';
import { bareWords, leadWords } from './acts.ts';
import { appealIn } from './appeal.ts';
import { detailsIn } from './details.ts';
import { doerOf, isRemark, ofOthers } from './doer.ts';
import type { Confirmed } from './keepSituations.ts';
import { tickOf } from './markers.ts';
import {
  hintsOfRows,
  type Match,
  matchesByHeading,
  matchTopics,
  mentions,
  withoutLeadIns,
} from './matchTopics.ts';
import { type NewContent, newContent } from './newContent.ts';
import { beforeLeadIn, notRules } from './notRules.ts';
import { type Policy, UnreadablePolicy, withoutRows } from './policy.ts';
import { withWholeProcedures } from './procedures.ts';
import { firstDifference } from './proveAdoption.ts';
import {
  type AdoptQuestion,
  confirmedMatches,
  KNOWN,
  listQuestion,
  matchQuestion,
  questionsFor,
  sectionQuestion,
} from './questions.ts';
import { titleOfTopic } from './review.ts';
import { type LeftOut, type Section, STRUCK, sectionsIn } from './sections.ts';
import type { Stock } from './stock.ts';
import {
  MEANINGS,
  type Meaning,
  type NewClause,
  newClausesOf,
  newDocumentsOf,
  pointsIn,
  type Structure,
  structureOf,
} from './structure.ts';
import { rulesInTables, type TableRule } from './tableRules.ts';

/** Everything known before the questions are answered. */
export interface Draft {
  policy: Policy;
  structure: Structure;
  clauses: NewClause[];
  /** What’s under each of its headings. */
  sections: Section[];
  /** What’s above each clause, by anchor. */
  above: ReadonlyMap<string, Above>;
  /** Anchors of clauses that aren’t rules, such as those of a letter. */
  silent: ReadonlySet<string>;
  matches: Match[];
  questions: AdoptQuestion[];
  /** Those that needn’t be asked, but can be answered in a file. */
  further: AdoptQuestion[];
}

/** What’s to be written, and what to say about it. */
export interface Adoption extends NewContent {
  /** What each clause is about, as confirmed. */
  about: Match[];
  /** What’s under the Code’s headings that no other situation quotes; `why` is there for those without a page. */
  sections: Section[];
  /** Clauses that are in none of them, and why. */
  leftOut: LeftOut[];
  /** The headings of lists whose items are marked as not tolerated, because nothing else says so. */
  notTolerated: string[];
  /** The words of those that are marked because what says so isn’t quoted with them. */
  unquoted: string[];
  school: string;
  /** Where the school’s details come from, and what was left empty, as sentences. */
  detailNotes: string[];
}

/**
 * Works out what a document says and what to ask about it.
 *
 * @param title once somebody has said which line it is, or what the document is called
 * @param fileName what it may be called if it has no title
 * @throws UnreadablePolicy if it has no text
 */
export function draftFrom(policy: Policy, stock: Stock, title?: string, fileName = ''): Draft {
  const structure = structureOf(policy.parts, title, fileName);
  const documents = newDocumentsOf(structure);
  const clauses = documents.flatMap(newClausesOf);
  const inTables = new Map(documents.flatMap((document) => [...rulesInTables(document)]));
  const above = new Map([
    ...documents.flatMap((document) => [...aboveOf(document)]),
    ...[...inTables].map(([anchor, rule]) => [anchor, rule.above] as const),
  ]);
  const silent = new Set(
    documents
      .flatMap((document, index) => [...notRules(document, index === 0)])
      .filter((anchor) => !inTables.has(anchor)),
  );
  const otherRows = documents
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'row' && !inTables.has(block.clause.anchor) ? [block] : []));
  const isMatched = ({ anchor, text, list }: NewClause): boolean =>
    !silent.has(anchor) &&
    otherRows.every(({ clause }) => clause.anchor !== anchor) &&
    !(list !== undefined && isRemark(bareWords(text)));
  const likely = matchTopics(
    clauses.filter(isMatched).flatMap(({ anchor, text, heading, leadIn, list }) =>
      textsOf(text, inTables.get(anchor)).map((part) => ({
        anchor,
        text: part,
        above: `${heading} ${leadIn ?? above.get(anchor)?.says ?? ''}`,
        inList: list !== undefined || above.get(anchor)?.means !== undefined,
        doer: above.get(anchor)?.doer,
      })),
    ),
    stock.topics,
    new Map(stock.clauses.map(({ anchor, text }) => [anchor, text])),
  );
  const inClauses = withWholeProcedures(
    withoutLeadIns(surestOnly(likely), clauses, stock.topics),
    documents,
    above,
    silent,
    stock.topics,
  );
  const rows = otherRows
    .filter(({ head }) => !head)
    .map(({ clause: { anchor, text, heading } }) => ({
      anchor,
      text,
      heading,
      above: heading,
      inList: false,
      doer: above.get(anchor)?.doer,
    }));
  const byHeading = matchesByHeading([...clauses.filter(isMatched), ...rows], stock.topics, inClauses);
  const sure = [
    ...inClauses.filter((match) => !byHeading.some((each) => matchQuestion(each) === matchQuestion(match))),
    ...byHeading,
  ];
  const matches = [...sure, ...hintsOfRows(rows, stock.topics, sure)];
  const found = detailsIn(
    withoutRows(policy.parts).map(({ text }) => text),
    structure.above,
    undefined,
    policy.headers,
  );
  const { asked, further } = questionsFor(
    structure,
    found,
    matches,
    silent,
    isSaidAbove(above),
    stock.topics,
    (topic) => titleOfTopic(topic, stock),
  );
  const { sections } = sectionsIn(
    documents,
    { above, meaningOf: () => undefined, isQuoted: () => false, silent },
    stock.situations.keys(),
    stock.alsoSays,
  );
  return { policy, structure, clauses, sections, above, silent, matches, questions: asked, further };
}

/** “Where a person is banned by a court”: in which case, and not what for. */
const IS_CASE =
  /^(?:where|when|if|in cases? where) (?:an?|any|the|someone|somebody|parents?|carers?|visitors?)\b/i;

/** What of a clause is matched: its words up to what only leads to a list, but of a table’s row that’s a rule its cell, and each part of that. */
function textsOf(text: string, rule: TableRule | undefined): string[] {
  return rule === undefined ? [beforeLeadIn(text) ?? text] : rule.texts;
}

/** Of matches of one clause with one topic, as a row of a table may have several, the surest alone. */
function surestOnly(matches: readonly Match[]): Match[] {
  const sorted = matches.toSorted((a, b) => b.score - a.score);
  return matches.filter(
    (match) => sorted.find(({ anchor, topic }) => anchor === match.anchor && topic === match.topic) === match,
  );
}

/** Makes the function that says whether what’s above a list says whether it’s wanted, or that it isn’t the parents’. */
function isSaidAbove(above: ReadonlyMap<string, Above>): (anchor: string) => boolean {
  return (anchor) => {
    const { means, doer } = above.get(anchor) ?? NOTHING_ABOVE;
    return means !== undefined || ofOthers(doer);
  };
}

/**
 * Makes the new content from a draft and its answers.
 *
 * @param answers by the questions’ ids; where one is missing, its fallback counts
 * @throws UnreadablePolicy if the words to be written differ from the document’s
 */
export function adopt(
  { policy, structure, clauses, above, silent, matches, questions, further }: Draft,
  stock: Stock,
  answers: ReadonlyMap<string, string>,
): Adoption {
  const answer = new Map(
    [...questions, ...further].map(({ id, fallback }) => [id, answers.get(id) ?? fallback]),
  );
  const school = answer.get('school') ?? '';
  const { details, notes: detailNotes } = detailsIn(
    withoutRows(policy.parts).map(({ text }) => text),
    structure.above,
    school,
    policy.headers,
  );
  const documents = newDocumentsOf(structure);
  const anchors = clauses.map(({ anchor }) => anchor);
  const said = new Map([...answer, ...answers]);
  const about = confirmedMatches(matches, said, stock.topics, anchors)
    .map((match) => (answers.get(matchQuestion(match)) === 'yes' ? { ...match, score: KNOWN } : match))
    .sort((a, b) => b.score - a.score);
  // What’s only the nearest keeps what it has of its own.
  const confirmedAbout = about.filter(({ unconfirmed }) => !unconfirmed);
  const meaningOf = new Map(
    structure.bareLists.map(({ anchor, guess, said }) => [
      anchor,
      { means: answers.get(listQuestion(anchor)) ?? (said ? guess : 'neither'), said },
    ]),
  );
  // A heading or a tick says so itself.
  const meansAbove = (anchor: string): Meaning | undefined => above.get(anchor)?.means;
  const notTolerated = structure.bareLists.filter(
    ({ anchor, guess, said }) =>
      !silent.has(anchor) &&
      meansAbove(anchor) === undefined &&
      meaningOf.get(anchor)?.means === 'not-tolerated' &&
      !(said && guess === 'not-tolerated'),
  );
  // What says so isn’t quoted with these.
  const unsaying = clauses.filter(({ anchor, heading, list, text }) => {
    // Nor are letters and forms, nor what the school does.
    if (silent.has(anchor) || doerOf(bareWords(text)) === 'school' || IS_CASE.test(bareWords(text)))
      return false;
    const bare = structure.bareLists.find((each) => each.anchor === anchor);
    return bare === undefined || meansAbove(anchor) !== undefined
      ? meansAbove(anchor) === 'not-tolerated' && (list === undefined || list === anchor)
      : bare.said &&
          bare.guess === 'not-tolerated' &&
          bare.under !== heading &&
          tickOf([...text][0] ?? '') === undefined;
  });
  const rows = new Set(
    documents.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'row' ? [block.clause.anchor] : [])),
    ),
  );
  // A heading that says so is quoted itself; a row comes with the names of its columns.
  const headed = unsaying.filter(
    ({ anchor, heading, leadIn }) =>
      leadIn === undefined &&
      !rows.has(anchor) &&
      meaningOfSentence(leadWords(heading), true) === 'not-tolerated',
  );
  const unquoted = unsaying.filter((clause) => !headed.includes(clause));
  const points = pointsIn(documents);
  const isItem = (anchor: string): boolean => clauses.some((each) => each.anchor === anchor && each.list);
  const isWhole = (id: string): boolean => stock.topics.some((topic) => topic.id === id && topic.whole);
  // An item goes with those points of its own that aren’t about anything else, and what a procedure leads to with it.
  const withPoints = ({ anchor, topic }: Match): string[] => [
    anchor,
    ...(isItem(anchor) || isWhole(topic) ? (points.get(anchor) ?? []) : []).filter((point) =>
      confirmedAbout.every((match) => match.anchor !== point),
    ),
  ];
  const byTopic = (matches: readonly Match[]): Confirmed =>
    new Map(
      stock.topics.map(({ id, first = [] }) => {
        const own = matches.filter(({ topic }) => topic === id);
        const before = own.filter(({ anchor }) =>
          clauses.some((clause) => clause.anchor === anchor && mentions([clause.text], first)),
        );
        return [id, [...new Set([...before, ...own])].flatMap(withPoints)];
      }),
    );
  /** What a person, or a list’s marks or heading say of it. */
  const listMeaning = (anchor: string): Meaning | undefined => {
    const said = meaningOf.get(anchor);
    const isSaid = said?.said === true || answers.has(listQuestion(anchor));
    return isSaid ? MEANINGS.find((each) => each === said?.means) : undefined;
  };
  const quoted = new Set(
    confirmedAbout
      .filter(({ topic }) => stock.topics.some(({ id, situations }) => id === topic && situations.length > 0))
      .flatMap(withPoints),
  );
  const { sections, leftOut } = sectionsIn(
    documents,
    { above, meaningOf: listMeaning, isQuoted: (anchor) => quoted.has(anchor), silent },
    stock.situations.keys(),
    stock.alsoSays,
  );
  const decided = sections.map((section): Section => {
    const said = answers.get(sectionQuestion(section.id));
    const why = said === 'yes' ? undefined : said === 'no' ? STRUCK : section.why;
    return { ...section, why };
  });
  const unsaid = new Set(
    clauses
      .filter(
        ({ list }) =>
          list !== undefined &&
          meaningOf.get(list)?.said === false &&
          !answers.has(listQuestion(list)) &&
          meansAbove(list) === undefined,
      )
      .map(({ anchor }) => anchor),
  );
  const quotable = (anchor: string): boolean => !unsaid.has(anchor);
  const appeal = appealIn(
    clauses.filter(({ anchor }) => !silent.has(anchor) && quotable(anchor)),
    stock.appeal,
  );
  const made = newContent(stock, {
    structure,
    details: { ...details, name: school, body: answer.get('body') ?? details.body },
    confirmed: byTopic(confirmedAbout),
    nearest: byTopic(about.filter(({ unconfirmed }) => unconfirmed)),
    marks: new Map([
      ...[...notTolerated, ...unquoted].map(({ anchor }) => [anchor, 'notTolerated'] as const),
      ...headed.map(({ anchor }) => [anchor, 'headed'] as const),
    ]),
    sections: decided.filter(({ why }) => why === undefined),
    appeal: appeal === undefined ? undefined : { ...stock.appeal, clause: appeal },
    quotable,
  });
  const difference = firstDifference(
    made.files,
    policy,
    structure.above,
    structure.isTitleInText ? undefined : structure.code.title,
  );
  if (difference !== undefined) throw new UnreadablePolicy(`${difference} Nothing has been written.`);
  return {
    ...made,
    about,
    school,
    detailNotes,
    sections: decided,
    leftOut,
    notTolerated: notTolerated.map(({ under }) => under),
    unquoted: unquoted.map(({ text }) => text),
  };
}
