import type { Adoption, Draft } from './adopt.ts';
import { isSure } from './adopt.ts';
import { percent, shortened } from './questions.ts';
import type { Stock } from './stock.ts';

/** What was done and what a person should look at, as plain text. */
export function adoptionReport(
  draft: Draft,
  { about, school, made, leftOut, unquotable, dropped, reworded, covered }: Adoption,
  stock: Stock,
  unanswered: readonly string[],
): string {
  const { policy, structure, clauses, questions } = draft;
  const textOf = new Map(clauses.map(({ anchor, text }) => [anchor, text]));
  const titleOf = (id: string): string => stock.situations.get(id)?.title ?? id;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  - ${line}`)];
  const topicsOf = (anchor: string): string =>
    about
      .filter((match) => match.anchor === anchor)
      .map((match) => `${match.topic} (${percent(match.score)}${isSure(match) ? '' : ', doubtful'})`)
      .join(', ');
  const replaced = [
    ...new Map(reworded.filter(({ now }) => now !== undefined).map((each) => [each.was, each])).values(),
  ];
  return [
    `${structure.code.title}, ${school}`,
    `Read: ${clauses.length} clauses${structure.appendices.map(({ title }) => `, with “${title}”`).join('')}. Every character of the document is in the edition and on the pages.`,
    ...section('About the document', [
      ...(structure.schoolLine === undefined
        ? []
        : [
            `“${structure.schoolLine}” above the title names the school, so it’s in school.yaml and not in the Code.`,
          ]),
      ...new Set([...policy.notes, ...structure.notes]),
    ]),
    ...section(
      'Nobody has answered these, so this was taken. Please check',
      questions
        .filter(({ id }) => unanswered.includes(id))
        .map(({ id, text, fallback }) => `${text} → ${fallback}  [${id}]`),
    ),
    ...section(
      'What each clause is about, and how sure that is',
      clauses.flatMap(({ anchor }) =>
        topicsOf(anchor) === '' ? [] : [`“${shortened(textOf.get(anchor) ?? '')}”: ${topicsOf(anchor)}`],
      ),
    ),
    ...section(
      'Clauses with a situation made for them. Please read these files',
      [...made].map(([id, { title }]) => `“${title}”: content-new/situations/${id}.yaml`),
    ),
    ...section(
      'Clauses that no situation is about',
      leftOut.map(({ clause: { text }, why }) => `“${shortened(text)}”: ${why}`),
    ),
    ...section(
      'Situations that no clause covers, dropped everywhere',
      dropped.map((id) => `${titleOf(id)} (${id})`),
    ),
    ...section('Topics that the Code does mention, so nothing says it doesn’t cover them', covered),
    ...section(
      'Not quoted alone, because the heading doesn’t say that they’re not tolerated',
      unquotable.map((under) => `the list under “${shortened(under)}”`),
    ),
    ...section(
      'Sentences about the old Code, replaced',
      replaced.map(
        ({ was, now }) =>
          `“${shortened(was, 90)}” → ${now === '' ? 'left out' : `“${shortened(now ?? '', 90)}”`}`,
      ),
    ),
    ...section(
      'Sentences that may claim something about the Code. Please read them',
      reworded
        .filter(({ now }) => now === undefined)
        .map(({ file, was }) => `content-new/${file}: “${shortened(was, 120)}”`),
    ),
    '',
  ].join('\n');
}
