import { describe, expect, test } from 'vitest';
import type { Reading } from '../../src/checker/reading/reader.ts';
import { answerTo, type SearchAnswer, type Tools } from '../../src/search/answer.ts';
import type { Found } from '../../src/search/find.ts';

const DANGER = '/situations/emergency/';
const found = (href: string): Found => ({ group: 'situations', href, title: href, section: '', words: '' });
const calm: Reading = { answers: [], emergency: false, concern: false, otherLanguage: false, because: [] };

interface Given {
  finds?: Found[] | 'nothing loads';
  meant?: string;
  read?: (text: string) => Reading;
}

/** The last answer that was shown, and what the reading was asked. */
async function ask(query: string, { finds = [], meant, read = () => calm }: Given) {
  const asked: string[] = [];
  const shown: SearchAnswer[] = [];
  const tools: Tools = {
    dangerPage: DANGER,
    find: async () => {
      if (finds === 'nothing loads') throw new Error('No index.');
      return finds;
    },
    meant: async () => meant,
    read: async (text) => {
      asked.push(text);
      return read(text);
    },
  };
  await answerTo(query, tools, (answer) => shown.push(answer));
  return { asked, shown, last: shown.at(-1) };
}

const plenty = [found('/a/'), found('/b/')];

describe('the reading is asked', () => {
  test.each([
    ['a whole sentence', 'another parent swore at me', plenty],
    ['a phrase, in which a danger may stand between the words', 'teacher hit child', plenty],
    ['a word for which little was found', 'libel', [found('/a/')]],
    ['a word for which the page about danger was found', 'knife', [...plenty, found(DANGER)]],
  ])('for %s', async (_, query, finds) => {
    expect((await ask(query, { finds })).asked).toEqual([query]);
  });

  test('not for a word for which enough was found: nobody pays for its model', async () => {
    const { asked, last } = await ask('facebook', { finds: plenty });
    expect(asked).toEqual([]);
    expect(last).toMatchObject({ found: plenty, reading: undefined });
  });

  test('not for signs without a word', async () => {
    expect(await ask('?!', {})).toMatchObject({ asked: [], last: { found: [] } });
  });

  test('and what it sees is shown, whether or not Pagefind can be loaded', async () => {
    const read = () => ({ ...calm, emergency: true });
    const { last } = await ask('my dad hits me at night', { finds: 'nothing loads', read });
    expect(last).toMatchObject({ found: 'failed', reading: { emergency: true } });
  });

  test('and where it cannot be loaded either, nothing is shown in its place', async () => {
    const read = () => {
      throw new Error('No model.');
    };
    expect((await ask('a b c d e', { read })).last).toMatchObject({ reading: undefined });
  });
});

describe('a slip in a word', () => {
  test('is offered to be mended where nothing was found', async () => {
    expect((await ask('ofstead', { meant: 'ofsted' })).last?.meant).toBe('ofsted');
    expect((await ask('ofsted', { finds: plenty, meant: 'other' })).last?.meant).toBeUndefined();
  });

  test.each(['sucide', 'suicide'])('hides no danger that is seen in %s', async (dangerous) => {
    const read = (text: string) => ({ ...calm, emergency: text === dangerous, concern: text !== dangerous });
    const { asked, last } = await ask('sucide', { meant: 'suicide', read });
    expect(asked).toEqual(['sucide', 'suicide']);
    expect(last?.reading).toMatchObject({ emergency: true, concern: false });
  });
});
