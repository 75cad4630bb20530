import { parse } from 'yaml';
import { addForwarded } from '../addresses/editRegistry.ts';
import { ADDRESSES_FILE, addressesSchema, shortAddressOfSituation } from '../addresses/registry.ts';
import { languageSchema } from '../checker/languages/schema.ts';
import { pruneYaml } from '../shared/pruneYaml.ts';
import { readYaml } from '../shared/yaml.ts';
import { ROUTE_MAP_FILE, routeMapSchema } from '../situations/routeMap.ts';
import { groupsSchema, situationSchema } from '../situations/schema.ts';
import { withoutSituations } from './withoutSituations.ts';

const GROUPS_FILE = 'content/groups.yaml';
/** What `npm run adopt` compares a Code with; a school that has adopted its own doesn’t have it. */
const TOPICS_FILE = 'content/adopt/policy-wording.yaml';

/** A link that a person has to reword. */
export interface Mention {
  file: string;
  line: number;
  text: string;
}

/** What dropping situations makes of the content. */
export interface DroppedSituations {
  /** The new text of each file that changes; undefined if it’s deleted. */
  files: Map<string, string | undefined>;
  /** The addresses that are forwarded, and where to. */
  forwarded: { from: string; to: string }[];
  /** Links in texts. They still work, because they’re forwarded. */
  mentions: Mention[];
}

/** The ids of the situations that have a file, phrases or a place in a group. */
export function situationsIn(files: ReadonlyMap<string, string>): string[] {
  const named = [...files.keys()].flatMap(
    (file) =>
      /^content\/(?:situations\/([^/]+)\.yaml|phrases\/([^/]+)\.txt)$/.exec(file)?.slice(1).filter(Boolean) ??
      [],
  );
  const groups = readYaml(GROUPS_FILE, files.get(GROUPS_FILE) ?? '', groupsSchema);
  return [...new Set([...named, ...groups.flatMap(({ situations }) => situations)])].sort();
}

/**
 * Takes situations out of everything that names them, and forwards their addresses. All else in the files stays as it is.
 *
 * @param files every text file of the content, by its path from the project’s folder
 * @param ids of the situations
 * @param to where their addresses lead from now on
 * @throws ContentError if a file that names situations has a mistake
 */
export function dropSituations(
  files: ReadonlyMap<string, string>,
  ids: readonly string[],
  to: string,
): DroppedSituations {
  const text = (file: string): string => files.get(file) ?? '';
  const changed = new Map<string, string | undefined>();
  const isDropped = (id: string): boolean => ids.includes(id);
  const change = (file: string, made: string): void => {
    if (made !== files.get(file)) changed.set(file, made);
  };
  for (const id of ids)
    for (const file of [fileOf(id), `content/phrases/${id}.txt`])
      if (files.has(file)) changed.set(file, undefined);
  const others = [...files.keys()]
    .filter((file) => /^content\/situations\/[^/]+\.yaml$/.test(file) && !changed.has(file))
    .map((file) => [file, readYaml(file, text(file), situationSchema)] as const);
  const left = withoutSituations(
    {
      situations: new Map(others),
      groups: readYaml(GROUPS_FILE, text(GROUPS_FILE), groupsSchema),
      routeMap: readYaml(ROUTE_MAP_FILE, text(ROUTE_MAP_FILE), routeMapSchema),
    },
    ids,
  );
  for (const [file, value] of [
    ...left.situations,
    [GROUPS_FILE, left.groups],
    [ROUTE_MAP_FILE, left.routeMap],
  ] as const)
    change(file, pruneYaml(text(file), value));
  for (const file of files.keys()) {
    if (/^content\/languages\/[^/]+\.yaml$/.test(file)) {
      const language = readYaml(file, text(file), languageSchema);
      const titles = Object.entries(language.situations).filter(([id]) => !isDropped(id));
      // As it’s written: the schema fills in what’s left out.
      const written = parse(text(file)) as Record<string, unknown>;
      change(file, pruneYaml(text(file), { ...written, situations: Object.fromEntries(titles) }));
    }
    if (/^content\/phrases\/[^/]+\.txt$/.test(file) && !changed.has(file))
      change(file, withoutAlso(text(file), isDropped));
  }
  if (files.has(TOPICS_FILE)) {
    const topics = parse(text(TOPICS_FILE)) as { situations: string[] }[];
    const kept = topics.map((topic) => ({
      ...topic,
      situations: topic.situations.filter((id) => !isDropped(id)),
    }));
    change(TOPICS_FILE, pruneYaml(text(TOPICS_FILE), kept));
  }
  const { published, forwarded: already } = readYaml(ADDRESSES_FILE, text(ADDRESSES_FILE), addressesSchema);
  const forwarded = ids
    .flatMap((id) => {
      const page = `/situations/${id}/`;
      const short = shortAddressOfSituation(id);
      // The short address follows the page’s, if that was ever published.
      return [published.includes(page) ? page : short];
    })
    .filter((from) => published.includes(from) && !(from in already))
    .map((from) => ({ from, to }));
  change(ADDRESSES_FILE, addForwarded(text(ADDRESSES_FILE), forwarded));
  return { files: changed, forwarded, mentions: mentionsOf(ids, files, changed) };
}

export function fileOf(id: string): string {
  return `content/situations/${id}.yaml`;
}

/** Takes situations out of the headings of phrases, where they say what else would be right. */
function withoutAlso(text: string, isDropped: (id: string) => boolean): string {
  return text.replaceAll(
    /^(#\s+\S+(?:\s+[a-z]+=\S+)*?)\s+also=(\S+)/gm,
    (heading, start: string, also: string) => {
      const left = also.split(',').filter((id) => !isDropped(id));
      if (left.length === also.split(',').length) return heading;
      return left.length === 0 ? start : `${start} also=${left.join(',')}`;
    },
  );
}

/** Links to the situations that are left in texts. */
function mentionsOf(
  ids: readonly string[],
  files: ReadonlyMap<string, string>,
  changed: ReadonlyMap<string, string | undefined>,
): Mention[] {
  const link = new RegExp(`/(?:situations|s)/(?:${ids.join('|')})/|/check/#(?:${ids.join('|')})(?![\\w-])`);
  return [...files].flatMap(([file, before]) => {
    const text = changed.has(file) ? changed.get(file) : before;
    if (text === undefined || file === ADDRESSES_FILE || !/\.(?:yaml|mdx)$/.test(file)) return [];
    return text
      .split('\n')
      .flatMap((line, index) => (link.test(line) ? [{ file, line: index + 1, text: line.trim() }] : []));
  });
}
