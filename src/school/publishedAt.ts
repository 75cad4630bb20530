import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ContentError } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';
import { schoolSchema } from './school.ts';

/**
 * The address that school.yaml gives for the site, which Astro wants to know before anything else.
 *
 * @param root the project's folder
 * @returns nothing where it isn't set, or where the file has a mistake: the build reports that with all the others
 */
export function publishedAt(root: string): string | undefined {
  try {
    const file = 'content/school.yaml';
    return readYaml(file, readFileSync(path.join(root, file), 'utf8'), schoolSchema).publishedAt;
  } catch (error) {
    if (error instanceof ContentError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}
