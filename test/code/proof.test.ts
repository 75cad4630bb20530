import { describe, expect, test } from 'vitest';
import type { Clause } from '../../src/code/document.ts';
import { blocksOfEdition } from '../../src/code/edition.ts';
import { blocksOfPage, differenceFromEdition, wrongQuotations } from '../../src/code/proof.ts';

const edition = `Title

Our school's "core" is
respect – always.

- Verbal abuse
- Physical abuse

The end.
`;
const page = (inner: string) => `<main><h1 data-code-words="code">Title</h1><p>Ours.</p>
<article data-code-words="code">${inner}</article></main>`;
const good =
  '<p><span>Our school&#39;s "core" is</span> respect – always.<a data-not-code href="#a">Link</a></p>' +
  '<ul><li>Verbal abuse</li><li>Physical abuse</li></ul><p>The end.</p>';
const difference = (inner: string) => differenceFromEdition(edition, blocksOfPage(page(inner), 'code'));

describe('an edition', () => {
  test('is split at blank lines and list items, with their lines', () => {
    expect(blocksOfEdition(edition).map(({ level, words, line }) => [level, words.length, line])).toEqual([
      [0, 1, 1],
      [0, 7, 3],
      [1, 2, 6],
      [1, 2, 7],
      [0, 2, 9],
    ]);
  });
});

test('the lists inside lists and the rows of an edition are blocks of their own', () => {
  const blocks = blocksOfEdition(
    'Rules:\n- one\n  - two\n    - three\n- four\n\n| Step | Who |\n| 1 | Head |\n',
  );
  expect(blocks.map(({ level, words }) => [level, words.join(' ')])).toEqual([
    [0, 'Rules:'],
    [1, 'one'],
    [2, 'two'],
    [3, 'three'],
    [1, 'four'],
    [0, 'Step | Who'],
    [0, '1 | Head'],
  ]);
});

describe('the proof', () => {
  const nested = 'Rules:\n- one\n  - two\n- three\n\n| Step | Who |';
  const shown = (inner: string) =>
    differenceFromEdition(nested, blocksOfPage(`<div data-code-words="code">${inner}</div>`, 'code'));

  test('sees how deep in lists an item is, and where a row’s cells end', () => {
    const table = '<table><tr><th>Step</th><td>Who</td></tr></table>';
    expect(
      shown(`<p>Rules:</p><ul><li>one <ul><li>two</li></ul></li><li>three</li></ul>${table}`),
    ).toBeUndefined();
    expect(shown(`<p>Rules:</p><ul><li>one</li><li>two</li><li>three</li></ul>${table}`)).toContain(
      '[----] {+-+} two',
    );
    expect(
      shown(
        `<p>Rules:</p><ul><li>one <ul><li>two</li></ul></li><li>three</li></ul><table><tr><td>Step Who</td></tr></table>`,
      ),
    ).toContain('[-|-]');
  });

  test('finds no difference in the same words, ignoring what isn’t the Code’s', () => {
    expect(difference(good)).toBeUndefined();
  });

  test.each([
    ['a script', '<script>document.write("more")</script>'],
    ['a style', '<style>p{content:"more"}</style>'],
    ['a template', '<template><p>More</p></template>'],
    ['a hidden element', '<span hidden>more</span>'],
    ['a comment', '<!-- more -->'],
  ])('passes over what nobody sees: %s', (_what, unseen) => {
    expect(difference(good.replace('always.', `always.${unseen}`))).toBeUndefined();
    expect(difference(good + unseen)).toBeUndefined();
  });

  test('reads what’s inside a pre as words, not its tags, and a line break as white space', () => {
    const inPre = good.replace('<p>The end.</p>', '<pre><p>The <b>end</b>.</p></pre>');
    expect(difference(inPre)).toBeUndefined();
    expect(difference(good.replace('is</span> respect', 'is</span><br>respect'))).toBeUndefined();
    expect(difference(good.replace('<p>The end.</p>', '<pre><p>The <b>fend</b>.</p></pre>'))).toContain(
      'fend',
    );
  });

  test.each([
    ['one changed word', good.replace('always', 'often'), '[-always.-] {+often.+}'],
    [
      'one dropped list item',
      good.replace('<li>Verbal abuse</li>', ''),
      'line 6, missing on the page:\n  - Verbal abuse',
    ],
    ['one curled quotation mark', good.replace('&#39;', '’'), "[-school's-] {+school’s+}"],
    ['a hyphen for a dash', good.replace('–', '-'), '[-–-] {+-+}'],
    ['a no-break space for a space', good.replace('respect –', 'respect&nbsp;–'), '[-respect –-]'],
    ['a changed capital letter', good.replace('Physical', 'physical'), '[-Physical-] {+physical+}'],
    ['an added sentence', good.replace('The end.', 'The end. Really.'), '{+Really.+}'],
    ['an added paragraph', `${good}<p>More.</p>`, 'on the page, but not adopted:\n  More.'],
    ['words outside any paragraph', `${good}<div>Loose words</div>`, 'Loose words'],
    ['list items shown as a paragraph', good.replace(/<\/?ul>/g, '').replace(/li>/g, 'p>'), 'Verbal abuse'],
    [
      'two paragraphs in the other order',
      good.replace(/^(.*?<\/p>)(<ul>.*<\/ul>)/, '$2$1'),
      'line 3, missing on the page',
    ],
  ])('finds %s and shows it', (_what, inner, expected) => {
    expect(difference(inner)).toContain(expected);
  });

  test('finds that a page shows nothing at all', () => {
    expect(differenceFromEdition(edition, [])).toContain('missing on the page');
  });
});

describe('a quotation', () => {
  const clause: Clause = {
    anchor: 'verbal-abuse',
    page: '/',
    heading: 'Expectations',
    runs: [{ text: 'Verbal abuse' }],
    text: 'Verbal abuse',
    leadIn: 'Nobody should meet:',
  };
  const clauses = new Map([[clause.anchor, clause]]);
  test('passes with the words of its clause', () => {
    expect(
      wrongQuotations('<blockquote data-quotation="verbal-abuse">Verbal\n abuse</blockquote>', clauses),
    ).toEqual([]);
  });
  test('passes with a row’s cells, each after the name of its column, and not with those of another', () => {
    const row = { ...clause, anchor: 'row', leadIn: 'Please don’t | Please do', text: 'Shout | Wait' };
    const shown = (first: string, second: string): string =>
      `<dl data-quotation="row"><div><dt>Please don’t</dt> <dd>${first}</dd> </div><div><dt>Please do</dt> <dd>${second}</dd> </div></dl>`;
    const wrong = (html: string): string[] => wrongQuotations(html, new Map([['row', row]]));
    expect(wrong(shown('Shout', 'Wait'))).toEqual([]);
    expect(wrong(shown('Wait', 'Shout'))).toHaveLength(1);
    const inOneLine = (words: string): string => `<p data-quotation="row">${words}</p>`;
    expect(wrong(inOneLine('Please don’t: Shout; Please do: Wait'))).toEqual([]);
    expect(wrong(inOneLine('Please don’t: Wait; Please do: Shout'))).toHaveLength(1);
  });
  test.each([
    ['other words', '<q data-quotation="verbal-abuse">Verbal abuses</q>'],
    ['a clause that isn’t there', '<q data-quotation="gone">Verbal abuse</q>'],
    ['another sentence before it', '<p data-lead-in="verbal-abuse">Everyone should meet:</p>'],
    ['another heading above it', '<span data-heading="verbal-abuse">Welcome</span>'],
  ])('is refused with %s', (_what, html) => {
    expect(wrongQuotations(html, clauses)).toHaveLength(1);
  });
});
