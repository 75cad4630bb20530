import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { line } from '../../shared/fields.ts';
import { readYaml } from '../../shared/yaml.ts';
import { hashOf, spread } from '../reading/hash.ts';
import type { Phrase } from './phrases.ts';

/** Where the sources are listed, from the project's folder. */
export const SOURCES_FILE = 'content/phrases/sources.yaml';

/** `content/phrases/sources.yaml`: where phrases come from, and which of them only measure. */
export const sourcesSchema = z.array(
  z.strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/)
      .describe('an id of small letters and hyphens.'),
    title: line(60).describe('what this source is called, in a few words.'),
    about: line(400).describe('who wrote it and how, in a sentence or two.'),
    authors: z
      .array(z.string())
      .min(1)
      .describe('how the names of its authors start, in square brackets, for example [t1, t2].'),
    /** Lines of life weigh more than what was made up at a desk. Default: 1. */
    weight: z.number().positive().default(1).describe('how much each of its lines counts, for example 3.'),
    /** Lines that never train the checker: none of them, a tenth chosen by a hash of the text, or all. Default: none. */
    heldOut: z.enum(['none', 'tenth', 'all']).default('none').describe('none, tenth or all.'),
  }),
);
export type Source = z.output<typeof sourcesSchema>[number];

/**
 * Reads the list of sources.
 *
 * @param root the project's folder
 * @returns none where there's no such file: then every phrase trains
 * @throws ContentError naming every mistake
 */
export function readSources(root: string): Source[] {
  const file = path.join(root, SOURCES_FILE);
  return existsSync(file) ? readYaml(SOURCES_FILE, readFileSync(file, 'utf8'), sourcesSchema) : [];
}

/** The source of a phrase: the one with the longest start of its author's name; nothing where none has any. */
export function sourceOf({ author }: Pick<Phrase, 'author'>, sources: readonly Source[]): Source | undefined {
  const starts = sources.flatMap((source) => source.authors.map((start) => ({ source, start })));
  return starts
    .filter(({ start }) => author.startsWith(start))
    .sort((a, b) => b.start.length - a.start.length)[0]?.source;
}

/** One phrase in so many of a source is held out where a tenth is. */
const HELD_OUT = 10;

/** Whether a phrase never trains the checker, so that it can measure it. */
export function isHeldOut(phrase: Phrase, source: Source | undefined): boolean {
  if (source?.heldOut === 'all') return true;
  return source?.heldOut === 'tenth' && spread(hashOf(phrase.text, 0)) % HELD_OUT === 0;
}
