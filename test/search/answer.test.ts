import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/checker/reading/reader.ts';
import { answerSearch, type SearchAnswer, type SearchTools } from '../../src/search/answer.ts';
import type { Findings, Found } from '../../src/search/find.ts';

const DANGER = '/situations/emergency/';
const found = (href: string): Found => ({ group: 'situations', href, title: href, section: '', words: '' });
const calm: Reading = {
  answers: [],
  emergency: false,
  certain: false,
  concern: false,
  abstains: false,
  teller: undefined,
  otherLanguage: false,
  explanation: [],
};

interface Given {
  finds?: Found[] | 'nothing loads';
  /** What's found for a query's terms, if that depends on them. */
  findsFor?: (terms: readonly string[]) => Partial<Findings>;
  suggestion?: string;
  read?: (text: string) => Reading;
}

/** The answers shown, and the texts read. */
async function ask(query: string, { finds = [], findsFor, suggestion, read = () => calm }: Given) {
  const asked: string[] = [];
  const shown: SearchAnswer[] = [];
  const tools: SearchTools = {
    dangerPage: DANGER,
    find: async ({ terms }) => {
      if (finds === 'nothing loads') throw new Error('No records.');
      const missing = finds.length === 0 ? terms : [];
      return { found: finds, missing, together: true, unquoted: [], ...findsFor?.(terms) };
    },
    suggest: async () => suggestion,
    read: async (text) => {
      asked.push(text);
      return read(text);
    },
  };
  await answerSearch(query, tools, (answer) => shown.push(answer));
  return { asked, shown, last: shown.at(-1) };
}

const plenty = [found('/a/'), found('/b/')];

describe('the reading is used', () => {
  test.each([
    ['a whole sentence', 'another parent swore at me', plenty],
    ['a phrase, whose words may together mean danger', 'teacher hit child', plenty],
    ['a word for which little was found', 'libel', [found('/a/')]],
    ['a word for which the page about danger was found', 'knife', [...plenty, found(DANGER)]],
  ])('for %s', async (_, query, finds) => {
    expect((await ask(query, { finds })).asked).toEqual([query]);
  });

  test('not for a word with enough results, to save the download', async () => {
    const { asked, last } = await ask('facebook', { finds: plenty });
    expect(asked).toEqual([]);
    expect(last).toMatchObject({ found: plenty, reading: undefined });
  });

  test('not for a query without words', async () => {
    expect(await ask('?!', {})).toMatchObject({ asked: [], last: { found: [] } });
  });

  test('and is shown even if the records can’t be loaded', async () => {
    const read = () => ({ ...calm, emergency: true });
    const { last } = await ask('my dad hits me at night', { finds: 'nothing loads', read });
    expect(last).toMatchObject({ found: 'failed', reading: { emergency: true } });
  });

  test('and nothing is shown if it can’t be loaded', async () => {
    const read = () => {
      throw new Error('No model.');
    };
    expect((await ask('a b c d e', { read })).last).toMatchObject({ reading: 'failed' });
  });
});

describe('a typo', () => {
  test('gets a suggestion if nothing was found', async () => {
    expect((await ask('ofstead', { suggestion: 'ofsted' })).last?.suggestion).toBe('ofsted');
    expect((await ask('ofsted', { finds: plenty, suggestion: 'other' })).last?.suggestion).toBeUndefined();
  });

  test.each(['sucide', 'suicide'])('doesn’t hide the danger in %s', async (dangerous) => {
    const read = (text: string) => ({ ...calm, emergency: text === dangerous, concern: text !== dangerous });
    const { asked, last } = await ask('sucide', { suggestion: 'suicide', read });
    expect(asked).toEqual(['sucide', 'suicide']);
    expect(last?.reading).toMatchObject({ emergency: true, concern: false });
  });
});

describe('what was left out is told', () => {
  test('as it was typed, with what was found without it', async () => {
    const { last } = await ask('ban Xyzzy', { findsFor: () => ({ found: plenty, missing: ['xyzzy'] }) });
    expect(last).toMatchObject({ found: plenty, terms: ['ban'], suggestion: undefined });
    expect(last?.leftOut).toEqual({ words: ['Xyzzy'], corrected: [], phrases: [], apart: false });
  });

  test('with what was found for the spelling that was meant', async () => {
    const { last } = await ask('rude Techer xyzzy', {
      suggestion: 'rude teacher xyzzy',
      findsFor: (terms) =>
        terms.includes('teacher')
          ? { found: plenty, missing: ['xyzzy'] }
          : { found: [], missing: ['techer', 'xyzzy'] },
    });
    expect(last).toMatchObject({
      found: plenty,
      terms: ['rude', 'teacher'],
      suggestion: 'rude teacher xyzzy',
    });
    expect(last?.leftOut).toEqual({ words: ['xyzzy'], corrected: ['Techer'], phrases: [], apart: false });
  });

  test.each([
    ['a word was left out', { missing: ['xyzzy'] }],
    ['no section has all words', { together: false }],
  ])('and the reading is used if %s, as if little was found', async (_, findings) => {
    const { asked } = await ask('ban xyzzy', { findsFor: () => ({ found: plenty, ...findings }) });
    expect(asked).toEqual(['ban xyzzy']);
  });
});
