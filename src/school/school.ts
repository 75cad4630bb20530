import { z } from 'zod';
import { httpsUrl, isoDate, orEmpty } from '../shared/fields.ts';

/** `content/school.yaml`: all that only this school knows. Every key but `name` may be left empty. */
export const schoolSchema = z.strictObject({
  name: z.string().min(1).describe('the school’s full name, for example `name: Hill Top Primary School`.'),
  phone: orEmpty(z.string().regex(/^[+\d][\d ()-]{6,}$/, 'that is not a phone number.')).describe(
    'the phone number of the school office in quotation marks, digits and spaces only, or leave it empty.',
  ),
  email: orEmpty(z.email('that is not an email address.')).describe(
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
  adopted: orEmpty(isoDate()).describe(
    'the date the governors adopted the Code, as year-month-day, for example 2026-09-01, or leave it empty.',
  ),
  review: orEmpty(isoDate()).describe(
    'the date the Code is due for review, as year-month-day, for example 2027-09-01, or leave it empty.',
  ),
  logo: orEmpty(
    z.string().regex(/^[\w-]+\.(svg|png|webp|jpg)$/, 'that is not the file name of a picture.'),
  ).describe(
    'the file name of a picture that lies in the folder public, for example logo.svg, or leave it empty.',
  ),
  accent: orEmpty(z.string().regex(/^#[\da-f]{6}$/i, 'that is not a colour.')).describe(
    'the school’s colour as # and six digits in quotation marks, for example "#1f5c4d", or leave it empty.',
  ),
  publishedAt: orEmpty(httpsUrl()).describe(
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
