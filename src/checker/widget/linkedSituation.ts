/**
 * Which situation a link to the checker names, as in `/check/#verbal-abuse`.
 *
 * @param fragment of the address, with its `#`; anyone may have written anything there
 * @param ids of the situations there are
 * @returns the situation's id; nothing where the fragment is no situation's
 */
export function situationInFragment(fragment: string, ids: readonly string[]): string | undefined {
  return ids.find((id) => fragment === `#${id}`);
}

/**
 * Shows the answer to the situation that the address names, until something is typed. Whatever else stands there
 * changes nothing. Without script the link leads to that situation in the list.
 */
export function prepareLinkedSituation(checker: HTMLElement): void {
  const box = checker.querySelector('textarea');
  const place = checker.querySelector<HTMLElement>('[data-answer]');
  const examples = checker.querySelector<HTMLElement>('[data-examples]');
  const list = checker.querySelector<HTMLElement>('[data-list]');
  if (box === null || place === null || list === null) return;
  const ids = [...list.querySelectorAll('li[id]')].map(({ id }) => id);

  const show = async (): Promise<void> => {
    const id = situationInFragment(location.hash, ids);
    // What the reader has written counts for more than the link.
    if (id === undefined || box.value.trim() !== '') return;
    try {
      const [{ lookHereFirst }, answers] = await Promise.all([
        import('./LookHereFirst.tsx'),
        import('virtual:answers'),
      ]);
      const situation = answers.situations.find((each) => each.id === id);
      if (situation === undefined || box.value.trim() !== '') return;
      lookHereFirst(place, situation, answers.words);
      if (examples !== null) examples.hidden = true;
      // In a frame, it is for the page around it to say where its reader is.
      if (window.parent === window) place.querySelector<HTMLElement>('[data-headline]')?.focus();
    } catch {
      list.classList.add('needed');
    }
  };
  addEventListener('hashchange', () => void show());
  void show();
}
