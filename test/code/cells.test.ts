import { describe, expect, test } from 'vitest';
import { namedCells } from '../../src/code/cells.ts';
import { inOneLine } from '../../src/situations/situation.ts';

describe('a quoted row of a table', () => {
  test('has each cell after the name of its column, without those that are empty', () => {
    const row = {
      leadIn: 'Please don’t | Please do | Why',
      text: 'Shout at staff. | | It frightens children',
    };
    expect(namedCells(row)).toEqual([
      { name: 'Please don’t', words: 'Shout at staff.' },
      { name: 'Why', words: 'It frightens children' },
    ]);
  });

  test('is one line with a sign between the cells', () => {
    const row = { leadIn: 'What happened? | Who to talk to', text: 'A mark in a book | The class teacher' };
    expect(inOneLine(row)).toBe('What happened? A mark in a book; Who to talk to: The class teacher');
    expect(inOneLine({ ...row, text: 'A mark in a book. | The class teacher.' })).toBe(
      'What happened? A mark in a book. Who to talk to: The class teacher.',
    );
  });

  test('begins with its own name where a column has none above it', () => {
    const row = { leadIn: '| Do | Don’t', text: 'Dogs | Leave them at home | Tie them to the gate' };
    expect(namedCells(row)?.[0]).toEqual({ name: '', words: 'Dogs' });
    expect(inOneLine(row)).toBe('Dogs: Do: Leave them at home; Don’t: Tie them to the gate');
  });

  test.each([
    ['a list item', { leadIn: 'You must not:', text: 'Shout' }],
    ['a row whose columns have no names', { text: 'Mrs Hale | 555 0100' }],
    ['a row with a bar of its own', { leadIn: 'Step | Who', text: '1 | Head | Deputy' }],
    ['a row marked as not tolerated', { leadIn: 'Act | Where [not tolerated]', text: 'Shouting | The gate' }],
    ['a row with a column that has no name', { leadIn: 'Step | ', text: '1 | Head' }],
    ['only a row’s name', { leadIn: '| Who', text: '| Head | 2' }],
  ])('is left as it is where it’s %s', (_what, clause) => {
    expect(namedCells(clause)).toBeUndefined();
    expect(inOneLine(clause)).toContain(clause.text);
  });
});
