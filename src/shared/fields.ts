import { z } from 'zod';

/** A field that may be left empty: `key:` with nothing behind it counts as not written. */
export function unset<S extends z.ZodType>(field: S) {
  return z.preprocess((value) => (value === null ? undefined : value), field.optional());
}

/** An https address. */
export function webAddress() {
  return z.url({ protocol: /^https$/, error: 'that is not an address that starts with https://.' });
}

/** A date of the calendar as `YYYY-MM-DD`. */
export function isoDate() {
  return z.iso.date('that is not a date of the calendar written as year-month-day.');
}

/** One line of text with something in it, at most `most` characters. */
export function line(most: number) {
  return z
    .string()
    .min(1, 'it is empty.')
    .max(most, `it is longer than ${most} characters.`)
    .refine((text) => !text.includes('\n'), 'it is more than one line.');
}

/** Text of any length with something in it. */
export function text() {
  return z.string().min(1, 'it is empty.');
}

/** The name by which one file of content speaks of what stands in another. */
export function id() {
  return z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id has only small letters, digits and hyphens.');
}
