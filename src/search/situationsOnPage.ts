/** A situation as the page's list shows it. */
export interface ListedSituation {
  id: string;
  href: string;
  title: string;
  summary: string;
  /** Anchors of the clauses that its page quotes. */
  cites: string[];
}

/** Reads the situations from the list that is on the page anyway, so that none has to be loaded twice. */
export function situationsOnPage(page: ParentNode): ListedSituation[] {
  return [...page.querySelectorAll<HTMLElement>('[data-situation]')].map((entry) => {
    const link = entry.querySelector('a');
    return {
      id: entry.dataset.situation ?? '',
      href: link?.getAttribute('href') ?? '',
      title: link?.textContent ?? '',
      summary: entry.querySelector('p')?.textContent ?? '',
      cites: (entry.dataset.cites ?? '').split(' '),
    };
  });
}
