import { EMERGENCY, NOT_COVERED } from '../checker/reading/reader.ts';
import type { Clause } from '../code/document.ts';
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

function situationProblems(
  id: string,
  situation: SituationFile,
  { situations, texts, clauses, contacts, help }: ReferringContent,
): Problem[] {
  const file = `content/situations/${id}.yaml`;
  const text = texts.get(id) ?? '';
  const anchors = clauses.map(({ anchor }) => anchor);
  const steps = READERS.flatMap((reader) => situation.routes[reader].steps);
  const unknown = (
    key: string,
    kind: string,
    names: readonly (string | undefined)[],
    known: readonly string[],
  ): Problem[] =>
    names.flatMap((name) => {
      if (name === undefined || known.includes(name)) return [];
      const mention = new RegExp(`\\b${key}:.*(?<![\\w-])${name}(?![\\w-])|^\\s*- ${name}\\s*$`);
      return unknownName(
        file,
        kind,
        name,
        known,
        lineWhere(text, (line) => mention.test(line)),
      );
    });
  return [
    ...unknown('cites', 'clause', situation.cites, anchors),
    ...unknown(
      'quote',
      'clause cited here',
      READERS.map((reader) => situation.routes[reader].quote),
      situation.cites,
    ),
    ...unknown(
      'clause',
      'clause',
      steps.map((step) => step.clause),
      anchors,
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
    ...replyProblems(file, text, situation),
  ];
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
