import { EMERGENCY, NOT_COVERED } from '../checker/reading/reader.ts';
import type { Clause } from '../code/document.ts';
import { BODY_PLACEHOLDERS } from '../school/body.ts';
import type { Contacts, Help } from '../school/contacts.ts';
import { lineWhere, type Problem, repeated, unknownName } from '../shared/problem.ts';
import { replyProblems } from '../situations/reply.ts';
import type { Groups, SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';

/** The content files that refer to one another. */
export interface ReferringContent {
  situations: ReadonlyMap<string, SituationFile>;
  /** Text of each situation's file, to find the line of an unknown name. */
  texts: ReadonlyMap<string, string>;
  groups: Groups;
  clauses: readonly Clause[];
  contacts: Contacts;
  help: Help;
  /** Ids from help.yaml in content/checker/words.yaml. */
  checkerHelp: readonly string[];
  /** Ids of the situations that have phrases. */
  withPhrases: readonly string[];
}

/** Names in one file that don't exist in another. */
export function brokenReferences(content: ReferringContent): Problem[] {
  const { situations, groups, clauses, help, checkerHelp, withPhrases } = content;
  const ids = [...situations.keys()];
  return [
    ...repeated(clauses.map(({ anchor }) => anchor)).map((anchor) => ({
      file: 'content/code',
      wrong: `Two clauses have the anchor “${anchor}”.`,
      instead: 'Give the newer one a different anchor.',
    })),
    ...[EMERGENCY, NOT_COVERED]
      .filter((id) => !situations.has(id))
      .map((id) => ({
        file: `content/situations/${id}.yaml`,
        wrong: `The situation “${id}” is missing. The checker and many pages link to it.`,
        instead: 'Create this file: every school’s site needs it.',
      })),
    ...goneClauseProblems(content),
    ...[...situations].flatMap(([id, situation]) => situationProblems(id, situation, content)),
    ...groupProblems(groups, ids),
    ...checkerHelp
      .filter((id) => !(id in help))
      .map((id) =>
        unknownName('content/checker/words.yaml', 'entry in content/help.yaml', id, Object.keys(help)),
      ),
    ...ids
      .filter((id) => !withPhrases.includes(id))
      .map((id) => ({
        file: `content/phrases/${id}.txt`,
        wrong: `The situation “${id}” has no phrases, so the checker could never find it.`,
        instead: 'Create this file with ways people describe it, one on each line.',
      })),
    ...withPhrases
      .filter((id) => !situations.has(id))
      .map((id) => ({
        file: `content/phrases/${id}.txt`,
        wrong: `There are phrases for “${id}”, but there’s no such situation.`,
        instead: `Create content/situations/${id}.yaml, or delete this file.`,
      })),
  ];
}

/** The line on which a situation’s file has a name under a key. */
function lineOfName(text: string, key: string, name: string): number | undefined {
  const mention = new RegExp(`\\b${key}:.*(?<![\\w-])${name}(?![\\w-])|^\\s*- ${name}\\s*$`);
  return lineWhere(text, (line) => mention.test(line));
}

/**
 * Clauses that situations cite and the Code doesn’t have. With a new Code that’s nearly all of them, so they’re listed
 * together.
 */
function goneClauseProblems({ situations, texts, clauses }: ReferringContent): Problem[] {
  const anchors = clauses.map(({ anchor }) => anchor);
  const cited = [...situations].flatMap(([id, { cites, routes }]) => {
    const text = texts.get(id) ?? '';
    const steps = READERS.flatMap((reader) => routes[reader].steps.flatMap(({ clause }) => clause ?? []));
    const named: [key: string, anchors: readonly string[]][] = [
      ['cites', cites],
      ['clause', [...new Set(steps)]],
    ];
    return named.flatMap(([key, names]) =>
      names
        .filter((name) => !anchors.includes(name))
        .map((name) => ({
          file: `content/situations/${id}.yaml`,
          name,
          line: lineOfName(text, key, name),
        })),
    );
  });
  const files = [...Map.groupBy(cited, ({ file }) => file)];
  if (files.length < 2)
    return cited.map(({ file, name, line }) => unknownName(file, 'clause', name, anchors, line));
  const places = files.map(
    ([file, names]) =>
      `\n    ${file}: ${[...Map.groupBy(names, ({ line }) => line)]
        .map(([line, at]) => `line ${line ?? '?'} (${at.map(({ name }) => name).join(', ')})`)
        .join(', ')}`,
  );
  return [
    {
      file: 'content/situations',
      wrong: `${files.length} situations cite clauses that the Code doesn’t have.${places.join('')}`,
      instead: `Cite other clauses there, or none. If the Code says nothing about a situation any more, \`npm run drop -- situation\` takes it out everywhere. The clauses are: ${anchors.join(', ')}.`,
    },
  ];
}

function situationProblems(
  id: string,
  situation: SituationFile,
  { situations, texts, contacts, help }: ReferringContent,
): Problem[] {
  const file = `content/situations/${id}.yaml`;
  const text = texts.get(id) ?? '';
  const steps = READERS.flatMap((reader) => situation.routes[reader].steps);
  const unknown = (
    key: string,
    kind: string,
    names: readonly (string | undefined)[],
    known: readonly string[],
  ): Problem[] =>
    names.flatMap((name) => {
      if (name === undefined || known.includes(name)) return [];
      return unknownName(file, kind, name, known, lineOfName(text, key, name));
    });
  return [
    ...unknown(
      'quote',
      'clause cited here',
      READERS.map((reader) => situation.routes[reader].quote),
      situation.cites,
    ),
    ...unknown(
      'contact',
      'contact',
      steps.map((step) => step.contact),
      Object.keys(contacts),
    ),
    ...unknown(
      'help',
      'entry in content/help.yaml',
      steps.flatMap((step) => step.help ?? []),
      Object.keys(help),
    ),
    ...unknown(
      'see',
      'other situation',
      situation.tellApart.map((other) => other.see),
      [...situations.keys()].filter((other) => other !== id),
    ),
    ...placeholderProblems(file, text),
    ...replyProblems(file, text, situation),
  ];
}

/** Placeholders that nothing fills in. The reply has its own, and reports them itself. */
function placeholderProblems(file: string, text: string): Problem[] {
  const [aboveReply = ''] = text.split(/^reply:/m);
  return [...aboveReply.matchAll(/\{([\p{L}’' ]+)\}/gu)]
    .filter(([, name = '']) => !BODY_PLACEHOLDERS.includes(name))
    .map(({ 0: written, index }) =>
      unknownName(
        file,
        'placeholder',
        written,
        BODY_PLACEHOLDERS.map((name) => `{${name}}`),
        aboveReply.slice(0, index).split('\n').length,
      ),
    );
}

function groupProblems(groups: Groups, ids: readonly string[]): Problem[] {
  const file = 'content/groups.yaml';
  const grouped = groups.flatMap((group) => group.situations);
  return [
    ...grouped.filter((id) => !ids.includes(id)).map((id) => unknownName(file, 'situation', id, ids)),
    ...repeated(grouped).map((id) => ({
      file,
      wrong: `The situation “${id}” is in two groups.`,
      instead: 'Leave it in the one where a reader would look first.',
    })),
    ...ids
      .filter((id) => !grouped.includes(id))
      .map((id) => ({
        file,
        wrong: `The situation “${id}” isn’t in any group.`,
        instead: 'Add it to one, or nobody will find it.',
      })),
  ];
}
