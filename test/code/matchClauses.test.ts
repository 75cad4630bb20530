import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Clause, type CodeDocument, levelOf } from '../../src/code/document.ts';
import { blocksOfEdition, type TextBlock, wordsOf } from '../../src/code/edition.ts';
import { matchClauses } from '../../src/code/matchClauses.ts';
import { fixtureDocument, fixtureEdition } from '../support/fixtureEditions.ts';

const code = fixtureDocument();
const inForce = fixtureEdition('edition-10').text;
const matched = (text: string) => matchClauses([code], blocksOfEdition(text));
const fates = (text: string) =>
  Object.fromEntries(matched(text).clauses.map(({ anchor, fate }) => [anchor, fate]));
const wordsOfClause = (text: string, anchor: string) =>
  matched(text)
    .clauses.find((clause) => clause.anchor === anchor)
    ?.words.join(' ');
const passages = (text: string) => matched(text).passages.map(({ words }) => words.join(' '));
const change = (before: string, after: string): string => {
  if (!inForce.includes(before)) throw new Error(`The made-up edition doesn’t contain “${before}”.`);
  return inForce.replace(before, after);
};

const words = fc.array(fc.constantFrom('a', 'b', 'the', 'school.', 'Our', '–'), {
  minLength: 1,
  maxLength: 8,
});
/** Made-up documents: paragraphs and list items of one to three clauses each. */
const document: fc.Arbitrary<CodeDocument> = fc
  .array(fc.tuple(fc.boolean(), fc.array(words, { minLength: 1, maxLength: 3 })), { maxLength: 6 })
  .map((made) => {
    const blocks = made.map(([item, texts], index): Block => {
      const clauses = texts.map((text, part): Clause => {
        const joined = text.join(' ');
        return {
          anchor: `c${index}-${part}`,
          page: '/',
          heading: '',
          runs: [{ text: joined }],
          text: joined,
        };
      });
      return item ? { kind: 'item', level: 1, clauses } : { kind: 'paragraph', clauses, quoted: false };
    });
    return { page: '/', title: 'T', blocks: [{ kind: 'heading', depth: 1, text: 'Our T' }, ...blocks] };
  });
const blocksOf = (from: CodeDocument): TextBlock[] =>
  from.blocks.flatMap((block): TextBlock[] => {
    if (block.kind === 'heading') return [{ level: 0, words: wordsOf(block.text), line: 1 }];
    return [{ level: levelOf(block), words: block.clauses.flatMap(({ text }) => wordsOf(text)), line: 1 }];
  });

describe('clauses matched with another text', () => {
  test('are all the same in the same text, with no passages left over', () => {
    fc.assert(
      fc.property(document, (made) => {
        const { clauses, passages } = matchClauses([made], blocksOf(made));
        expect(clauses.filter(({ fate }) => fate !== 'same')).toEqual([]);
        expect(passages).toEqual([]);
      }),
    );
  });

  test('split any other text with no word lost or doubled, each clause in one place', () => {
    fc.assert(
      fc.property(document, document, (made, other) => {
        const { clauses, pieces } = matchClauses([made], blocksOf(other));
        expect(pieces.flatMap((piece) => piece.words)).toEqual(
          blocksOf(other).flatMap((block) => block.words),
        );
        for (const { anchor, fate, words } of clauses) {
          const own = pieces.filter((piece) => piece.anchor === anchor);
          expect(own.map((piece) => piece.words)).toEqual(fate === 'lost' ? [] : [words]);
        }
      }),
    );
  });

  test('are found in an earlier edition', () => {
    expect(fates(fixtureEdition('edition-1').text)).toEqual({
      games: 'same',
      turns: 'changed',
      'nobody-may': 'same',
      pushing: 'same',
      hiding: 'changed',
      laughing: 'lost',
      tell: 'same',
      listening: 'lost',
    });
    expect(passages(fixtureEdition('edition-1').text)).toEqual([]);
  });

  test('are found in a draft, with what is new in it', () => {
    const draft = fixtureEdition('draft-11').text;
    expect(fates(draft)).toMatchObject({
      games: 'changed',
      turns: 'same',
      laughing: 'lost',
      listening: 'same',
    });
    expect(matched(draft).passages).toEqual([
      { line: 7, words: wordsOf('Bring a hat when the sun shines.') },
    ]);
  });

  test('say where a lost clause would be', () => {
    const lost = matched(fixtureEdition('draft-11').text).clauses.find(({ fate }) => fate === 'lost');
    expect(lost).toMatchObject({ anchor: 'laughing', words: [], line: 12 });
  });

  test.each([
    [
      'the end of the first rewritten',
      'for everyone.',
      'for you and for me.',
      'Games are for you and for me.',
    ],
    ['the start of the second rewritten', 'Please wait', 'Everybody must wait', 'Games are for everyone.'],
    [
      'both sides rewritten',
      'for everyone. Please wait',
      'for us all. All must wait',
      'Games are for us all.',
    ],
  ])('are divided at the end of a sentence: %s', (_what, before, after, games) => {
    const text = change(before, after);
    expect(wordsOfClause(text, 'games')).toBe(games);
    expect(passages(text)).toEqual([]);
  });

  test('don’t absorb a whole sentence added between or after them', () => {
    const text = inForce
      .replace('everyone. Please', 'everyone. Rain or shine. Please')
      .replace('both sides.', 'both sides. Always.');
    expect(fates(text)).toMatchObject({ games: 'same', turns: 'same', listening: 'same' });
    expect(passages(text)).toEqual(['Rain or shine.', 'Always.']);
  });

  test('are found where they moved, as whole paragraphs or single sentences', () => {
    const paragraph = change('Games are for everyone. Please wait', 'Please wait').replace(
      'Nobody may:',
      'At the end of the day, play.\n\nNobody may:',
    );
    expect(fates(`${paragraph}\nGames are for everyone.\n`)).toMatchObject({ games: 'same', turns: 'same' });
    const sentence = change('Please wait your turn at the slide and the swings.', '');
    expect(
      wordsOfClause(`${sentence}\nBe kind. Please wait your turn at every slide and the swings.`, 'turns'),
    ).toBe('Please wait your turn at every slide and the swings.');
  });

  test('are lost if hardly a word is left', () => {
    expect(
      fates(change('Laugh at those who fall', 'Bring sweets for the whole class at lunch')).laughing,
    ).toBe('lost');
  });

  test('keep headings apart: a changed heading is neither a clause nor new', () => {
    const text = change('What we hope for', 'What we all hope for');
    expect(passages(text)).toEqual([]);
    expect(matched(text).pieces[1]).toEqual({ level: 0, line: 3, words: wordsOf('What we all hope for') });
  });
});
