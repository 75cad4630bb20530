import { Feed } from 'feed';
import type { Edition } from '../code/edition.ts';

const FEED_ADDRESS = '/governors/changes.xml';

/** An edition whose day of adoption is known. */
export type DatedEdition = Edition & { adopted: string };

/** The editions that a feed can list. */
export function datedEditions(editions: readonly Edition[]): DatedEdition[] {
  return editions.filter(
    (edition): edition is DatedEdition => edition.status !== 'draft' && edition.adopted !== undefined,
  );
}

/** The feed's address, from the site's root; undefined if there's none, because it needs dates and the site's address. */
export function changesFeedAddress(editions: readonly Edition[], site: URL | undefined): string | undefined {
  return site === undefined || datedEditions(editions).length === 0 ? undefined : FEED_ADDRESS;
}

interface FeedInput {
  /** Title of the Code. */
  title: string;
  school: string;
  /** Who adopts the Code, as after “the”. */
  body: string;
  /** At least one, in any order. */
  editions: readonly Pick<DatedEdition, 'name' | 'title' | 'adopted' | 'summary' | 'sha256'>[];
  /** Full addresses of the site, of the governors' page, and of the feed itself. */
  site: string;
  page: string;
  feed: string;
}

/**
 * The changes to the Code as an Atom feed (RFC 4287), with an entry for each edition, the newest first. The same input
 * always gives the same bytes.
 */
export function changesFeed({ title, school, body, editions, site, page, feed }: FeedInput): string {
  const newestFirst = editions.toSorted((a, b) => b.adopted.localeCompare(a.adopted));
  const [newest] = newestFirst;
  const atom = new Feed({
    id: feed,
    title: `Changes to “${title}”, ${school}`,
    link: page,
    language: 'en-GB',
    generator: false,
    feedLinks: { atom: feed },
    author: { name: school, link: site },
    ...(newest === undefined ? {} : { updated: new Date(newest.adopted) }),
  });
  for (const { name, title: edition, adopted, summary, sha256 } of newestFirst) {
    atom.addItem({
      // The same text is the same entry, even if the site moves.
      id: `urn:sha256:${sha256}`,
      title: edition,
      link: `${page}editions/${name}.txt`,
      date: new Date(adopted),
      description: summary ?? `The ${body} adopted this edition.`,
    });
  }
  return atom.atom1();
}
