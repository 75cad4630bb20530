import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { httpsUrl, isoDate, orEmpty } from '../shared/fields.ts';
import { ContentError } from '../shared/problem.ts';
import { readYaml } from '../shared/yaml.ts';

export const SCHOOL_FILE = 'content/school.yaml';

/** A few words for who adopts the Code. */
export const BODY = /^(?!(?:the|an?) )\p{L}[\p{L} ’'-]{2,39}$/iu;

/** `content/school.yaml`: everything specific to the school. Every key except `name` may be left empty. */
export const schoolSchema = z.strictObject({
  name: z.string().min(1).describe('the school’s full name, for example `name: Hill Top Primary School`.'),
  body: orEmpty(z.string().regex(BODY, 'it isn’t a few words without “the” before them.')).describe(
    'who adopts the Code, for example governors, trustees or local committee, or leave it empty for governors.',
  ),
  phone: orEmpty(z.string().regex(/^[+\d][\d ()-]{6,}$/, 'it isn’t a phone number.')).describe(
    'the phone number of the school office in quotation marks, digits and spaces only, or leave it empty.',
  ),
  email: orEmpty(z.email('it isn’t an email address.')).describe(
    'the email address of the school office, or leave it empty.',
  ),
  address: orEmpty(z.string().min(1)).describe('the postal address on one line, or leave it empty.'),
  website: orEmpty(httpsUrl()).describe(
    'the address of the school’s website, starting with https://, or leave it empty.',
  ),
  complaintsPolicy: orEmpty(httpsUrl()).describe(
    'the address of the Complaints Policy, starting with https://, or leave it empty.',
  ),
  safeguardingLead: orEmpty(z.string().min(1)).describe(
    'the name of the designated safeguarding lead, or leave it empty.',
  ),
  interpreter: orEmpty(z.boolean('it isn’t true or false.')).describe(
    'true if the school can arrange an interpreter for a family, or leave it empty.',
  ),
  adopted: orEmpty(isoDate()).describe(
    'the date the Code was adopted, as year-month-day, for example 2026-09-01, or leave it empty.',
  ),
  review: orEmpty(isoDate()).describe(
    'the date the Code is due for review, as year-month-day, for example 2027-09-01, or leave it empty.',
  ),
  logo: orEmpty(
    z.string().regex(/^[\w-]+\.(svg|png|webp|jpg)$/, 'it isn’t the file name of a picture.'),
  ).describe('the file name of a picture in the folder public, for example logo.svg, or leave it empty.'),
  accent: orEmpty(z.string().regex(/^#[\da-f]{6}$/i, 'it isn’t a colour.')).describe(
    'the school’s colour as # and six digits in quotation marks, for example "#1f5c4d", or leave it empty.',
  ),
  publishedAt: orEmpty(httpsUrl()).describe(
    'the address where this site will be published, starting with https://, or leave it empty.',
  ),
});

/** The school's details; a key that isn't set is missing. */
export type School = z.output<typeof schoolSchema>;

/** The keys that aren't set, in the file's order. */
export function unsetKeys(school: School): string[] {
  return Object.keys(schoolSchema.shape).filter((key) => school[key as keyof School] === undefined);
}

/**
 * The site's address from school.yaml, which Astro needs before anything else.
 *
 * @param root the project's folder
 * @returns nothing if it isn't set, or if the file has a mistake, which the build then reports with all the others
 */
export function publishedAt(root: string): string | undefined {
  try {
    return readYaml(SCHOOL_FILE, readFileSync(path.join(root, SCHOOL_FILE), 'utf8'), schoolSchema)
      .publishedAt;
  } catch (error) {
    if (error instanceof ContentError || (error instanceof Error && 'code' in error)) return undefined;
    throw error;
  }
}
