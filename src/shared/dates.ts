/** The day on which the site is built, as `YYYY-MM-DD`; for a build that is to be repeated, the day it is told. */
export function buildDay(): string {
  const { SOURCE_DATE_EPOCH } = process.env;
  const now = SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}

/** A date, as `YYYY-MM-DD`, for people: 1 September 2027. */
export function dateInWords(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}
