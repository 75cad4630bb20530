/** For the form of a word, the numbers of the groups it belongs to: often none. */
export type GroupsOf = (form: string) => readonly number[];

/** No beginning is shorter than this: `pun*` is the least. */
const SHORTEST_BEGINNING = 3;

/** Masked words (`f***`) belong where this word does. */
const MASKED = 'fuck';

/**
 * Makes the function that finds a word's groups.
 *
 * @param groups each a list of forms with blanks between; `punch*` stands for all that begins so.
 */
export function createGroups(groups: readonly string[]): GroupsOf {
  const byForm = new Map<string, number[]>();
  // Under the first letters of each beginning, all beginnings that share them.
  const byStart = new Map<string, { beginning: string; group: number }[]>();
  for (const [group, forms] of groups.entries()) {
    for (const form of forms.split(' ')) {
      if (!form.endsWith('*')) byForm.set(form, [...(byForm.get(form) ?? []), group]);
      else {
        const start = form.slice(0, SHORTEST_BEGINNING);
        byStart.set(start, [...(byStart.get(start) ?? []), { beginning: form.slice(0, -1), group }]);
      }
    }
  }
  return (form) => {
    const plain = form.includes('*') ? MASKED : form;
    const exact = byForm.get(plain) ?? [];
    const begun = byStart.get(plain.slice(0, SHORTEST_BEGINNING));
    if (begun === undefined) return exact;
    const found = new Set(exact);
    for (const { beginning, group } of begun) if (plain.startsWith(beginning)) found.add(group);
    return [...found];
  };
}
