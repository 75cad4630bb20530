import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/adopt/policy.ts';
import { readOdt } from '../../src/adopt/readOdt.ts';
import { asOdt, odtFile } from './asFiles.ts';
import { TRUST } from './codes.ts';

type Styles = Parameters<typeof odtFile>[1];

const read = (body: string, styles?: Styles): Policy => readOdt('code.odt', odtFile(body, styles));

/** Each part on one line, an item behind its marker and indented by its level, a heading behind its level. */
const linesOf = ({ parts }: Policy): string[] =>
  parts.map((part) => {
    if (part.kind === 'heading') return `#${part.level} ${part.text}`;
    return part.kind === 'item' ? `${'  '.repeat(part.level)}${part.marker} ${part.text}` : part.text;
  });

const p = (text: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const h = (level: number, text: string, more = ''): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}" ${more}>${text}</text:h>`;
const item = (content: string, more = ''): string => `<text:list-item ${more}>${content}</text:list-item>`;
const inner = (...items: string[]): string => `<text:list>${items.join('')}</text:list>`;
const list = (more: string, ...items: string[]): string => `<text:list ${more}>${items.join('')}</text:list>`;
const style = (name: string, family: string, properties: string, more = ''): string =>
  `<style:style style:name="${name}" style:family="${family}" ${more}><style:text-properties ${properties}/></style:style>`;
const level = (at: number, format: string, more = ''): string =>
  `<text:list-level-style-number text:level="${at}" style:num-format="${format}" ${more}/>`;
const bullet = (name: string, sign: string, font: string): string =>
  `<text:list-style style:name="${name}"><text:list-level-style-bullet text:level="1" text:bullet-char="${sign}"><style:text-properties style:font-name="${font}"/></text:list-level-style-bullet></text:list-style>`;

const LISTS = {
  automatic: `<text:list-style style:name="A">${level(1, '1', 'style:num-suffix="."')}${level(2, '1', 'text:display-levels="2"')}${level(3, 'a', 'style:num-prefix="(" style:num-suffix=")"')}</text:list-style>
    <text:list-style style:name="B">${level(1, 'a', 'style:num-suffix=")" text:start-value="3"')}${level(2, 'I', 'style:num-suffix="."')}</text:list-style>
    <text:list-style style:name="letters">${level(1, 'A')}</text:list-style>
    <text:list-style style:name="pairs">${level(1, 'A', 'style:num-letter-sync="true"')}</text:list-style>
    <text:list-style style:name="pattern">${level(1, '1')}${level(2, '1', 'xmlns:loext="urn:x" text:display-levels="2" loext:num-list-format="Part %1%, %2%:"')}</text:list-style>`,
};

/** What’s expected of each is what LibreOffice 7.4 or later shows. */
describe('an OpenDocument text’s lists', () => {
  test('start again, go on from the one before, or go on from a named one', () => {
    const policy = read(
      [
        list('xml:id="l1" text:style-name="A"', item(p('one')), item(p('two'))),
        list('xml:id="l2" text:style-name="A"', item(p('again'))),
        list('xml:id="l3" text:style-name="A" text:continue-numbering="true"', item(p('on'))),
        list('xml:id="l4" text:style-name="B"', item(p('other'))),
        list('xml:id="l5" text:style-name="A" text:continue-numbering="true"', item(p('not on'))),
        list('xml:id="l6" text:style-name="A" text:continue-list="l1"', item(p('three'))),
        list('xml:id="l7" text:style-name="A" text:continue-list="l3"', item(p('on and on'))),
      ].join(''),
      LISTS,
    );
    expect(linesOf(policy)).toEqual([
      '1. one',
      '2. two',
      '1. again',
      '2. on',
      'c) other',
      '1. not on',
      '3. three',
      '3. on and on',
    ]);
    expect(policy.source.split('\n')).toEqual(linesOf(policy));
  });

  test('are numbered by level, with paragraphs that have no number', () => {
    const policy = read(
      list(
        'text:style-name="A"',
        item(p('one') + inner(item(p('x')), item(p('y'))) + p('still one') + inner(item(p('z')))),
        `<text:list-header>${p('unnumbered')}</text:list-header>`,
        item(p('two') + inner(item(p('x') + inner(item(p('a')), item(`<text:soft-page-break/>${p('b')}`))))),
        item(p('five'), 'text:start-value="5"'),
        item(p('third'), 'text:style-override="B"'),
        item(p('seven') + list('text:style-name="B"', item(p('roman')))),
      ),
      LISTS,
    );
    expect(linesOf(policy)).toEqual([
      '1. one',
      '  1.1 x',
      '  1.2 y',
      'still one',
      '1.1 z',
      'unnumbered',
      '2. two',
      '  2.1 x',
      '    (a) a',
      '    (b) b',
      '5. five',
      'f) third',
      '7. seven',
      '  I. roman',
    ]);
  });

  test('have items with several paragraphs', () => {
    const policy = read(
      list(
        'text:style-name="A"',
        item(p('one') + p('still one')),
        item(p('two') + inner(item(p('x'))) + p('below')),
      ),
      LISTS,
    );
    expect(linesOf(policy)).toEqual(['1. one\nstill one', '2. two', '  2.1 x', 'below']);
  });

  test('count items below a heading, and items below nothing', () => {
    const policy = read(
      list('text:style-name="A"', item(inner(item(p('x')))), item(h(1, 'Two') + inner(item(p('y'))))),
      LISTS,
    );
    expect(linesOf(policy)).toEqual(['1.1 x', '#1 2. Two', '2.1 y']);
  });

  test('go on after Z, and follow LibreOffice’s patterns', () => {
    const last = (name: string): string | undefined =>
      linesOf(
        read(list(`text:style-name="${name}"`, ...Array.from({ length: 28 }, () => item(p('x')))), LISTS),
      ).at(-1);
    expect([last('letters'), last('pairs')]).toEqual(['AB x', 'BB x']);
    const policy = read(list('text:style-name="pattern"', item(p('one') + inner(item(p('x'))))), LISTS);
    expect(linesOf(policy)).toEqual(['1 one', '  Part 1, 1: x']);
  });

  test('nest where their numbers are typed', () => {
    const typed = ['1.1 Be kind:', '(a) to all', '(i) always', '(b) by phone', '1.2 Be calm.'];
    const policy = read(
      [
        ...typed.map((text) => p(text)),
        list('text:style-name="A"', item(p('one'))),
        p('(a) typed'),
        p('(b) too'),
      ].join(''),
      LISTS,
    );
    expect(linesOf(policy)).toEqual([
      '1.1 Be kind:',
      '  (a) to all',
      '    (i) always',
      '  (b) by phone',
      '1.2 Be calm.',
      '1. one',
      '  (a) typed',
      '  (b) too',
    ]);
  });

  test('have plain bullets, ticks and crosses for signs from fonts of symbols', () => {
    const signs = [
      ['\uE00C', 'OpenSymbol', '•'],
      ['➔', 'OpenSymbol', '•'],
      ['\uF0B7', 'Symbol', '•'],
      ['\uF0A7', 'Wingdings', '•'],
      ['n', 'Wingdings', '•'],
      ['\uF0FC', 'Wingdings', '✓'],
      ['\uF0FB', 'Wingdings', '✘'],
      ['\uF050', 'Wingdings 2', '✔'],
      ['\uF04F', 'Wingdings 2', '✘'],
      ['✗', 'OpenSymbol', '✗'],
    ] as const;
    const policy = read(signs.map((_, index) => list(`text:style-name="L${index}"`, item(p('x')))).join(''), {
      automatic: signs.map(([sign, font], index) => bullet(`L${index}`, sign, font)).join(''),
    });
    expect(linesOf(policy)).toEqual(signs.map(([, , marker]) => `${marker} x`));
  });
});

describe('an OpenDocument text', () => {
  test('has headings by their level or style, numbered as LibreOffice numbers them', () => {
    const policy = read(
      [
        p('Our Code', 'T'),
        p('For families', 'S'),
        h(1, 'One'),
        h(2, 'Inner'),
        h(1, 'Left out', 'text:is-list-header="true"'),
        `<text:h text:style-name="None" text:outline-level="1">None</text:h>`,
        h(1, 'Seven', 'text:restart-numbering="true" text:start-value="7"'),
        h(2, 'Inner'),
        p('Styled', 'Heading_20_2'),
      ].join(''),
      {
        automatic:
          style('T', 'paragraph', 'fo:color="#000000"', 'style:parent-style-name="Title"') +
          style('S', 'paragraph', 'fo:font-weight="bold"', 'style:parent-style-name="Subtitle"') +
          style('None', 'paragraph', '', 'style:parent-style-name="Heading_20_1" style:list-style-name=""'),
        named: `${style('Subtitle', 'paragraph', '')}<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>`,
      },
    );
    expect(linesOf(policy)).toEqual([
      '#0 Our Code',
      'For families',
      '#1 1. One',
      '#2 1.1 Inner',
      '#1 Left out',
      '#1 None',
      '#1 7. Seven',
      '#2 7.1 Inner',
      '#2 Styled',
    ]);
  });

  test('has the school’s name on a line of its own above the title’s', () => {
    const words = 'Pond Primary School<text:line-break/>Parent Code of Conduct';
    const automatic =
      style('T', 'paragraph', '', 'style:parent-style-name="Title"') +
      style('B', 'paragraph', 'fo:font-weight="bold"');
    for (const name of ['T', 'B'])
      expect(
        read([p(words, name), p('Be kind.')].join(''), { automatic }).parts.map(({ text }) => text),
      ).toEqual(['Pond Primary School', 'Parent Code of Conduct', 'Be kind.']);
  });

  test('has short paragraphs in bold for headings, bold by a span, a style or a style’s parent', () => {
    const policy = read(
      [
        p('<text:span text:style-name="B">Our</text:span> <text:span text:style-name="B">Code</text:span>'),
        p('What <text:span>we</text:span> expect', 'P1'),
        p('<text:span text:style-name="N">Please</text:span> be kind', 'P1'),
        p('<text:span text:style-name="B">Please</text:span> be kind'),
      ].join(''),
      {
        automatic:
          style('B', 'text', 'fo:font-weight="bold"') +
          style('N', 'text', 'fo:font-weight="normal"') +
          style('P1', 'paragraph', 'fo:font-size="12pt"', 'style:parent-style-name="Strong"'),
        named: style('Strong', 'paragraph', 'fo:font-weight="bold"'),
      },
    );
    expect(linesOf(policy)).toEqual(['#1 Our Code', '#5 What we expect', 'Please be kind', 'Please be kind']);
  });

  test('has underlined lines for headings, and leaves a typed table of contents out', () => {
    const policy = read(
      [
        p('Our Code', 'P1'),
        p('Contents'),
        p('At the gate 2'),
        p('On the phone 3'),
        p('At the gate', 'U'),
      ].join('') +
        p('Be early.') +
        p('On the phone', 'U') +
        p('Be brief.'),
      {
        automatic:
          style('P1', 'paragraph', 'fo:font-weight="bold"') +
          style('U', 'paragraph', 'style:text-underline-style="solid"'),
      },
    );
    expect(linesOf(policy)).toEqual([
      '#1 Our Code',
      '#5 At the gate',
      'Be early.',
      '#5 On the phone',
      'Be brief.',
    ]);
    expect(policy.notes).toEqual([expect.stringContaining('table of contents')]);
  });

  test('has a bullet typed between others, and a line below an item’s words, in their list', () => {
    const indented = (name: string, margin: string): string =>
      `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties fo:margin-left="${margin}"/></style:style>`;
    const bullets = `<text:list-style style:name="L"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties><style:list-level-label-alignment fo:margin-left="0.5in"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>`;
    const one = (text: string): string => list('text:style-name="L"', item(p(text)));
    const policy = read(
      [
        one('Being late.'),
        p('- Leaving late', 'Q'),
        one('Standing close,'),
        p('such as in front of a door', 'H'),
      ].join('') + one('Being rude.'),
      { automatic: bullets + indented('Q', '0.25in') + indented('H', '1.27cm') },
    );
    expect(linesOf(policy)).toEqual([
      '• Being late.',
      '• Leaving late',
      '• Standing close,\nsuch as in front of a door',
      '• Being rude.',
    ]);
  });

  test('has spaces, links and signs as text, and bookmarks and comments left out', () => {
    const policy = read(
      p(
        'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:soft-page-break/>e <text:a>our <text:span>site</text:span></text:a><text:bookmark-start text:name="x"/><office:annotation><text:p>Is this right?</text:p></office:annotation> &amp; <text:span text:style-name="W">\uF0FC</text:span>',
      ),
      { automatic: style('W', 'text', 'style:font-name="Wingdings"') },
    );
    expect(linesOf(policy)).toEqual(['a b c de our site & ✓']);
    expect(policy.source).toBe('a b c de our site & ✓');
  });

  test('has hidden text left out', () => {
    const policy = read(
      [
        p('Seen <text:span text:style-name="H">hidden </text:span>words'),
        list('text:style-name="A"', item(p('one')), item(p('hidden', 'HP')), item(p('two'))),
        '<text:section text:name="s" text:display="none"><text:p>hidden</text:p></text:section>',
        '<text:section text:name="t"><text:p>shown</text:p></text:section>',
        p('<text:hidden-paragraph text:is-hidden="true"/>hidden'),
        p('a<text:hidden-text text:is-hidden="true">hidden</text:hidden-text>b'),
      ].join(''),
      {
        automatic:
          LISTS.automatic +
          style('H', 'text', 'text:display="none"') +
          style('HP', 'paragraph', 'text:display="none"'),
      },
    );
    expect(linesOf(policy)).toEqual(['Seen words', '1. one', '2. two', 'shown', 'ab']);
    expect(policy.notes).toEqual(['Hidden text is left out.']);
  });

  test('has its table of contents and pictures left out, with a note', () => {
    const { parts, notes } = read(
      `${p('Contents')}<text:table-of-content><text:index-body><text:p>Kindness 3</text:p></text:index-body></text:table-of-content>${p('Calm 4', 'C')}${p('Be kind.<draw:frame><draw:image/></draw:frame>')}`,
      {
        automatic: style('C', 'paragraph', '', 'style:parent-style-name="Contents_20_1"'),
        named: style('Contents_20_1', 'paragraph', ''),
      },
    );
    expect(parts).toEqual([{ kind: 'paragraph', text: 'Be kind.' }]);
    expect(notes).toEqual([expect.stringContaining('table of contents'), 'Pictures are left out.']);
  });

  const row = (...cells: string[]): string =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell>${cell}</table:table-cell>`).join('')}</table:table-row>`;

  test('has do and don’t in two columns one after the other', () => {
    const ticks = { automatic: bullet('tick', '✔', 'OpenSymbol') + bullet('cross', '✘', 'OpenSymbol') };
    const items = (sort: string, ...texts: string[]): string =>
      list(`text:style-name="${sort}"`, ...texts.map((text) => item(p(text))));
    const policy = read(
      `<table:table><table:table-header-rows>${row(p('We will'), p('We won’t'))}</table:table-header-rows>${row(items('tick', 'listen', 'be kind'), items('cross', 'shout', 'swear'))}</table:table>`,
      ticks,
    );
    const order = ['#6 We will', '✔ listen', '✔ be kind', '#6 We won’t', '✘ shout', '✘ swear'];
    expect(linesOf(policy)).toEqual(order);
    expect(policy.source.split('\n')).toEqual(order.map((line) => line.replace('#6 ', '')));
  });

  test('has only rows for the heads of a table, and no break of a page', () => {
    const { parts } = read(
      `<table:table><table:table-header-rows><text:soft-page-break/>${row(p('Who'), p('When'))}</table:table-header-rows>${row(p('Office'), p('8 to 4'))}</table:table>`,
    );
    expect(parts.flatMap((part) => (part.kind === 'row' ? [[part.text, part.head]] : []))).toEqual([
      ['Who | When', true],
      ['Office | 8 to 4', false],
    ]);
  });

  test('has other tables row by row, and says so', () => {
    const policy = read(
      `<table:table>${row(p('Owner'), p('Headteacher'))}<table:table-row><table:table-cell table:number-columns-spanned="2">${p('Version 2')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
    );
    expect(linesOf(policy)).toEqual(['Owner', 'Headteacher', 'Version 2']);
    expect(policy.notes).toEqual([expect.stringContaining('row by row')]);
  });
});

describe('what isn’t in the line of an OpenDocument text', () => {
  const note = (kind: string, content: string, citation = '<text:note-citation>1</text:note-citation>') =>
    `<text:note text:note-class="${kind}">${citation}<text:note-body>${content}</text:note-body></text:note>`;

  test('footnotes are written at the end of their sections, endnotes at the end, and both are listed', () => {
    const chosen = '<text:note-citation text:label="*">*</text:note-citation>';
    const policy = read(
      [
        h(1, 'Our site'),
        p(`It’s private.${note('footnote', p('Education<text:s/>Act 1996.'))} Ask first.`),
        list('text:style-name="L"', item(p('Close the gate.'))),
        p('Our<text:s/>staff', 'Bold'),
        p(`Be kind.${note('endnote', p('See our values.') + p('They’re online.'))}`),
        h(1, 'Our children'),
        p(`Be calm.${note('footnote', p('Always.'), chosen)}`),
        p('Thank you.'),
      ].join(''),
      {
        automatic: `${bullet('L', '•', 'Symbol')}${style('Bold', 'paragraph', 'fo:font-weight="bold"')}`,
      },
    );
    expect(linesOf(policy)).toEqual([
      '#1 Our site',
      'It’s private.¹ Ask first.',
      '• Close the gate.',
      '¹ Education Act 1996.',
      '#5 Our staff',
      'Be kind.²',
      '#1 Our children',
      'Be calm.*',
      'Thank you.',
      '² See our values. They’re online.',
      '* Always.',
    ]);
    expect(policy.source.split('\n')).toEqual(linesOf(policy).map((line) => line.replace(/^#\d /, '')));
    expect(policy.notes.slice(0, 3)).toEqual([
      'The footnote “¹ Education Act 1996.” is written at the end of its section.',
      'The endnote “² See our values. They’re online.” is written at the end.',
      'The footnote “* Always.” is written at the end of its section.',
    ]);
  });

  test('text boxes and shapes are written below the paragraphs they’re fixed to, and listed', () => {
    const box = (content: string) =>
      `<draw:frame text:anchor-type="char"><draw:text-box>${content}</draw:text-box></draw:frame>`;
    const shape = (content: string) =>
      `<draw:g><draw:custom-shape>${p(content)}</draw:custom-shape></draw:g>`;
    const inner = p(`No bikes.${box(p('Nor scooters.'))}`);
    const policy = read(
      [
        p(`Be kind.${box(p('No dogs.') + p('Please!'))}${box(inner)}`),
        list('text:style-name="L"', item(p(`Close the gate.${shape('Yes, you!')}`)), item(p('Be calm.'))),
      ].join(''),
      { automatic: bullet('L', '•', 'Symbol') },
    );
    const lines = [
      'Be kind.',
      'No dogs.',
      'Please!',
      'No bikes.',
      'Nor scooters.',
      '• Close the gate.',
      'Yes, you!',
      '• Be calm.',
    ];
    expect(linesOf(policy)).toEqual(lines);
    expect(policy.source.split('\n')).toEqual(lines);
    expect(policy.notes).toEqual(
      ['No dogs. Please!', 'No bikes.Nor scooters.', 'Yes, you!', 'Nor scooters.'].map((words) =>
        expect.stringContaining(`The text box “${words}” is written below the paragraph`),
      ),
    );
  });
});

describe('says in a sentence why it can’t read an OpenDocument text', () => {
  const change = (kind: string): string =>
    `<text:tracked-changes><text:changed-region><text:${kind}/></text:changed-region></text:tracked-changes>${p('Be kind.')}`;
  const broken = odtFile('<text:p>');
  const word = zipSync({ 'word/document.xml': new Uint8Array() });
  test.each([
    [
      'insertions',
      odtFile(change('insertion')),
      'has tracked changes, so it’s not clear which words were adopted. Accept or reject them all in LibreOffice',
    ],
    ['deletions', odtFile(change('deletion')), 'has tracked changes'],
    [
      'a text box fixed to a page',
      odtFile(
        `<draw:frame text:anchor-type="page"><draw:text-box>${p('Ask first.')}</draw:text-box></draw:frame>${p('Be kind.')}`,
      ),
      'has a text box (“Ask first.”) that’s fixed to a page, so nothing says where its words belong. In LibreOffice',
    ],
    [
      'a password',
      odtFile('', { manifest: '<manifest:encryption-data/>' }),
      'is protected with a password. Open it in LibreOffice',
    ],
    ['half a file', asOdt(TRUST).slice(0, 900), 'isn’t a whole OpenDocument text'],
    ['broken XML', broken, 'isn’t a whole OpenDocument text'],
    ['a Word file', word, 'isn’t an OpenDocument text'],
    ['no words', odtFile(p('')), 'There are no words in code.odt.'],
  ])('%s', (_, file, reason) => {
    expect(() => readOdt('code.odt', file)).toThrow(
      expect.objectContaining({ name: 'UnreadablePolicy', message: expect.stringContaining(reason) }),
    );
  });

  test('formatting that was tracked is no reason', () => {
    expect(linesOf(read(change('format-change')))).toEqual(['Be kind.']);
  });
});
