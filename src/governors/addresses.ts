import type { Edition } from '../code/edition.ts';

/** Where the reminder of the review stands, from the site's root. */
export const CALENDAR_ADDRESS = '/governors/review.ics';

const FEED_ADDRESS = '/governors/changes.xml';

/** The editions that a feed can tell of: those that were adopted on a day that is known. */
export function datedEditions(editions: readonly Edition[]): (Edition & { adopted: string })[] {
  return editions.flatMap((edition) =>
    edition.status === 'draft' || edition.adopted === undefined
      ? []
      : [{ ...edition, adopted: edition.adopted }],
  );
}

/** Where the feed of changes stands; nothing where there can be none: its format asks for dates and whole addresses. */
export function changesFeedAddress(editions: readonly Edition[], site: URL | undefined): string | undefined {
  return site === undefined || datedEditions(editions).length === 0 ? undefined : FEED_ADDRESS;
}
