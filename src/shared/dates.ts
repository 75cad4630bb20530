/** The day of the build, as `YYYY-MM-DD`; taken from `SOURCE_DATE_EPOCH` for a reproducible build. */
export function buildDay(): string {
  const { SOURCE_DATE_EPOCH } = process.env;
  const now = SOURCE_DATE_EPOCH ? new Date(Number(SOURCE_DATE_EPOCH) * 1000) : new Date();
  return now.toISOString().slice(0, 10);
}

/** A `YYYY-MM-DD` date in full: 1 September 2027. */
export function dateInWords(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}
