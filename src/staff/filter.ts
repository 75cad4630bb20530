/** A text's words as they're compared: in lower case, without accents, and with straight apostrophes. */
function plainWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether a text has everything that was typed, in any order: parts of words are enough, and case doesn't matter. */
export function matches(text: string, typed: string): boolean {
  const all = plainWords(text).join(' ');
  return plainWords(typed).every((word) => all.includes(word));
}

/** What the page says about a filter: nothing while it's empty. */
export function resultLine(found: number, typed: string): string {
  const words = typed.trim();
  if (words === '') return '';
  if (found === 0) return `No results for “${words}”.`;
  return found === 1 ? '1 result' : `${found} results`;
}

/**
 * Makes a box show only the rows that match what's typed into it. Groups with no such row are hidden with them.
 *
 * @param status announces how many rows there are
 * @param rows each has `data-words`, which is searched together with its `summary`
 * @param groups what has rows, and perhaps a heading
 */
export function mountFilter(
  box: HTMLInputElement,
  status: HTMLElement,
  rows: readonly HTMLElement[],
  groups: readonly HTMLElement[],
): void {
  const texts = rows.map((row) => `${row.querySelector('summary')?.textContent} ${row.dataset.words ?? ''}`);
  const apply = (): void => {
    let found = 0;
    rows.forEach((row, index) => {
      row.hidden = !matches(texts[index] ?? '', box.value);
      if (!row.hidden) found++;
    });
    for (const group of groups) group.hidden = group.querySelector('article:not([hidden])') === null;
    status.textContent = resultLine(found, box.value);
  };
  box.addEventListener('input', apply);
  // A link on the page may lead to something that the filter hides.
  const follow = (id: string): void => {
    const target = document.getElementById(id);
    if (target === null) return;
    if (target.closest('[hidden]') !== null) {
      box.value = '';
      apply();
      target.scrollIntoView();
    }
    const fold = rows.includes(target) ? target.querySelector('details') : null;
    if (fold !== null) fold.open = true;
  };
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link !== null) follow(link.hash.slice(1));
  });
  addEventListener('hashchange', () => follow(location.hash.slice(1)));
  follow(location.hash.slice(1));
  // A browser may keep what was typed when the reader comes back.
  apply();
}
