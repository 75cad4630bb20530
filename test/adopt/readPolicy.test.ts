import { buffer } from 'node:stream/consumers';
import {
  AlignmentType,
  Document,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  SymbolRun,
  Table,
  TableCell,
  TableRow,
  TextRun,
  UnderlineType,
} from 'docx';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { type Part, type Row, withoutRows } from '../../src/adopt/policy.ts';
import { firstDifference } from '../../src/adopt/proveAdoption.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { structureOf } from '../../src/adopt/structure.ts';
import { documentFiles } from '../../src/adopt/writeDocuments.ts';
import { asDocx, asMarkdown, asOdt, asPdf, asText } from './asFiles.ts';
import { MADE_CODES, type Made, type MadeCode, TICKS, TRUST } from './codes.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A block on one line, without how its heading or bullet looks, which differs from one kind of file to another. */
function lineOf(block: Part | Row | Made): string {
  if ('h' in block) return `# ${block.text}`;
  if ('p' in block) return block.p;
  if ('li' in block) return itemLine(block.level ?? 0, block.marker, block.li);
  if (block.kind === 'row') return block.cells.join(' | ');
  if (block.kind === 'heading') return `# ${block.text}`;
  return block.kind === 'paragraph' ? block.text : itemLine(block.level, block.marker, block.text);
}
const itemLine = (level: number, marker: string, text: string): string =>
  `${'  '.repeat(level)}${marker.replace(/^[o○]$/, '•')} ${text}`;

const KINDS: [ending: string, write: (code: MadeCode) => Promise<Uint8Array>][] = [
  ['.md', async (code) => bytes(asMarkdown(code))],
  ['.txt', async (code) => bytes(asText(code))],
  ['.docx', asDocx],
  ['.odt', async (code) => asOdt(code)],
  ['.pdf', asPdf],
];

describe.each(KINDS)('%s', (ending, write) => {
  test.each(MADE_CODES)('gives every block of “$name”, with its marker as written', async (code) => {
    const { parts } = await readPolicy(`code${ending}`, await write(code));
    const lines = parts.map(lineOf);
    const name = code.answers.school ?? '';
    // On its only page, nothing tells a running header from a line of the text.
    const below = lines[0] === name ? lines.slice(1) : lines;
    expect(below).toEqual(code.blocks.map(lineOf));
  });
});

test('a PDF’s running headers and page numbers are left out, and listed', async () => {
  const { parts, notes } = await readPolicy('code.pdf', await asPdf(TRUST));
  expect(
    withoutRows(parts).filter(({ text }) => /^Page \d/.test(text) || text === TRUST.answers.school),
  ).toEqual([]);
  expect(notes).toEqual([
    expect.stringContaining('The Harrow Vale Learning Trust'),
    expect.stringContaining('Page … of …'),
  ]);
});

const docx = async (
  children: (Paragraph | Table)[],
  numbering?: ConstructorParameters<typeof Document>[0]['numbering'],
): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({ sections: [{ children }], ...(numbering === undefined ? {} : { numbering }) }),
    ),
  );

describe('a Word file', () => {
  test('keeps neighbouring lists apart, and starts their numbers again', async () => {
    const levels = [
      { level: 0, format: LevelFormat.LOWER_ROMAN, text: '%1)', alignment: AlignmentType.START },
    ];
    const item = (text: string, reference: string): Paragraph =>
      new Paragraph({ text, numbering: { reference, level: 0 } });
    const file = await docx(
      [new Paragraph('Our Code'), item('be kind', 'one'), item('be calm', 'one'), item('shout', 'two')],
      {
        config: [
          { reference: 'one', levels },
          { reference: 'two', levels },
        ],
      },
    );
    const { parts } = await readPolicy('code.docx', file);
    expect(parts.map(lineOf)).toEqual(['Our Code', 'i) be kind', 'ii) be calm', 'i) shout']);
  });

  test('takes bold lines with a letter above text for headings, but not in a list', async () => {
    const bold = (text: string): Paragraph =>
      new Paragraph({ children: [new TextRun({ text, bold: true })] });
    const words = new Paragraph('Please be kind.');
    const kinds = async (...children: Paragraph[]): Promise<string[]> => {
      const { parts } = await readPolicy('code.docx', await docx([bold('Our Code'), words, ...children]));
      return parts.slice(2).map(({ kind }) => kind);
    };
    expect(await kinds(bold('(a) Honesty'), words, bold('(b) Respect'), words)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect(await kinds(bold('(a) Be honest'), bold('(b) Be kind'), words)).toEqual([
      'item',
      'item',
      'paragraph',
    ]);
  });

  test('takes short paragraphs in bold for headings', async () => {
    const bold = (text: string): Paragraph =>
      new Paragraph({
        children: [new TextRun({ text, bold: true, underline: { type: UnderlineType.SINGLE } })],
      });
    const file = await docx([bold('Our Code'), bold('What we expect'), new Paragraph('Please be kind.')]);
    const { parts } = await readPolicy('code.docx', file);
    expect(parts.map(({ kind }) => kind)).toEqual(['heading', 'heading', 'paragraph']);
  });

  test('nests typed numbers and letters, also below numbers of its own', async () => {
    const own = (text: string): Paragraph =>
      new Paragraph({ text, numbering: { reference: 'own', level: 0 } });
    const typed = (...texts: string[]): Paragraph[] => texts.map((text) => new Paragraph(text));
    const file = await docx(
      [
        ...typed('Our Code', '1. Be kind:', '(a) at the gate:', '(i) always', '(ii) to all', '(b) by phone'),
        ...typed('2. Be calm:', 'a)\tin class', 'i.\tand out', 'b)\tat home', 'Thank you.', '1.1 Be safe:'),
        ...typed('(a) on foot', '- as ever', '(b) by car', 'So there.'),
        own('Be early:'),
        ...typed('(a) for lunch', '(b) for tea'),
        own('Be honest'),
      ],
      {
        config: [
          {
            reference: 'own',
            levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }],
          },
        ],
      },
    );
    expect((await readPolicy('code.docx', file)).parts.map(lineOf)).toEqual([
      'Our Code',
      '1. Be kind:',
      '  (a) at the gate:',
      '    (i) always',
      '    (ii) to all',
      '  (b) by phone',
      '2. Be calm:',
      '  a) in class',
      '    i. and out',
      '  b) at home',
      'Thank you.',
      '1.1 Be safe:',
      '  (a) on foot',
      '    - as ever',
      '  (b) by car',
      'So there.',
      '1. Be early:',
      '  (a) for lunch',
      '  (b) for tea',
      '2. Be honest',
    ]);
  });

  test('nests a list of its own in the one around it, whatever level it has itself', async () => {
    const of = (reference: string, text: string, level = 0): Paragraph =>
      new Paragraph({ text, numbering: { reference, level } });
    const level = (at: number, format: 'decimal' | 'bullet' | 'lowerLetter', text: string) => ({
      level: at,
      format,
      text,
      alignment: AlignmentType.START,
    });
    const file = await docx(
      [
        new Paragraph('Our Code'),
        of('clauses', 'This Code is for all:', 1),
        of('bullets', 'parents;'),
        of('bullets', 'carers, such as:'),
        of('bullets', 'childminders', 1),
        of('clauses', 'We review it each year.', 1),
        of('clauses', 'We may act.', 1),
        of('bullets', 'by letter'),
        of('clauses', 'We keep notes.', 1),
        new Paragraph('Steps'),
        of('steps', 'We talk.'),
        of('letters', 'at school'),
        of('letters', 'by phone'),
        of('steps', 'We write.'),
        of('bullets', 'Thank you'),
      ],
      {
        config: [
          { reference: 'clauses', levels: [level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2')] },
          { reference: 'bullets', levels: [level(0, 'bullet', '•'), level(1, 'bullet', 'o')] },
          { reference: 'letters', levels: [level(0, 'lowerLetter', '%1)')] },
          { reference: 'steps', levels: [level(0, 'decimal', '%1.')] },
        ],
      },
    );
    expect((await readPolicy('code.docx', file)).parts.map(lineOf)).toEqual([
      'Our Code',
      '1.1 This Code is for all:',
      '  • parents;',
      '  • carers, such as:',
      '    • childminders',
      '1.2 We review it each year.',
      '1.3 We may act.',
      '  • by letter',
      '1.4 We keep notes.',
      'Steps',
      '1. We talk.',
      '  a) at school',
      '  b) by phone',
      '2. We write.',
      '• Thank you',
    ]);
  });

  test('has paragraphs inside its items, if they’re as far in and the list goes on', async () => {
    const level = { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START };
    const of = (text: string): Paragraph =>
      new Paragraph({ text, numbering: { reference: 'list', level: 0 } });
    const further = (text: string, left = 720): Paragraph => new Paragraph({ text, indent: { left } });
    const file = await docx(
      [
        ...[new Paragraph('Our Code'), new Paragraph('We ask you:')],
        ...[of('To be kind.'), further('We all like that.'), further('It helps.', 900), of('To be calm.')],
        ...[further('Not so far.', 360), of('To wait.'), further('(a) at the gate'), of('To listen.')],
        further('We thank you all.'),
      ],
      {
        config: [
          {
            reference: 'list',
            levels: [{ ...level, style: { paragraph: { indent: { left: 720, hanging: 360 } } } }],
          },
        ],
      },
    );
    const { parts, source } = await readPolicy('code.docx', file);
    expect(parts.slice(2).map(lineOf)).toEqual([
      '1. To be kind.\nWe all like that.\nIt helps.',
      '2. To be calm.',
      'Not so far.',
      '3. To wait.',
      '  (a) at the gate',
      '4. To listen.',
      'We thank you all.',
    ]);
    const { code } = structureOf(parts, 'Our Code');
    const files = documentFiles({ code, appendices: [] });
    expect([...files.values()].join('')).toContain('To be kind.<br />We all like that.<br />It helps.\n- <');
    expect(firstDifference(files, { source, hasSpaces: true }, [])).toBeUndefined();
  });

  test('has numbered lines for headings if there’s text below each, but no steps', async () => {
    const of = (reference: string, text: string): Paragraph =>
      new Paragraph({ text, numbering: { reference, level: 0 } });
    const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }];
    const [words, title] = [
      new Paragraph('Please be kind.'),
      new Paragraph({ text: 'Our Code', heading: 'Title' }),
    ];
    const file = await docx(
      [
        title,
        ...[of('parts', 'Our aims'), words, of('parts', 'Who we are'), words, words],
        ...[of('steps', 'Talk to us'), of('steps', 'Write to us'), words, of('parts', 'What next?'), words],
      ],
      {
        config: [
          { reference: 'parts', levels },
          { reference: 'steps', levels },
        ],
      },
    );
    expect((await readPolicy('code.docx', file)).parts.map(lineOf)).toEqual([
      '# Our Code',
      '# 1. Our aims',
      'Please be kind.',
      '# 2. Who we are',
      'Please be kind.',
      'Please be kind.',
      '1. Talk to us',
      '2. Write to us',
      'Please be kind.',
      '# 3. What next?',
      'Please be kind.',
    ]);
  });

  test('has numbered lines with numbered parts beside the heading before them, if that has text', async () => {
    const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }];
    const part = (text: string): Paragraph =>
      new Paragraph({ text, numbering: { reference: 'parts', level: 0 } });
    const bold = (text: string): Paragraph =>
      new Paragraph({ children: [new TextRun({ text, bold: true })] });
    const children = [
      new Paragraph({ text: 'Our Code', heading: 'Title' }),
      ...[bold('Versions'), new Paragraph('The first one.')],
      ...[part('Our aims'), new Paragraph('1.1 Be kind.'), part('Our day'), new Paragraph('2.1 Be on time.')],
    ];
    const { parts } = await readPolicy(
      'code.docx',
      await docx(children, { config: [{ reference: 'parts', levels }] }),
    );
    expect(parts.flatMap((each) => (each.kind === 'heading' ? [each.level] : []))).toEqual([0, 5, 5, 5]);
  });

  test('has bold lines at one level, but those with an inner number below', async () => {
    const bold = (text: string): Paragraph =>
      new Paragraph({ children: [new TextRun({ text, bold: true })] });
    const words = new Paragraph('Please be kind.');
    const heads = ['Our Code', '1.0 Purpose', '1.1 Who', 'Our day', '2. Scope'];
    const { parts } = await readPolicy('code.docx', await docx(heads.flatMap((text) => [bold(text), words])));
    expect(parts.flatMap((part) => (part.kind === 'heading' ? [part.level] : []))).toEqual([1, 5, 6, 5, 5]);
  });

  test('has the school’s name on a line of its own above the title’s', async () => {
    const runs = (bold: boolean): TextRun[] => [
      new TextRun({ text: 'Duck Pond Primary School', bold }),
      new TextRun({ text: 'Parent Code of Conduct', bold, break: 1 }),
    ];
    const words = new Paragraph('Please be kind.');
    for (const title of [
      new Paragraph({ children: runs(true) }),
      new Paragraph({ children: runs(false), heading: 'Title' }),
    ]) {
      const { parts } = await readPolicy('code.docx', await docx([title, words]));
      expect(parts.map(({ text }) => text)).toEqual([
        'Duck Pond Primary School',
        'Parent Code of Conduct',
        'Please be kind.',
      ]);
    }
    const plain = await readPolicy(
      'code.docx',
      await docx([words, new Paragraph({ children: runs(false) })]),
    );
    expect(plain.parts).toHaveLength(3);
  });

  test('has all bold lines with a colon above lists for headings if there are several, but not one alone', async () => {
    const bold = (text: string): Paragraph =>
      new Paragraph({ children: [new TextRun({ text, bold: true })] });
    const list = ['be calm', 'be fair'].map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    const words = new Paragraph('Every day counts.');
    const title = new Paragraph({ text: 'Our Code', heading: 'Title' });
    const headingsOf = async (...lines: Paragraph[]) =>
      (await readPolicy('code.docx', await docx([title, ...lines]))).parts.flatMap((part) =>
        part.kind === 'heading' ? [`${part.level} ${part.text}`] : [],
      );
    const many = [bold('Staff will:'), ...list, bold('Our day'), words, bold('1. Families will:'), ...list];
    expect(await headingsOf(...many)).toEqual([
      '0 Our Code',
      '5 Staff will:',
      '5 Our day',
      '5 1. Families will:',
    ]);
    expect(await headingsOf(bold('Our day'), words, bold('Families will:'), ...list)).toEqual([
      '0 Our Code',
      '5 Our day',
    ]);
    const amid = [words, bold('What isn’t allowed:'), ...list, bold('Our day'), words];
    expect(await headingsOf(...amid)).toEqual(['0 Our Code', '5 What isn’t allowed:', '5 Our day']);
    const over = [bold('Our day'), words, ...list, bold('Our hall'), ...list];
    expect(await headingsOf(...over, words, bold('Families will:'), ...list)).toEqual([
      '0 Our Code',
      '5 Our day',
      '5 Our hall',
      '5 Families will:',
    ]);
    expect(await headingsOf(...over, bold('Our gate'), bold('Families will:'), ...list)).not.toContain(
      '5 Families will:',
    );
  });

  test('has no heading for a letter’s writer, and leaves out what’s only to cut along', async () => {
    const bold = (text: string): Paragraph =>
      new Paragraph({ children: [new TextRun({ text, bold: true })] });
    const lines = ['Be kind.', 'Yours sincerely,'].map((text) => new Paragraph(text));
    const rest = ['✂ - - - - - -', '.......', '_ _ _ _ _ _ _ _ _ _', 'I agree.'].map(
      (text) => new Paragraph(text),
    );
    const file = await docx([bold('Our Code'), ...lines, bold('Ada Nutt'), ...rest]);
    const { parts, source, notes } = await readPolicy('code.docx', file);
    expect(parts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'heading Our Code',
      'paragraph Be kind.',
      'paragraph Yours sincerely,',
      'paragraph Ada Nutt',
      'paragraph .......',
      'paragraph I agree.',
    ]);
    expect(source).not.toContain('✂');
    expect(notes).toContainEqual(expect.stringContaining('to cut along'));
  });

  test('has a long bold line for a heading if it’s above a list as several shorter ones are, but none at the end', async () => {
    const bold = (text: string): Paragraph =>
      new Paragraph({ children: [new TextRun({ text, bold: true })] });
    const item = (text: string): Paragraph => new Paragraph({ text, bullet: { level: 0 } });
    const long = 'No rowing on the pond, or on the stream that runs by the mill, before or after school';
    const part = (text: string): Paragraph[] => [bold(text), item('Be kind.'), item('Be calm.')];
    const file = await docx([
      bold('Our Code'),
      new Paragraph('Please be kind to ducks.'),
      ...['Ducks', 'Swans', long, 'Geese'].flatMap(part),
      new Paragraph('Thank you.'),
      bold('The keepers, Hill Pond'),
    ]);
    const { parts } = await readPolicy('code.docx', file);
    expect(parts.flatMap((each) => (each.kind === 'heading' ? [each.text] : []))).toEqual([
      'Our Code',
      'Ducks',
      'Swans',
      long,
      'Geese',
    ]);
  });

  test('has bold lines above lists for the lists’ first words if one is too long for a heading, with a dash too', async () => {
    const bold = (text: string): Paragraph =>
      new Paragraph({ children: [new TextRun({ text, bold: true })] });
    const list = ['be calm', 'be fair'].map((text) => new Paragraph({ text, bullet: { level: 0 } }));
    const words = new Paragraph('Every day counts.');
    const headingsOf = async (long: string, end: string) => {
      const lines = [bold(`Families should${end}`), ...list, bold(`${long}${end}`), ...list];
      const file = await docx([bold('Our Code'), words, ...lines, bold('Our day'), words]);
      const { parts } = await readPolicy('code.docx', file);
      return parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
    };
    const long =
      'So that our playground stays a calm and happy place for all, nobody at the gate should ever';
    for (const end of [':', '-']) {
      expect(await headingsOf(long, end)).toEqual(['Our Code', 'Our day']);
      const short = ['Our Code', `Families should${end}`, `Nobody should${end}`, 'Our day'];
      expect(await headingsOf('Nobody should', end)).toEqual(short);
    }
  });

  test('has a bold question at the level of the headings if all of them are questions', async () => {
    const words = new Paragraph('Please be kind.');
    const file = (other: string) =>
      docx([
        new Paragraph({ text: 'Our Code', heading: 'Title' }),
        ...[new Paragraph({ text: 'Who is this for?', heading: 'Heading2' }), words],
        ...[new Paragraph({ children: [new TextRun({ text: 'Can I phone you?', bold: true })] }), words],
        ...[new Paragraph({ text: other, heading: 'Heading2' }), words],
      ]);
    const levelsOf = async (other: string) =>
      (await readPolicy('code.docx', await file(other))).parts.flatMap((part) =>
        part.kind === 'heading' ? [part.level] : [],
      );
    expect(await levelsOf('What next?')).toEqual([0, 2, 2, 2]);
    expect(await levelsOf('Next steps')).toEqual([0, 2, 5, 2]);
  });

  test('keeps an inner list inside the item that it’s below, also after a paragraph', async () => {
    const of = (text: string, level = 0): Paragraph => new Paragraph({ text, bullet: { level } });
    const lines = [of('Shouting'), new Paragraph('That is so for everyone.'), of('even if upset', 1)];
    const linesOf = async (...more: Paragraph[]) =>
      (await readPolicy('code.docx', await docx([new Paragraph('Our Code'), ...lines, ...more]))).parts
        .slice(1)
        .map((part) => lineOf(part).replace('●', '•'));
    expect(await linesOf(of('Swearing'))).toEqual([
      '• Shouting\nThat is so for everyone.',
      '  • even if upset',
      '• Swearing',
    ]);
    expect(await linesOf()).toEqual(['• Shouting', 'That is so for everyone.', '• even if upset']);
  });

  test('reads ticks from Wingdings, and leaves out the table of contents', async () => {
    const tick = new Paragraph({
      children: [new SymbolRun({ char: 'F0FC', symbolfont: 'Wingdings' }), new TextRun(' be kind')],
    });
    const contents = new Paragraph({ text: 'Kindness 3', style: 'TOC1' });
    const head = new Paragraph({ children: [new TextRun({ text: 'CONTENTS', bold: true })] });
    const { parts, source, notes } = await readPolicy(
      'code.docx',
      await docx([new Paragraph('Our Code'), head, contents, tick]),
    );
    expect(parts.map(lineOf)).toEqual(['Our Code', '✓ be kind']);
    expect(source).toBe('Our Code\n✓ be kind');
    expect(notes).toEqual([expect.stringContaining('table of contents')]);
  });

  test('reads do and don’t in two columns one after the other', async () => {
    const cell = (...texts: string[]): TableCell =>
      new TableCell({ children: texts.map((text) => new Paragraph(text)) });
    const table = new Table({
      rows: [
        new TableRow({ children: [cell('We will'), cell('We won’t')] }),
        new TableRow({ children: [cell('✔ listen', '✔ be kind'), cell('✘ shout', '✘ swear')] }),
      ],
    });
    const { parts, source } = await readPolicy('code.docx', await docx([new Paragraph('Our Code'), table]));
    const order = ['Our Code', '# We will', '✔ listen', '✔ be kind', '# We won’t', '✘ shout', '✘ swear'];
    expect(parts.map(lineOf)).toEqual(order);
    expect(source.split('\n')).toEqual(order.map((line) => line.replace('# ', '')));
    // What’s after the table would be under “We won’t”.
    const last = new Paragraph('Please write to us.');
    const more = await readPolicy('code.docx', await docx([new Paragraph('Our Code'), table, last]));
    expect(more.parts.map(lineOf)).toEqual([...source.split('\n'), 'Please write to us.']);
  });

  test('keeps the pairs of do and don’t in rows, with ticks and all, if nearly all have a sentence each', async () => {
    const rows = [
      [['☺ Please do'], ['✗ Please don’t']],
      [['✔ Wait at the pond'], ['✘ Feed the ducks bread', '✘ Chase the ducks']],
      [['✔ Keep the group friendly'], ['✘ Use it to complain']],
      [['✔ Walk round the pond'], ['✘ Swim in it']],
      [['✔ Take your boots off'], ['✘ Bring frogs in']],
    ].map((cells) => new TableRow({ children: cells.map((texts) => cellOf(texts)) }));
    const { parts } = await readPolicy(
      'code.docx',
      await docx([new Paragraph('Our Code'), new Table({ rows })]),
    );
    expect(parts.slice(1).map((part) => (part.kind === 'row' ? part.cells : part.text))).toEqual([
      ['☺ Please do', '✗ Please don’t'],
      ['✔ Wait at the pond', '✘ Feed the ducks bread\n✘ Chase the ducks'],
      ['✔ Keep the group friendly', '✘ Use it to complain'],
      ['✔ Walk round the pond', '✘ Swim in it'],
      ['✔ Take your boots off', '✘ Bring frogs in'],
    ]);
  });

  const cellOf = (texts: readonly string[]): TableCell =>
    new TableCell({ children: texts.map((text) => new Paragraph(text)) });

  const withLists = (...rows: string[][][]): Table =>
    new Table({
      rows: rows.map(
        (cells) =>
          new TableRow({
            children: cells.map(
              (texts) => new TableCell({ children: texts.map((text) => new Paragraph(text)) }),
            ),
          }),
      ),
    });

  test('keeps lists in a grid beside each other, under the column’s name and beside the row’s', async () => {
    const table = withLists(
      [['Where'], ['Parents’ rights'], ['Parents’ duties']],
      [['Pond'], ['- to see the swans', '- to ask about them'], ['- to stay on the path']],
      [['Hall'], ['- to have a seat'], ['- to wipe their boots', '- not to run']],
    );
    const { parts } = await readPolicy('code.docx', await docx([new Paragraph('Our Code'), table]));
    expect(parts.map(lineOf)).toEqual([
      'Our Code',
      'Where | Parents’ rights | Parents’ duties',
      'Pond | - to see the swans\n- to ask about them | - to stay on the path',
      'Hall | - to have a seat | - to wipe their boots\n- not to run',
    ]);
  });

  test('reads lists below “School” and “Parents” one after the other, over all rows', async () => {
    const table = withLists(
      [['The school'], ['Parents']],
      [['- feeds the swans', '- mends the fence'], ['- stay on the path']],
      [['- counts them'], ['- wipe boots', '- walk']],
    );
    const { parts, source } = await readPolicy('code.docx', await docx([new Paragraph('Our Code'), table]));
    const order = [
      'Our Code',
      '# The school',
      '- feeds the swans',
      '- mends the fence',
      '- counts them',
      '# Parents',
      '- stay on the path',
      '- wipe boots',
      '- walk',
    ];
    expect(parts.map(lineOf)).toEqual(order);
    expect(source.split('\n')).toEqual(order.map((line) => line.replace('# ', '')));
  });

  test('reads a table with titles across its rows as a table', async () => {
    const cell = (text: string, columnSpan = 1): TableCell =>
      new TableCell({ columnSpan, children: [new Paragraph(text)] });
    const row = (...cells: TableCell[]): TableRow => new TableRow({ children: cells });
    const table = new Table({
      rows: [
        row(cell('We ask you to …'), cell('We cannot accept …')),
        row(cell('At our gate', 2)),
        row(cell('Close it.'), cell('Climbing it.')),
      ],
    });
    const { parts } = await readPolicy('code.docx', await docx([new Paragraph('Our Code'), table]));
    expect(parts.map(lineOf)).toEqual([
      'Our Code',
      'We ask you to … | We cannot accept …',
      'At our gate | ',
      'Close it. | Climbing it.',
    ]);
  });

  test('reads other tables row by row, and says so', async () => {
    const row = (...texts: string[]): TableRow =>
      new TableRow({ children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
    const table = new Table({ rows: [row('Policy owner', 'Headteacher'), row('Version', '2')] });
    const { parts, notes } = await readPolicy('code.docx', await docx([new Paragraph('Our Code'), table]));
    expect(parts.map(lineOf)).toEqual(['Our Code', 'Policy owner | Headteacher', 'Version | 2']);
    expect(notes).toEqual([expect.stringContaining('row by row')]);
  });
});

const pdf = async (
  write: (document: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> => {
  const document = new PDFDocument(options);
  write(document);
  document.end();
  return new Uint8Array(await buffer(document));
};

test.each([
  [
    '.txt',
    'Our Code\n\nContents\n1. Purpose 2\n2. Our day 3\n\n1. Purpose\n\nBe kind.\n\n2. Our day\n\nArrive by 9.\n',
  ],
  [
    '.md',
    '# Our Code\n\n**Purpose.......2**\n\n**Our day.......3**\n\n## 1. Purpose\n\nBe kind.\n\n## 2. Our day\n\nArrive by 9.\n',
  ],
])('leaves out a table of contents in a %s file', async (ending, text) => {
  const { parts, source, notes } = await readPolicy(`code${ending}`, bytes(text));
  expect(parts.map(lineOf)).toEqual([
    '# Our Code',
    '# 1. Purpose',
    'Be kind.',
    '# 2. Our day',
    'Arrive by 9.',
  ]);
  expect(source).not.toContain('Contents');
  expect(notes).toEqual([expect.stringContaining('table of contents')]);
});

describe('says in a sentence why it can’t read', () => {
  const reason = async (name: string, file: Uint8Array | Promise<Uint8Array>): Promise<string> => {
    try {
      await readPolicy(name, await file);
    } catch (error) {
      if (error instanceof Error && error.name === 'UnreadablePolicy') return error.message;
      throw error;
    }
    return 'read';
  };
  const long = 'Please be kind to everyone you meet in our school. '.repeat(1600);

  test.each([
    ['an empty file', 'a.docx', () => bytes(''), 'a.docx is empty.'],
    ['a file without words', 'a.md', () => bytes('# \n\n---\n'), 'There are no words in a.md.'],
    ['an old Word file', 'a.DOC', () => bytes('x'), 'a.DOC is in Word’s old format. Open it in Word'],
    ['a Pages file', 'a.pages', () => bytes('x'), 'Export To and Word'],
    ['an unknown kind', 'a.rtf', () => bytes('x'), 'isn’t a .docx, .odt, .pdf, .md or .txt file'],
    [
      'an old Word file, or one with a password',
      'a.docx',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      'password, or is in Word’s old format',
    ],
    [
      'half a Word file',
      'a.docx',
      async () => (await asDocx(TICKS)).slice(0, 900),
      'isn’t a whole Word document',
    ],
    ['half a PDF', 'a.pdf', () => bytes('%PDF-1.7'), 'isn’t a whole PDF'],
    ['another encoding', 'a.txt', () => Uint8Array.of(0x93, 0x41, 0x94), 'isn’t saved as UTF-8'],
    ['a handbook', 'a.txt', () => bytes(long), 'looks like a whole handbook'],
    [
      'a PDF of 200 pages',
      'a.pdf',
      () =>
        pdf((file) => {
          for (let page = 1; page < 200; page += 1) file.text('Be kind.').addPage();
        }),
      '200 pages',
    ],
    [
      'a scan',
      'a.pdf',
      () => pdf((file) => void file.rect(50, 50, 300, 300).fill('black')),
      'probably a scan',
    ],
    [
      'a PDF with a password',
      'a.pdf',
      () => pdf((file) => void file.text('Be kind.'), { userPassword: 'secret' }),
      'protected with a password',
    ],
    [
      'two columns',
      'a.pdf',
      () =>
        pdf(
          (file) =>
            void file.text('Please be kind to everyone you meet here. '.repeat(80), {
              columns: 2,
              columnGap: 40,
            }),
        ),
      'two columns',
    ],
    [
      'tracked changes',
      'a.docx',
      () =>
        docx([
          new Paragraph({
            children: [
              new TextRun('Our Code '),
              new InsertedTextRun({ text: 'of Conduct', id: 1, author: 'A', date: '2026-01-01T00:00:00Z' }),
            ],
          }),
        ]),
      'tracked changes',
    ],
  ] as [string, string, () => Uint8Array | Promise<Uint8Array>, string][])(
    '%s',
    async (_, name, file, expected) => {
      expect(await reason(name, file())).toContain(expected);
    },
  );
});

test('tells roman numbers from letters, and counts 1.0 as a level above 1.1', async () => {
  const roman = ['(a) one', '(i) x', '(ii) x', '(iii) x', '(iv) x', '(v) x', '(vi) x', '(b) two'];
  const letters = ['(A) be kind', '(B) be calm', '(C) be safe', 'g. one', 'h. two', 'i. three', 'j. four'];
  const linesOf = async (...lines: string[]): Promise<string[]> =>
    (await readPolicy('code.txt', bytes(`Our Code\n\nWe ask:\n\n${lines.join('\n')}`))).parts
      .slice(2)
      .map(lineOf);
  expect(await linesOf(...roman)).toEqual(roman.map((line) => (line.endsWith('x') ? `  ${line}` : line)));
  expect(await linesOf(...letters)).toEqual(letters);
  expect(await linesOf('(h) be kind:', '(i) at once', '(ii) always')).toEqual([
    '(h) be kind:',
    '  (i) at once',
    '  (ii) always',
  ]);
  expect(
    await linesOf('1.0 We agree:', '1.1 Be kind.', '1.2 Be calm.', '2.0 You agree:', '2.1 All.'),
  ).toEqual(['1.0 We agree:', '  1.1 Be kind.', '  1.2 Be calm.', '2.0 You agree:', '  2.1 All.']);
});

test('reads paragraphs inside a Markdown list’s items', async () => {
  const text =
    '# Our Code\n\nPlease:\n\n- be kind\n\n  It helps.\n\n- be calm\n\n  We all like that.\n\nThank you.\n';
  expect((await readPolicy('code.md', bytes(text))).parts.slice(2).map(lineOf)).toEqual([
    '• be kind\nIt helps.',
    '• be calm',
    'We all like that.',
    'Thank you.',
  ]);
});

test('has ticks in a text’s bullets only if something says so, and numbered headings', async () => {
  const text =
    'Our Code\n\nRules\n\n1. Purpose\n1.1 Be kind.\n1.2 Be calm.\n2. Gates\n2.1 Please:\n• close them\n• wave:\n✔ to us\n• smile\n\n✔ Yes\n✘ No\n';
  expect((await readPolicy('code.txt', bytes(text))).parts.slice(2).map(lineOf)).toEqual([
    '# 1. Purpose',
    '1.1 Be kind.',
    '1.2 Be calm.',
    '# 2. Gates',
    '2.1 Please:',
    '  • close them',
    '  • wave:',
    '    ✔ to us',
    '  • smile',
    '  ✔ Yes',
    '  ✘ No',
  ]);
});

test('takes a dash or a number within a sentence of a text for part of it', async () => {
  const text =
    'Our Code\n\nWe ask everybody who comes here to be kind\n– by phone too – as is said in the section\n2.1 of our policy on it.\n\nWe ask everybody who comes here to\n- be kind\n- be calm\n';
  expect((await readPolicy('code.txt', bytes(text))).parts.slice(1).map(lineOf)).toEqual([
    'We ask everybody who comes here to be kind – by phone too – as is said in the section 2.1 of our policy on it.',
    'We ask everybody who comes here to',
    '- be kind',
    '- be calm',
  ]);
});

test('takes each line of a text saved from Word for a paragraph', async () => {
  const long = `We ask ${'all parents, carers and visitors to be kind to everybody, '.repeat(3)}always.`;
  const lines = ['Parent Code of Conduct', long, 'Be calm.', `${long} too.`, '• listen', '• wait'];
  const { parts } = await readPolicy('policy.txt', Buffer.from(lines.join('\r\n')));
  expect(parts.map(({ text }) => text)).toEqual([
    'Parent Code of Conduct',
    long,
    'Be calm.',
    `${long} too.`,
    'listen',
    'wait',
  ]);
  const broken = `Parent Code of Conduct\n\n${`${long.replace('We', 'we')} and\n`.repeat(3)}calm.`;
  expect((await readPolicy('policy.txt', Buffer.from(broken))).parts).toHaveLength(2);
});

test.each([
  'January 2019',
  '1st Sept 2024',
  'Autumn Term 2025',
  'Approved by the governors: May 2021',
  'Review date Autumn 2026',
])('a date is no heading: %s', async (date) => {
  const { parts } = await readPolicy('code.txt', bytes(`Our Code\n\n${date}\n\nBe kind.`));
  expect(parts.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
});

test('a question of its own in plain text is a heading where text follows', async () => {
  const text = 'Our Code\n\nBe kind.\n\nWhat happens if a rule is broken?\n\nWe write.\n\nAll right?';
  expect((await readPolicy('code.txt', bytes(text))).parts.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'heading',
    'paragraph',
    'paragraph',
  ]);
});

test('a word or two with a colon is a heading in plain text where one of them is above a paragraph', async () => {
  const kinds = async (text: string) =>
    (await readPolicy('code.txt', bytes(`Our Code\n\n${text}`))).parts.slice(1).map(({ kind }) => kind);
  const aims = 'Our aims:\n\n• To be kind\n\n• To be safe\n\n';
  expect(await kinds(`${aims}Rationale:\n\nWe are kind.`)).toEqual([
    'heading',
    'item',
    'item',
    'heading',
    'paragraph',
  ]);
  expect(await kinds(`${aims}We are kind.`)).toEqual(['paragraph', 'item', 'item', 'paragraph']);
});
