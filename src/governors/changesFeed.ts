import { Feed } from 'feed';

/** An edition that was adopted on a day that is known. */
export interface AdoptedEdition {
  name: string;
  title: string;
  adopted: string;
  summary?: string | undefined;
  sha256: string;
}

interface Sources {
  /** Title of the Code. */
  title: string;
  school: string;
  /** At least one, in any order. */
  editions: readonly AdoptedEdition[];
  /** Whole addresses: of the site, of the governors' page, and of the feed itself. */
  site: string;
  page: string;
  feed: string;
}

/**
 * The changes of the Code as an Atom feed (RFC 4287), newest first: an entry for each edition. The same content gives
 * the same bytes.
 */
export function changesFeed({ title, school, editions, site, page, feed }: Sources): string {
  const newestFirst = editions.toSorted((a, b) => b.adopted.localeCompare(a.adopted));
  const [newest] = newestFirst;
  const atom = new Feed({
    id: feed,
    title: `Changes of “${title}”, ${school}`,
    link: page,
    language: 'en-GB',
    generator: false,
    feedLinks: { atom: feed },
    author: { name: school, link: site },
    ...(newest === undefined ? {} : { updated: dayOf(newest.adopted) }),
  });
  for (const { name, title: edition, adopted, summary, sha256 } of newestFirst) {
    atom.addItem({
      // The words themselves are the entry: the same words are the same entry, wherever the site stands.
      id: `urn:sha256:${sha256}`,
      title: edition,
      link: `${page}editions/${name}.txt`,
      date: dayOf(adopted),
      description: summary ?? `The governors adopted this edition.`,
    });
  }
  return atom.atom1();
}

function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
