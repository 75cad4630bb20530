import type { Adoption, Draft } from './adopt.ts';
import { matchQuestion, sectionQuestion, shortened, sureness } from './questions.ts';
import { nameOf, titleOfTopic } from './review.ts';
import { LEADS } from './sections.ts';
import type { Stock } from './stock.ts';

/** What isn’t in the edition, if anything. */
function but(above: boolean, headers: boolean): string {
  const what = [
    ...(above ? ['the lines above the title'] : []),
    ...(headers ? ['what’s at the top and bottom of its pages'] : []),
  ];
  return what.length === 0 ? '' : `, but for ${what.join(' and ')},`;
}

/** What was done, as plain text. */
export interface Report {
  /** What a person should look at. */
  toCheck: string;
  /** What’s only for the record. */
  record: string;
}

/** Reports what was done. */
export function adoptionReport(
  draft: Draft,
  {
    about,
    school,
    detailNotes,
    sections,
    leftOut,
    notTolerated,
    unquoted,
    dropped,
    reworded,
    covered,
  }: Adoption,
  stock: Stock,
  unanswered: readonly string[],
): Report {
  const { policy, structure, clauses, questions, further } = draft;
  const textOf = new Map(clauses.map(({ anchor, text }) => [anchor, text]));
  const titleOf = (id: string): string => stock.situations.get(id)?.title ?? id;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)];
  const topicsOf = (anchor: string): string =>
    about
      .filter((match) => match.anchor === anchor)
      .map((match) => `${match.topic} (${sureness(match.score)})`)
      .join(', ');
  const replaced = [
    ...new Map(reworded.filter(({ now }) => now !== undefined).map((each) => [each.was, each])).values(),
  ];
  const toCheck = [
    `${structure.code.title}, ${school}`,
    `Read: ${clauses.length} clauses${structure.appendices.map(({ title }) => `, with “${title}”`).join('')}. Every character of the document${but(structure.above.length > 0, (policy.headers ?? []).length > 0)} is in the edition and on the pages.`,
    ...section('About the document', [
      ...(structure.above.length === 0
        ? []
        : [`Left out above the title: ${structure.above.map((line) => `“${line}”`).join(', ')}.`]),
      ...(structure.isTitleInText
        ? []
        : [
            `It has no title, so the page and the edition are headed “${structure.code.title}”, which is ${unanswered.includes('title') ? 'a guess' : 'what you answered'}.`,
          ]),
      ...new Set([...policy.notes, ...structure.notes]),
    ]),
    ...section(
      'Nobody has answered these, so this was taken. Please check',
      questions
        .filter(({ id }) => unanswered.includes(id))
        .map(({ id, text, fallback }) => `${text} → ${fallback}  [${id}]`),
    ),
    ...section('Taken from the document for school.yaml. Please check', detailNotes),
    ...section(
      'Quoted only as the nearest there is, as nobody has said whether it fits. If it does, answer yes, or delete “unconfirmed: true” from the situation’s file',
      about
        .filter(({ unconfirmed }) => unconfirmed)
        .map(
          (match) =>
            `${titleOfTopic(match.topic, stock)}: “${shortened(textOf.get(match.anchor) ?? '')}” (${sureness(match.score)})  [${matchQuestion(match)}]`,
        ),
    ),
    ...section(
      'What no situation quotes has a page for each heading. Please read their files in content-new/situations/',
      sections
        .filter(({ why }) => why === undefined)
        .map((each) => `${nameOf(each)}  [${sectionQuestion(each.id)}]`),
    ),
    ...section(
      'Headings without a page. To give one a page, add the id in brackets to answers.yaml, such as “section-…: yes”',
      sections
        .filter(({ why }) => why !== undefined)
        .map((each) => `${nameOf(each)}: ${each.why}  [${sectionQuestion(each.id)}]`),
    ),
    ...section(
      'Situations that no clause is surely about, dropped everywhere',
      dropped.map((id) => `${titleOf(id)} (${id})`),
    ),
    ...section(
      'Marked as not tolerated, because nothing in the Code says so: “[not tolerated]” comes with each quotation',
      notTolerated.map((under) => `the list under “${shortened(under)}”`),
    ),
    ...section(
      'Marked as not tolerated, because what says so isn’t quoted with them',
      unquoted.map((text) => `“${shortened(text)}”`),
    ),
    ...section(
      'Sentences of the guidance that may not be true of your Code. Please read them',
      reworded
        .filter(({ now }) => now === undefined)
        .map(({ file, was }) => `content-new/${file}: “${shortened(was, 120)}”`),
    ),
    '',
  ];
  const record = [
    ...section(
      'What each clause is about, and how sure that is',
      clauses.flatMap(({ anchor }) =>
        topicsOf(anchor) === '' ? [] : [`“${shortened(textOf.get(anchor) ?? '')}”: ${topicsOf(anchor)}`],
      ),
    ),
    ...section(
      'Doubtful, so taken as no. If it’s yes, add the id in brackets to answers.yaml, such as “about-…: yes”',
      further
        .filter(({ id }) => !about.some((match) => matchQuestion(match) === id))
        .map(({ id, text }) => `${text}  [${id}]`),
    ),
    ...section(
      'Clauses that are only on the Code’s own page',
      leftOut
        .filter(({ why }) => why !== LEADS)
        .map(({ clause: { text }, why }) => `“${shortened(text)}”: ${why}`),
    ),
    ...section('Topics that the Code does mention, so nothing says it doesn’t cover them', covered),
    ...section(
      'Sentences of the guidance that nothing in your Code surely bears out, and what replaces them',
      replaced.map(
        ({ was, now }) =>
          `“${shortened(was, 90)}” → ${now === '' ? 'left out' : `“${shortened(now ?? '', 90)}”`}`,
      ),
    ),
    '',
  ];
  return { toCheck: toCheck.join('\n'), record: record.join('\n') };
}
