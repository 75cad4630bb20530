import type { Edition } from '../code/edition.ts';
import { capitalised } from '../shared/capitalised.ts';

/** An edition's name on the pages, from its file name: `edition-2` is “Edition 2”. */
export function nameOfEdition({ name }: Pick<Edition, 'name'>): string {
  return capitalised(name.replaceAll(/[-_]+/g, ' '));
}

export const STATUS_IN_WORDS: Record<Edition['status'], string> = {
  adopted: 'In force',
  draft: 'Draft, not adopted',
  superseded: 'No longer in force',
};

/** Addresses of an edition's pages, from the site's root. */
export const textHref = ({ name }: Edition): string => `/governors/editions/${name}.txt`;
export const draftHref = ({ name }: Edition): string => `/governors/draft/${name}/`;
export const commentsHref = ({ name }: Edition): string => `/governors/draft/${name}/comments/`;
export const comparisonHref = (older: Edition, newer: Edition): string =>
  `/governors/compare/${older.name}/${newer.name}/`;

/** Every pair of editions. They must be sorted oldest first. */
export function pairsOf(editions: readonly Edition[]): [older: Edition, newer: Edition][] {
  return editions.flatMap((older, index) =>
    editions.slice(index + 1).map((newer): [Edition, Edition] => [older, newer]),
  );
}
