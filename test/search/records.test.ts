import { describe, expect, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { searchRecords } from '../../src/search/records.ts';
import { recordsFile } from '../../src/search/recordsFile.ts';
import { ROOT } from '../support/buildSite.ts';

const content = loadOnce(ROOT);
const records = searchRecords(content, '/policies/');
const recordAt = (href: string) => records.find((record) => record.href === href);

describe('search records', () => {
  test('are one for each clause, then one for each situation, each once', () => {
    expect(records).toHaveLength(content.clauses.size + content.situations.size);
    expect(new Set(records.map(({ href }) => href)).size).toBe(records.length);
  });

  test('have the address of the section, in the site’s folder', () => {
    expect(recordAt('/policies/#threats')?.group).toBe('code');
    expect(recordAt('/policies/appendix-1/#libel')?.group).toBe('appendix');
    expect(recordAt('/policies/situations/sanctions/')?.group).toBe('situations');
  });

  test('have a clause’s own words and nothing else', () => {
    for (const clause of content.clauses.values()) {
      const record = recordAt(`/policies${clause.page}#${clause.anchor}`);
      expect(record).toMatchObject({ words: [clause.text], keywords: [], cites: [] });
    }
  });

  test('have the keywords of a situation, and where the clauses that it cites are', () => {
    const { keywords, cites } = recordAt('/policies/situations/defamatory-post/') ?? {};
    expect(keywords).toContain('libel');
    expect(cites).toEqual(
      ['libel', 'removal', 'legal-options'].map((anchor) => `/policies/appendix-1/#${anchor}`),
    );
  });

  test('have a situation’s sentences, each once', () => {
    const situation = content.situations.get('verbal-abuse');
    const { words = [], title } = recordAt('/policies/situations/verbal-abuse/') ?? {};
    for (const sentence of [situation?.summary, situation?.why, situation?.routes.staff.steps[0]?.how])
      expect(words.join(' ')).toContain(sentence);
    expect(words.join(' ').split(situation?.summary ?? '').length).toBe(2);
    expect(title).toBe(situation?.title);
  });
});

test('the records’ script has them all, and another name if they change', () => {
  const [one, other] = ['/', '/policies/'].map((base) => recordsFile(content, base));
  expect(JSON.parse(other?.text.replace(/^export default (.*);$/s, '$1') ?? '')).toEqual(records);
  expect(one?.name).not.toBe(other?.name);
});
