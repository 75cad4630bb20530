import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { resolveSituations } from '../../src/situations/resolve.ts';
import type { Step } from '../../src/situations/situation.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadOnce(ROOT);
const unset = resolveSituations({ ...content, school: { name: 'A School' }, base: '/' });
const set = resolveSituations({
  ...content,
  school: {
    name: 'A School',
    phone: '01234 567 890',
    email: 'office@example.org',
    complaintsPolicy: 'https://www.example.org/complaints.pdf',
    safeguardingLead: 'Sam Lee',
  },
  base: '/code/',
});
const stepsOf = (situations: typeof set, id: string): Step[] =>
  Object.values(situations.find((situation) => situation.id === id)?.routes ?? {}).flatMap(
    ({ steps }) => steps,
  );

describe('a step', () => {
  test('says what to do while the school’s details aren’t set', () => {
    const steps = stepsOf(unset, 'concern-unresolved');
    expect(steps.map((step) => step.unset)).toContain(content.contacts['complaints-policy']?.unset);
    expect(steps.flatMap((step) => step.details)).toEqual([]);
  });

  test('shows the school’s details instead once they’re set', () => {
    const steps = stepsOf(set, 'concern-unresolved');
    expect(steps.flatMap((step) => step.details)).toContainEqual({
      label: 'Online',
      text: 'Complaints policy',
      href: 'https://www.example.org/complaints.pdf',
    });
    expect(steps.map((step) => step.unset)).not.toContain(content.contacts['complaints-policy']?.unset);
    expect(stepsOf(set, 'emergency').flatMap((step) => step.details)).toContainEqual({
      label: 'Name',
      text: 'Sam Lee',
    });
    expect(stepsOf(set, 'verbal-abuse').flatMap((step) => step.details)).toContainEqual({
      label: 'Phone',
      text: '01234 567 890',
      href: 'tel:01234567890',
    });
  });

  test('quotes a clause exactly, and links to it under the site’s base', () => {
    const quoted = stepsOf(set, 'verbal-abuse').flatMap(({ quotation }) => quotation ?? []);
    expect(quoted.length).toBeGreaterThan(0);
    for (const { anchor, text, href } of quoted) {
      expect(text).toBe(content.clauses.get(anchor)?.text);
      expect(href).toBe(`/code${content.clauses.get(anchor)?.page}#${anchor}`);
    }
  });

  test('says under which heading a clause is, unless its lead-in or the page’s title says so', () => {
    const [anchor = '', clause] = [...content.clauses].find(([, { leadIn }]) => leadIn !== undefined) ?? [];
    const own = content.situations.get('verbal-abuse');
    if (clause === undefined || own === undefined) throw new Error('There’s nothing to quote.');
    const under = (changed: Partial<typeof clause>, title = own.title): string | undefined => {
      const [situation] = resolveSituations({
        ...content,
        base: '/',
        clauses: new Map([[anchor, { ...clause, ...changed }]]),
        situations: new Map([['verbal-abuse', { ...own, title, cites: [anchor] }]]),
      });
      return situation?.quotations[0]?.under;
    };
    const leadIn = 'We ask that they aren’t used to:';
    expect(under({ heading: '3. At the gate', leadIn })).toBe('3. At the gate');
    expect(under({ heading: 'Phones', outerHeading: 'On site:', leadIn })).toBe('On site: Phones');
    expect(under({ heading: '3. At the gate', leadIn: 'Parents must not:' })).toBeUndefined();
    expect(under({ heading: '3. At the gate:', leadIn }, 'On site: At the gate')).toBeUndefined();
    expect(under({ heading: '3. At the gate', leadIn: 'We ask that:' })).toBe('3. At the gate');
    expect(under({ heading: leadIn, leadIn })).toBeUndefined();
    expect(under({ heading: '', leadIn })).toBeUndefined();
    const text = 'If any of the above happens on site, we may ring the police.';
    expect(under({ heading: '3. At the gate', leadIn, text })).toBeUndefined();
  });

  test('leaves out a paragraph that only leads to the next clause it quotes', () => {
    const own = content.situations.get('verbal-abuse');
    const item = [...content.clauses.values()].find(({ leadIn }) => leadIn !== undefined);
    if (item?.leadIn === undefined || own === undefined) throw new Error('There’s nothing to quote.');
    const { leadIn, ...lead } = { ...item, anchor: 'lead', text: item.leadIn };
    const [situation] = resolveSituations({
      ...content,
      base: '/',
      clauses: new Map([
        ['lead', lead],
        [item.anchor, item],
      ]),
      situations: new Map([['verbal-abuse', { ...own, cites: ['lead', item.anchor] }]]),
    });
    expect(situation?.quotations.map(({ anchor }) => anchor)).toEqual([item.anchor]);
    expect(leadIn).toBe(lead.text);
  });

  test('quotes the Code in every situation except two', () => {
    const without = set.filter(({ quotations }) => quotations.length === 0).map(({ id }) => id);
    expect(without.sort()).toEqual(['emergency', 'not-covered']);
  });

  test('includes outside help with its number', () => {
    const help = stepsOf(unset, 'emergency').flatMap((step) => step.help);
    expect(help).toContainEqual(expect.objectContaining({ phone: '0808 800 5000' }));
    expect(help).toContainEqual(expect.objectContaining({ phone: '0800 1111' }));
    expect(help).toContainEqual(expect.objectContaining({ phone: '116 123' }));
    expect(help).toContainEqual(expect.objectContaining({ phone: '999' }));
  });
});
