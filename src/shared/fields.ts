import { z } from 'zod';

/** A field that may be left empty: `key:` with no value counts as missing. */
export function orEmpty<S extends z.ZodType>(field: S) {
  return z.preprocess((value) => (value === null ? undefined : value), field.optional());
}

/** A whole web address: `https:hilltop.sch.uk` would be taken for one, and lead to a page of this site. */
export function httpsUrl() {
  const wrong = 'it isn’t a whole address that starts with https://.';
  return z
    .url({ protocol: /^https$/, error: wrong })
    .refine((url) => /^https:\/\/[^/?#\s]+\.[^/?#\s]+/i.test(url), wrong);
}

/** A `YYYY-MM-DD` date. */
export function isoDate() {
  return z.iso.date('it isn’t a real date written as year-month-day.');
}

/** One line of text, not empty. */
export function line(maxLength: number) {
  return z
    .string()
    .min(1, 'it’s empty.')
    .max(maxLength, `it’s longer than ${maxLength} characters.`)
    .refine((text) => !text.includes('\n'), 'it’s more than one line.');
}

/** Text of any length, not empty. */
export function text() {
  return z.string().min(1, 'it’s empty.');
}

/** The name one content file uses to refer to something in another. */
export function id() {
  return z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id has only lower-case letters, digits and hyphens.');
}

/** The steps of a route that are shown elsewhere, by number. */
export function stepNumbers() {
  return z
    .array(z.int('it isn’t a whole number.').min(1, 'steps are numbered from 1.'))
    .min(1)
    .max(3)
    .describe('which steps of that route, as one to three numbers in square brackets, for example [1, 2].');
}

/** The clauses that what’s said beside it rests on, each with a fingerprint of its words. */
export function readBeside() {
  return z
    .record(id(), z.string().regex(/^[0-9a-f]{6}$/, 'it isn’t six digits and letters from a to f.'))
    .optional()
    .describe(
      'for each clause this rests on, the fingerprint of its words, in quotation marks, or delete the line; the build says which.',
    );
}
