import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { routeMapOf, routeMapProblems } from '../../src/situations/routeMap.ts';
import { ROOT } from '../support/buildSite.ts';

const { routeMap, situations } = loadOnce(ROOT);

describe('the diagram of who to talk to', () => {
  test('takes its words from the routes, and most lines lead to the Complaints Policy', () => {
    const { lines, shared } = routeMapOf(routeMap, situations);
    expect(shared).toBe('The Complaints Policy');
    for (const [index, { id, title, steps, joins }] of lines.entries()) {
      const line = routeMap.lines[index];
      const route = situations.get(id)?.routes[line?.route ?? 'affected'].steps ?? [];
      expect(title).toBe(situations.get(id)?.title);
      expect([...steps, ...(joins ? [shared] : [])]).toEqual(line?.steps.map((step) => route[step - 1]?.who));
    }
    expect(lines.filter(({ joins }) => joins).length).toBeGreaterThan(lines.length / 2);
  });

  test('starts with danger, which doesn’t lead to a policy', () => {
    expect(routeMapOf(routeMap, situations).lines[0]).toMatchObject({ id: 'emergency', joins: false });
  });

  test('has no shared step if no two lines end with the same one', () => {
    const [first] = routeMap.lines;
    const { lines, shared } = routeMapOf({ ...routeMap, lines: first ? [first] : [] }, situations);
    expect(shared).toBe('');
    expect(lines[0]).toMatchObject({ joins: false });
    expect(lines[0]?.steps).toHaveLength(first?.steps.length ?? 0);
  });

  test('can’t have a situation or step that doesn’t exist', () => {
    const problems = (situation: string, steps: number[]) =>
      routeMapProblems({ ...routeMap, lines: [{ situation, route: 'affected', steps }] }, situations);
    expect(problems('shouting', [1])[0]?.wrong).toContain('no situation called “shouting”');
    expect(problems('emergency', [1, 9])[0]?.wrong).toContain('step 9 of the route “affected”');
  });
});
