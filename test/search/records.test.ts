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

  test('have the address of the section, in the site’s folder', () => {
    expect(recordAt('/policies/#threats')?.filters.group).toEqual(['code']);
    expect(recordAt('/policies/appendix-1/#libel')?.filters.group).toEqual(['appendix']);
    expect(recordAt('/policies/situations/sanctions/')?.filters.group).toEqual(['situations']);
  });

  test('have only a clause’s own words as content', () => {
    for (const clause of content.clauses.values()) {
      expect(recordAt(`/policies${clause.page}#${clause.anchor}`)?.content).toBe(clause.text);
    }
  });

  test('have the keywords of the situations that cite a clause, apart from those that cite another first', () => {
    const { meta } = recordAt('/policies/#verbal-abuse') ?? {};
    expect(meta?.keywords).toContain('swearing');
    const { meta: sanctions } = recordAt('/policies/#sanctions') ?? {};
    expect(sanctions?.keywords).not.toContain('swearing');
    expect(sanctions?.related).toContain('swearing');
  });

  test('have a situation’s sentences, each once', () => {
    const situation = content.situations.get('verbal-abuse');
    const { content: words = '', meta } = recordAt('/policies/situations/verbal-abuse/') ?? {};
    for (const sentence of [situation?.summary, situation?.why, situation?.routes.staff.steps[0]?.how])
      expect(words).toContain(sentence);
    expect(words.split(situation?.summary ?? '').length).toBe(2);
    expect(meta?.title).toBe(situation?.title);
  });

  test('have no one-letter keyword, which would match every unknown word', () => {
    expect(records.filter(({ meta }) => /(^|, )\w(,|$)/.test(`${meta.keywords}, ${meta.related}`))).toEqual(
      [],
    );
  });
});
