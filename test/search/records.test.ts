import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { searchRecords } from '../../src/search/records.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadContent(ROOT);
const records = searchRecords(content, '/policies/');
const recordAt = (url: string) => records.find((record) => record.url === url);

describe('search records', () => {
  test('are one for each clause, then one for each situation, each once', () => {
    expect(records).toHaveLength(content.clauses.size + content.situations.size);
    expect(new Set(records.map(({ url }) => url)).size).toBe(records.length);
  });

  test('open at the anchor, in the site’s folder', () => {
    expect(recordAt('/policies/#threats')?.filters.group).toEqual(['code']);
    expect(recordAt('/policies/appendix-1/#libel')?.filters.group).toEqual(['appendix']);
    expect(recordAt('/policies/situations/sanctions/')?.filters.group).toEqual(['situations']);
  });

  test('show of a clause its own words and no other', () => {
    for (const clause of content.clauses.values()) {
      expect(recordAt(`/policies${clause.page}#${clause.anchor}`)?.content).toBe(clause.text);
    }
  });

  test('know a clause by the search words of the situations that cite it, the first cited best', () => {
    const { meta } = recordAt('/policies/#verbal-abuse') ?? {};
    expect(meta?.keywords).toContain('swearing');
    const { meta: sanctions } = recordAt('/policies/#sanctions') ?? {};
    expect(sanctions?.keywords).not.toContain('swearing');
    expect(sanctions?.related).toContain('swearing');
  });

  test('hold what a situation says, each sentence once', () => {
    const situation = content.situations.get('verbal-abuse');
    const { content: words = '', meta } = recordAt('/policies/situations/verbal-abuse/') ?? {};
    for (const said of [situation?.summary, situation?.why, situation?.routes.staff[0]?.how])
      expect(words).toContain(said);
    expect(words.split(situation?.summary ?? '').length).toBe(2);
    expect(meta?.title).toBe(situation?.title);
  });

  test('have no search word of a single letter, which would answer to every unknown word', () => {
    expect(records.filter(({ meta }) => /(^|, )\w(,|$)/.test(`${meta.keywords}, ${meta.related}`))).toEqual(
      [],
    );
  });
});
