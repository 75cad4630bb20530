import { z } from 'zod';
import { isoDate, unset, webAddress } from '../shared/fields.ts';

/** `content/school.yaml`: all that only this school knows. Every key but `name` may be left empty. */
export const schoolSchema = z.strictObject({
  name: z.string().min(1).describe('the school’s full name, for example `name: Hill Top Primary School`.'),
  phone: unset(z.string().regex(/^[+\d][\d ()-]{6,}$/, 'that is not a phone number.')).describe(
    'the phone number of the school office in quotation marks, digits and spaces only, or leave it empty.',
  ),
  email: unset(z.email('that is not an email address.')).describe(
    'the email address of the school office, or leave it empty.',
  ),
  address: unset(z.string().min(1)).describe('the postal address on one line, or leave it empty.'),
  website: unset(webAddress()).describe(
    'the address of the school’s website, starting with https://, or leave it empty.',
  ),
  complaintsPolicy: unset(webAddress()).describe(
    'the address of the Complaints Policy, starting with https://, or leave it empty.',
  ),
  safeguardingLead: unset(z.string().min(1)).describe(
    'the name of the designated safeguarding lead, or leave it empty.',
  ),
  adopted: unset(isoDate()).describe(
    'the date the governors adopted the Code, as year-month-day, for example 2026-09-01, or leave it empty.',
  ),
  review: unset(isoDate()).describe(
    'the date the Code is due for review, as year-month-day, for example 2027-09-01, or leave it empty.',
  ),
  logo: unset(
    z.string().regex(/^[\w-]+\.(svg|png|webp|jpg)$/, 'that is not the file name of a picture.'),
  ).describe(
    'the file name of a picture that lies in the folder public, for example logo.svg, or leave it empty.',
  ),
  accent: unset(z.string().regex(/^#[\da-f]{6}$/i, 'that is not a colour.')).describe(
    'the school’s colour as # and six digits in quotation marks, for example "#1f5c4d", or leave it empty.',
  ),
  publishedAt: unset(webAddress()).describe(
    'the address where this site will stand, starting with https://, or leave it empty.',
  ),
});

/** What the school has told us about itself; a key that is not set is missing. */
export type School = z.output<typeof schoolSchema>;

/** The keys that `school` leaves open, in the file's order. */
export function unsetKeys(school: School): string[] {
  return Object.keys(schoolSchema.shape).filter(
    (key) => !(key in school) || school[key as keyof School] === undefined,
  );
}
