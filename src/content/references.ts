import { EMERGENCY, NOT_COVERED } from '../checker/reading/reader.ts';
import type { Clause } from '../code/document.ts';
import type { Contacts, Help } from '../school/contacts.ts';
import type { Problem } from '../shared/problem.ts';
import { replyProblems } from '../situations/replySchema.ts';
import type { Groups, SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';

/** What the files of `content/` say of one another. */
export interface Named {
  situations: ReadonlyMap<string, SituationFile>;
  /** Text of each situation's file, to find the line of a wrong name. */
  texts: ReadonlyMap<string, string>;
  groups: Groups;
  clauses: readonly Clause[];
  contacts: Contacts;
  help: Help;
  /** Ids of outside help in content/checker/words.yaml. */
  checkerHelp: readonly string[];
  /** Situations for which there are phrases. */
  taught: readonly string[];
}

/** Every name in one file that leads nowhere in another, as problems to report. */
export function brokenReferences(named: Named): Problem[] {
  const anchors = named.clauses.map((clause) => clause.anchor);
  const ids = [...named.situations.keys()];
  return [
    ...duplicates(anchors).map((anchor) => ({
      file: 'content/code',
      wrong: `Two clauses have the anchor “${anchor}”.`,
      instead: 'Give the newer one an anchor of its own.',
    })),
    ...[EMERGENCY, NOT_COVERED]
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        file: `content/situations/${id}.yaml`,
        wrong: `The situation “${id}” is missing. The checker and many pages lead to it.`,
        instead: 'Write this file, whatever else your situations are.',
      })),
    ...ids.flatMap((id) => inSituation(id, named, anchors)),
    ...inGroups(named.groups, ids),
    ...named.checkerHelp
      .filter((id) => !(id in named.help))
      .map((id) => ({
        file: 'content/checker/words.yaml',
        wrong: `There is no entry in content/help.yaml called “${id}”.`,
        instead: `Write some of: ${Object.keys(named.help).join(', ')}.`,
      })),
    ...ids
      .filter((id) => !named.taught.includes(id))
      .map((id) => ({
        file: `content/phrases/${id}.txt`,
        wrong: `The situation “${id}” has no phrases, so the checker could never find it.`,
        instead: 'Write this file: ways in which people put it, one on a line.',
      })),
    ...named.taught
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        file: `content/phrases/${id}.txt`,
        wrong: `There are phrases for “${id}”, but no such situation.`,
        instead: `Write content/situations/${id}.yaml, or take this file out.`,
      })),
  ];
}

function inSituation(
  id: string,
  { situations, texts, contacts, help }: Named,
  anchors: readonly string[],
): Problem[] {
  const file = `content/situations/${id}.yaml`;
  const situation = situations.get(id);
  if (situation === undefined) return [];
  const steps = READERS.flatMap((reader) => situation.routes[reader]);
  const lines = (texts.get(id) ?? '').split('\n');
  const check = (
    key: string,
    names: readonly (string | undefined)[],
    known: readonly string[],
    what: string,
  ): Problem[] =>
    names.flatMap((name) => {
      if (name === undefined || known.includes(name)) return [];
      const line =
        lines.findIndex((text) =>
          new RegExp(`\\b${key}:.*(?<![\\w-])${name}(?![\\w-])|^\\s*- ${name}\\s*$`).test(text),
        ) + 1;
      return [
        {
          file,
          ...(line > 0 ? { line } : {}),
          wrong: `There is no ${what} “${name}”.`,
          instead: `Write one of: ${known.join(', ')}.`,
        },
      ];
    });
  return [
    ...check('cites', situation.cites, anchors, 'clause'),
    ...check(
      'clause',
      steps.map((step) => step.clause),
      anchors,
      'clause',
    ),
    ...check(
      'contact',
      steps.map((step) => step.contact),
      Object.keys(contacts),
      'contact',
    ),
    ...check(
      'help',
      steps.flatMap((step) => step.help ?? []),
      Object.keys(help),
      'entry in content/help.yaml',
    ),
    ...check(
      'see',
      situation.tellApart.map((other) => other.see),
      [...situations.keys()].filter((other) => other !== id),
      'other situation',
    ),
    ...replyProblems(file, texts.get(id) ?? '', situation),
  ];
}

function inGroups(groups: Groups, ids: readonly string[]): Problem[] {
  const file = 'content/groups.yaml';
  const grouped = groups.flatMap((group) => group.situations);
  return [
    ...grouped
      .filter((id) => !ids.includes(id))
      .map((id) => ({
        file,
        wrong: `There is no situation “${id}”.`,
        instead: `Write one of: ${ids.join(', ')}.`,
      })),
    ...duplicates(grouped).map((id) => ({
      file,
      wrong: `The situation “${id}” stands in two groups.`,
      instead: 'Leave it in the one where a reader would look first.',
    })),
    ...ids
      .filter((id) => !grouped.includes(id))
      .map((id) => ({
        file,
        wrong: `The situation “${id}” stands in no group.`,
        instead: 'Add it to one, or nobody will find it.',
      })),
  ];
}

function duplicates(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
