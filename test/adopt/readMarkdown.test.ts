import path from 'node:path';
import { expect, test } from 'vitest';
import { adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { type Part, rowOf } from '../../src/adopt/policy.ts';
import { readMarkdown } from '../../src/adopt/readText.ts';
import { readStock } from '../../src/adopt/stock.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const START = '# Our Code of Conduct\n\nPlease be kind.\n\n';
const read = (text: string) => readMarkdown('code.md', `${START}${text}`);

const li = (text: string): Part => ({ kind: 'item', level: 0, marker: '•', text });
const p = (text: string): Part => ({ kind: 'paragraph', text });
const label = (text: string): Part => ({ kind: 'paragraph', text, label: 2 });

test.each<[what: string, text: string, parts: Part[]]>([
  [
    'row by row, with line breaks, empty cells and bars',
    '| **Who** | When |\n|:--|--:|\n| Office | 8 to 4<br>not Fridays |\n| Head \\| deputy | |\n',
    [
      rowOf(['Who', 'When'], true),
      rowOf(['Office', '8 to 4\nnot Fridays'], false),
      rowOf(['Head | deputy', ''], false),
    ],
  ],
  [
    'without bars at its ends',
    'Who | When\n--- | ---\nOffice | 8 to 4\n',
    [rowOf(['Who', 'When'], true), rowOf(['Office', '8 to 4'], false)],
  ],
  ['without headings', '|  |  |\n|---|---|\n| Office | 8 to 4 |\n', [rowOf(['Office', '8 to 4'], false)]],
  [
    'column by column where it has a list under each heading, which is a paragraph if text comes after the table',
    '| We will | We won’t |\n|---|---|\n| • listen<br/>• help | • shout<br />• swear |\n',
    [label('We will'), li('listen'), li('help'), label('We won’t'), li('shout'), li('swear')],
  ],
  [
    'cell by cell where a row has too many',
    '| A | B |\n|---|---|\n| c | d | e |\n',
    [p('A'), p('B'), p('c'), p('d'), p('e')],
  ],
])('reads a table %s, and proves it', (_, text, parts) => {
  const policy = read(`${text}\nThank you.`);
  expect(policy.parts.slice(2)).toEqual([...parts, p('Thank you.')]);
  expect(policy.notes).toHaveLength(1);
  const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));
  expect(() => adopt(draftFrom(policy, stock), stock, new Map())).not.toThrow();
});

test('takes a bar in a sentence for no table', () => {
  expect(read('Ask | don’t shout.\n\nThank you.').parts.slice(2)).toEqual([
    p('Ask | don’t shout.'),
    p('Thank you.'),
  ]);
});
