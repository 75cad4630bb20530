import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/adopt/pdfLines.ts';
import { partsOf, shapeOf } from '../../src/adopt/pdfParagraphs.ts';
import type { Policy } from '../../src/adopt/policy.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';
import { readFonts } from '../../src/pdf/fonts.ts';

/** Puts lines on a page one below the other, each piece at its place from the left. */
class Page {
  readonly pdf: PDFKit.PDFDocument;
  y = 60;

  constructor(tagged = false, titled = true) {
    this.pdf = new PDFDocument({ size: 'A4', margin: 0, tagged });
    const { sans, sansBold } = readFonts();
    this.pdf.registerFont('sans', sans.bytes).registerFont('bold', sansBold.bytes);
    if (titled) this.line(['Our Code', 60, 'bold', 20]).gap();
  }

  line(...pieces: [text: string, x: number, font?: 'sans' | 'bold', size?: number, up?: number][]): this {
    for (const [text, x, font = 'sans', size = 10, up = 0] of pieces)
      this.pdf
        .font(font)
        .fontSize(size)
        .text(text, x, this.y - up, { lineBreak: false, baseline: 'alphabetic' });
    this.y += 14;
    return this;
  }

  gap(): this {
    return this.down(12);
  }

  /** Goes on so much further down. */
  down(points: number): this {
    this.y += points;
    return this;
  }

  /** A paragraph, to show where lines end. */
  paragraph(): this {
    for (const text of [LONG, LONG, LONG]) this.line([text, 60]);
    return this.line(['Thank you.', 60]).gap();
  }

  /** Tags what’s written, such as a paragraph, or the tags in it. */
  tag(role: string, ...children: PDFKit.PDFStructureElementChild[]): this {
    this.pdf.addStructure(this.tagged(role, ...children));
    return this;
  }

  tagged(role: string, ...children: PDFKit.PDFStructureElementChild[]): PDFKit.PDFStructureElement {
    return this.pdf.struct(role, {}, children);
  }

  dot(x: number): this {
    this.pdf.circle(x, this.y - 3, 2).fill('black');
    return this;
  }

  async read(): Promise<Policy & { lines: string[] }> {
    this.pdf.end();
    const policy = await readPolicy('code.pdf', new Uint8Array(await buffer(this.pdf)));
    const lines = policy.parts.slice(1).map((part) => {
      if (part.kind === 'row') return `${part.head ? '# ' : ''}${part.cells.join(' | ')}`;
      if (part.kind === 'item') return `${'  '.repeat(part.level)}${part.marker} ${part.text}`;
      return `${part.kind === 'heading' ? '# ' : ''}${part.text}`;
    });
    const letters = (text: string): string =>
      text.replaceAll(/[^\p{L}\p{N}⁰-⁹¹²³]/gu, '').replaceAll('o', '');
    expect(letters(policy.source)).toBe(letters(`Our Code ${lines.join(' ')}`));
    return { ...policy, lines };
  }
}

const LONG =
  'We want everyone who comes to our school to be treated kindly, and we are grateful to all who do so here,';
const BODY = `${LONG} ${LONG} ${LONG} Thank you.`;

test('items may go on below their bullets', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line([`- ${LONG}`, 60])
    .line(['and in our playground', 60])
    .line(['- be calm', 60])
    .gap()
    .line(['We ask once.', 60])
    .gap()
    .line([`1. ${LONG.replace(/,$/, '.')}`, 60])
    .line(['We say so too.', 60])
    .read();
  expect(lines).toEqual([
    BODY,
    `- ${LONG} and in our playground`,
    '- be calm',
    'We ask once.',
    `1. ${LONG.replace(/,$/, '.')}`,
    'We say so too.',
  ]);
});

test('a line in the middle below an item isn’t part of it', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line([`- ${LONG}`, 60])
    .line(['Thank you all for this', 240])
    .read();
  expect(lines).toEqual([BODY, `- ${LONG}`, 'Thank you all for this']);
});

test('a word that the file has in pieces is one word', async () => {
  const page = new Page();
  const at = (before: string): number => 60 + page.pdf.font('sans').fontSize(10).widthOfString(before);
  // Some programs cut before a ligature, and an “o” alone would be a bullet.
  const { source, lines } = await page
    .line(['Tell the', 60], ['o', at('Tell the ')], ['ffice.', at('Tell the o')])
    .read();
  expect(lines).toEqual(['Tell the office.']);
  expect(source).toContain('Tell the office.');
});

test('a line that starts with a dash or a number within a sentence is part of it', async () => {
  const clause = LONG.replace(/,$/, '');
  const { lines } = await new Page()
    .line([`${clause},`, 60])
    .line([
      '– also by phone – as is said in our policy on it, which is on our website for all of you, and there in its section',
      60,
    ])
    .line(['2.1 of it.', 60])
    .gap()
    .line(['•', 60], [LONG.slice(0, 99), 78])
    .line(['10. to 12. of May too', 78])
    .line(['•', 60], ['Be calm', 78])
    .gap()
    .line([`${clause}`, 60])
    .line(['- by phone', 60])
    .line(['- by post', 60])
    .gap()
    .line([`1.1 ${LONG.slice(0, 95)}`, 60])
    .line(['1.2 Be kind.', 60])
    .read();
  expect(lines).toEqual([
    `${clause}, – also by phone – as is said in our policy on it, which is on our website for all of you, and there in its section 2.1 of it.`,
    `• ${LONG.slice(0, 99)} 10. to 12. of May too`,
    '• Be calm',
    clause,
    '- by phone',
    '- by post',
    `1.1 ${LONG.slice(0, 95)}`,
    '1.2 Be kind.',
  ]);
});

test('a table of contents is left out', async () => {
  const { lines, notes } = await new Page()
    .line(['Contents', 60, 'bold', 13])
    .line([`1. Purpose ${'.'.repeat(60)} 3`, 60])
    .line([`2. Our day${'.'.repeat(60)}4`, 60])
    .gap()
    .line(['1. Purpose', 60, 'bold', 13])
    .paragraph()
    .line(['2. Our day', 60, 'bold', 13])
    .line(['Arrive by 9.', 60])
    .read();
  expect(lines).toEqual(['# 1. Purpose', BODY, '# 2. Our day', 'Arrive by 9.']);
  expect(notes).toEqual([expect.stringContaining('table of contents')]);
});

test('headings and a table of contents with their numbers apart are no table of data', async () => {
  const names = ['Our pond', 'Our ducks', 'Our hall'];
  const page = new Page().line(['Contents', 60, 'bold', 13]);
  for (const [index, name] of names.entries()) page.line([`${index + 1}`, 60], [name, 100]);
  page.gap();
  for (const [index, name] of names.entries())
    page.line([`${index + 1}`, 60, 'bold', 13], [name, 100, 'bold', 13]).paragraph();
  const { lines } = await page.read();
  expect(lines).toEqual(names.flatMap((name, index) => [`# ${index + 1} ${name}`, BODY]));
});

describe('bullets', () => {
  test('that are drawn are read, even where most lines are in lists', async () => {
    const page = new Page().line(['We ask you to:', 60]).gap();
    for (const text of ['be kind', 'be calm', LONG]) page.dot(84).line([text, 92]);
    page.line(['and also there', 92]);
    page.dot(108).line(['at the gate', 116]).dot(84).line(['be on time', 92]);
    const { lines, notes } = await page.gap().line(['Please do.', 60]).read();
    expect(lines).toEqual([
      'We ask you to:',
      '• be kind',
      '• be calm',
      `• ${LONG} and also there`,
      '  • at the gate',
      '• be on time',
      'Please do.',
    ]);
    expect(notes).toEqual([]);
  });

  test('may have paragraphs below their words', async () => {
    const { lines, notes } = await new Page()
      .paragraph()
      .line(['•', 60], ['Be kind.', 78])
      .gap()
      .line(['It helps.', 78])
      .gap()
      .line(['•', 60], ['Be calm.', 78])
      .gap()
      .line(['We thank you.', 78])
      .read();
    expect(lines.slice(1)).toEqual(['• Be kind.\nIt helps.', '• Be calm.', 'We thank you.']);
    expect(notes).toEqual([]);
  });

  test('that can’t be read are told by their indents, which is listed', async () => {
    const { lines, notes } = await new Page()
      .paragraph()
      .line(['We won’t tolerate:', 60])
      .line(['shouting', 90])
      .line(['swearing', 90])
      .read();
    expect(lines.slice(1)).toEqual(['We won’t tolerate:', '• shouting', '• swearing']);
    expect(notes).toEqual([expect.stringContaining('taken for list items')]);
  });

  test('of another shape are inside the one before, also at the same place', async () => {
    const { lines } = await new Page()
      .paragraph()
      .line(['• be kind', 60])
      .line(['o at the gate', 60])
      .line(['• be calm', 60])
      .read();
    expect(lines.slice(1)).toEqual(['• be kind', '  o at the gate', '• be calm']);
  });

  test('of one list are typed hyphens too, after a sentence at the same place', async () => {
    const { lines } = await new Page()
      .paragraph()
      .line(['• Being late.', 60])
      .line(['- Leaving late', 60])
      .line(['• Being rude.', 60])
      .read();
    expect(lines.slice(1)).toEqual(['• Being late.', '• Leaving late', '• Being rude.']);
  });

  test('have nothing below them that starts further out with a capital letter', async () => {
    const { lines } = await new Page()
      .paragraph()
      .line(['•', 78], [LONG.slice(0, 95), 90])
      .line(['all who do so here', 90])
      .line(['•', 78], [LONG.slice(0, 95), 90])
      .line(['Staff will be told.', 60])
      .read();
    expect(lines.slice(1)).toEqual([
      `• ${LONG.slice(0, 95)} all who do so here`,
      `• ${LONG.slice(0, 95)}`,
      'Staff will be told.',
    ]);
  });

  test('may be an “o” apart from a small letter', async () => {
    const { lines } = await new Page()
      .paragraph()
      .line(['•', 60], ['be kind:', 78])
      .line(['o', 78], ['at the gate', 96])
      .line(['o', 78], ['on the phone', 96])
      .read();
    expect(lines.slice(1)).toEqual(['• be kind:', '  o at the gate', '  o on the phone']);
  });

  test('may be marks of quotation, arrows and other signs', async () => {
    const signs = ['»', '→', '♥', '√', '>'];
    const page = new Page().paragraph();
    for (const sign of signs) page.line([`${sign} be kind`, 60]);
    const { parts } = await page.read();
    expect(parts.flatMap((part) => (part.kind === 'item' ? part.marker : []))).toEqual(signs);
  });

  test('that the file doesn’t name are listed', async () => {
    const { lines, notes } = await new Page().paragraph().line(['❌ shout at staff', 60]).read();
    expect(lines.slice(1)).toEqual(['• shout at staff']);
    expect(notes).toEqual([expect.stringContaining('Page 1 has signs that the file doesn’t name')]);
  });

  test('that the file doesn’t name are at the level of others as far in', async () => {
    const page = new Page().paragraph();
    for (const [sign, words] of [
      ['✔', 'be kind'],
      ['❌', 'shout at staff'],
      ['✔', 'be calm'],
    ] as const)
      page.line([sign, sign === '✔' ? 60 : 66], [words, 78]);
    const { lines } = await page.line(['❌ swear', 90]).line(['•', 66], ['smoke', 78]).read();
    expect(lines.slice(1)).toEqual(['✔ be kind', '• shout at staff', '✔ be calm', '  • swear', '• smoke']);
  });

  test('may be numbers right before their words', async () => {
    const { lines } = await new Page().paragraph().line(['1.2.1It covers the day.', 60]).read();
    expect(lines.slice(1)).toEqual(['1.2.1 It covers the day.']);
  });
});

test('bold lines that ask or announce are headings, but not before a list', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line(['What happens next?', 60, 'bold'])
    .line(['We write to you.', 60])
    .gap()
    .line(['Our staff:', 60, 'bold'])
    .line(['They are kind.', 60])
    .gap()
    .line(['Parents must not:', 60, 'bold'])
    .line(['•', 60], ['shout', 78])
    .read();
  expect(lines.slice(1)).toEqual([
    '# What happens next?',
    'We write to you.',
    '# Our staff:',
    'They are kind.',
    'Parents must not:',
    '• shout',
  ]);
});

test('underlined short lines are headings, also where no space is below them', async () => {
  const page = new Page().paragraph().paragraph();
  page.line([LONG, 60]).line(['for it.', 60]).gap();
  page.pdf.font('sans').fontSize(10);
  page.pdf.rect(60, page.y + 1, page.pdf.widthOfString('At the gate'), 0.5).fill('black');
  const { lines } = await page.line(['At the gate', 60]).line([LONG, 60]).line(['Be early.', 60]).read();
  expect(lines.slice(-2)).toEqual(['# At the gate', `${LONG} Be early.`]);
});

test('an underlined line is one all the same where its line goes on below the space at its end', async () => {
  const page = new Page().paragraph();
  page.pdf.font('bold').fontSize(10);
  page.pdf.rect(60, page.y + 1, page.pdf.widthOfString('At the gate '), 0.5).fill('black');
  page.line(['At the gate', 60, 'bold']).paragraph();
  const width = page.pdf.font('bold').fontSize(10).widthOfString('In the hall:');
  page.pdf.rect(60, page.y + 1, width, 0.5).fill('black');
  const { lines } = await page.line(['In the hall:', 60, 'bold']).line(['• shouting', 90]).read();
  expect(lines.filter((line) => line.startsWith('#'))).toEqual(['# At the gate', '# In the hall:']);
});

test('a form’s line ends with the room to write in', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line([`Signed: ${'_'.repeat(40)} Date: ${'_'.repeat(30)}`, 60])
    .line(['Read again each May.', 60])
    .read();
  expect(lines.at(-1)).toBe('Read again each May.');
});

test('headings are apart from others in capitals, or too far above to be one', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line(['Letter to a parent', 60, 'bold'])
    .line(['BY HAND', 60, 'bold'])
    .gap()
    .paragraph()
    .line(['Nut Lane School', 60, 'bold', 14])
    .down(8)
    .line(['When you come', 60, 'bold', 14])
    .paragraph()
    .read();
  expect(lines.filter((line) => line.startsWith('#'))).toEqual([
    '# Letter to a parent',
    '# BY HAND',
    '# Nut Lane School',
    '# When you come',
  ]);
});

test('bold lines that end in a colon, one above another, are headings of two levels', async () => {
  const { parts } = await new Page()
    .paragraph()
    .line(['WHAT FAMILIES DO:', 60, 'bold'])
    .line(['Tell us your news:', 60, 'bold'])
    .line(['• by email', 60])
    .line(['Be on time:', 60, 'bold'])
    .line(['• at nine', 60])
    .line(['WHAT CHILDREN DO:', 60, 'bold'])
    .line(['• learn', 60])
    .read();
  const levels = parts.flatMap((part) => (part.kind === 'heading' ? [`${part.level} ${part.text}`] : []));
  expect(levels.slice(1)).toEqual([
    '2 WHAT FAMILIES DO:',
    '3 Tell us your news:',
    '3 Be on time:',
    '2 WHAT CHILDREN DO:',
  ]);
});

test('bold lines that end in a colon above a list are headings where others that look the same are', async () => {
  const page = (...more: string[]): Page => {
    const start = new Page().paragraph();
    for (const text of more) start.line([text, 60, 'bold']).paragraph();
    return start
      .line(['1.', 60, 'bold'], ['Arrive calmly:', 78, 'bold'])
      .line(['• on foot', 90])
      .line(['• by bus', 90])
      .gap()
      .line(['What we won’t have:', 60, 'bold'])
      .line(['• shouting', 90]);
  };
  const headingsOf = ({ lines }: { lines: string[] }): string[] =>
    lines.filter((line) => line.startsWith('#'));
  const others = ['Our pond', 'Our hall'];
  expect(headingsOf(await page(...others).read())).toEqual([
    '# Our pond',
    '# Our hall',
    '# 1. Arrive calmly:',
    '# What we won’t have:',
  ]);
  expect(headingsOf(await page('Our pond').read())).toEqual([
    '# Our pond',
    '# 1. Arrive calmly:',
    '# What we won’t have:',
  ]);
  expect(headingsOf(await page().read())).toEqual([]);
});

test('one bold line that ends in a colon above a list is a heading where two above lists look the same', async () => {
  const headingsOf = async (isOverLists: boolean): Promise<string[]> => {
    const page = new Page().paragraph();
    for (const text of ['Our pond', 'Our hall']) {
      page.line([text, 60, 'bold']).line(['We will be:', 60]);
      if (isOverLists) page.line(['• calm', 90]).gap();
      else page.line(['calm', 60]).gap();
    }
    const { lines } = await page.line(['All of us will:', 60, 'bold']).line(['• be kind', 90]).read();
    return lines.filter((line) => line.startsWith('#'));
  };
  expect(await headingsOf(true)).toEqual(['# Our pond', '# Our hall', '# All of us will:']);
  expect(await headingsOf(false)).toEqual(['# Our pond', '# Our hall']);
});

test('one bold line that ends in a colon above a list is a heading among others in the text, but no sentence', async () => {
  const headingsOf = async (text: string): Promise<string[]> => {
    const { lines } = await new Page()
      .paragraph()
      .line([text, 60, 'bold'])
      .line(['• shouting across the pond', 90])
      .gap()
      .line(['Our hall', 60, 'bold'])
      .paragraph()
      .read();
    return lines.filter((line) => line.startsWith('#'));
  };
  const long = 'Kinds of conduct that are thought serious and unkind and won’t be let pass:';
  expect(await headingsOf('Conduct that’s unkind:')).toEqual(['# Conduct that’s unkind:', '# Our hall']);
  expect(await headingsOf(long)).toEqual([`# ${long}`, '# Our hall']);
  expect(await headingsOf('By the pond you will not be:')).toEqual(['# Our hall']);
});

test('a bold sentence that fills its first line is no heading, though the second begins with a capital', async () => {
  const start =
    'Beside what is asked of every family in the agreement that goes with the Code that is called our';
  const { lines } = await new Page()
    .paragraph()
    .line([start, 60, 'bold'])
    .line(['Friendship Charter, each guest is asked to:', 60, 'bold'])
    .gap()
    .line([LONG.replace(/,$/, '.'), 60])
    .read();
  expect(lines[1]).toBe(`${start} Friendship Charter, each guest is asked to:`);
});

test('a title goes on in smaller letters, but not below a line break after the school’s name', async () => {
  const titlesIn = async (...lines: [string, number][]): Promise<string[]> => {
    const page = new Page(false, false);
    for (const [text, size] of lines) page.line([text, 60, 'bold', size]);
    page.gap().paragraph().pdf.end();
    const { parts } = await readPolicy('code.pdf', new Uint8Array(await buffer(page.pdf)));
    return parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []));
  };
  expect(await titlesIn(['Our Visitors’ Code', 14], ['at the Pond School', 11])).toEqual([
    'Our Visitors’ Code at the Pond School',
  ]);
  expect(await titlesIn(['Duck Pond School', 12], ['Visitors’ Code of Conduct', 12])).toEqual([
    'Duck Pond School',
    'Visitors’ Code of Conduct',
  ]);
});

test('a letterhead’s words beside each other are read cell by cell, but only above the title', async () => {
  const read = async (left: string[], ...title: string[]): Promise<Policy> => {
    const page = new Page(false, false);
    for (const text of left) page.line([text, 60]);
    page.down(-14 * left.length);
    for (const text of ['Head of school:', 'Mrs A. Fern']) page.line([text, 300]);
    for (const text of title) page.gap().line([text, 60, 'bold', 16]);
    page.gap().paragraph().pdf.end();
    return readPolicy('code.pdf', new Uint8Array(await buffer(page.pdf)));
  };
  const { parts, notes } = await read(['Duck Pond', 'Primary School'], 'Parent Code of Conduct');
  expect(parts.map(({ text }) => text)).toEqual([
    'Duck Pond',
    'Primary School',
    'Head of school:',
    'Mrs A. Fern',
    'Parent Code of Conduct',
    BODY,
  ]);
  expect(notes).toContainEqual(expect.stringContaining('letterhead'));
  await expect(read(['Parent Code of Conduct', 'Duck Pond School'])).rejects.toThrow('beside each other');
});

test('a bold line that goes on in the next is one with it', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line(['Our pond', 60, 'bold'])
    .paragraph()
    .line(['Families should-', 60, 'bold'])
    .line(['• keep to the path', 90])
    .gap()
    .line([LONG, 60, 'bold'])
    .line(['will not put up with-', 60, 'bold'])
    .line(['• throwing stones', 90])
    .gap()
    .line(['Our hall', 60, 'bold'])
    .paragraph()
    .read();
  expect(lines.filter((line) => /^#|-$/.test(line))).toEqual([
    '# Our pond',
    'Families should-',
    `${LONG} will not put up with-`,
    '# Our hall',
  ]);
});

test('an appendix’s name at the top of a page is a heading, wherever it stands there', async () => {
  const page = new Page().paragraph().line(['Our day', 60, 'bold', 13]).paragraph();
  page.pdf.addPage();
  page.y = 60;
  const { lines } = await page
    .line(['Appendix 1', 460, 'bold'])
    .line(['Our slip', 250, 'bold'])
    .paragraph()
    .read();
  expect(lines.filter((line) => line.startsWith('#'))).toEqual(['# Our day', '# Appendix 1', '# Our slip']);
});

test('a bold line that ends in a colon right below a heading is no part of it', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line(['Our pond', 60, 'bold'])
    .paragraph()
    .line(['Our hall', 60, 'bold'])
    .paragraph()
    .line(['Visitors to our pond:', 60, 'bold'])
    .line(['• keep to the path', 90])
    .gap()
    .line(['Visitors to our gate:', 60, 'bold'])
    .line(['• wait for a grown-up', 90])
    .gap()
    .line(['Our whole guide', 60, 'bold'])
    .line(['Visitors to our hall:', 60, 'bold'])
    .line(['• wipe their feet', 90])
    .read();
  expect(lines.slice(-7)).toEqual([
    '# Visitors to our pond:',
    '• keep to the path',
    '# Visitors to our gate:',
    '• wait for a grown-up',
    '# Our whole guide',
    '# Visitors to our hall:',
    '• wipe their feet',
  ]);
});

test('a quotation that’s further in is one paragraph', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line(['The law says:', 60])
    .line(['“Nobody may come in without being asked,', 90])
    .line(['and whoever has been asked may be told to', 90])
    .line(['leave.”', 90])
    .read();
  expect(lines.slice(1)).toEqual([
    'The law says:',
    '“Nobody may come in without being asked, and whoever has been asked may be told to leave.”',
  ]);
});

test('a paragraph in the middle of the page goes on in a shorter line', async () => {
  const page = new Page().paragraph();
  page.pdf.font('sans').fontSize(10);
  const middle = (text: string): number =>
    60 + (page.pdf.widthOfString(LONG) - page.pdf.widthOfString(text)) / 2;
  const { lines } = await page
    .line([LONG, 60])
    .line(['or will do so soon.', middle('or will do so soon.')])
    .gap()
    .read();
  expect(lines.at(-1)).toBe(`${LONG} or will do so soon.`);
});

test('small print in the margin above a single page’s text is left out', async () => {
  const page = new Page();
  page.pdf.font('sans').fontSize(9).text('Nut Lane School', 60, 30, { lineBreak: false });
  const { notes, headers } = await page.paragraph().read();
  expect(headers).toContain('Nut Lane School');
  expect(notes).toEqual([expect.stringContaining('Nut Lane School')]);
});

test('words in bold at a paragraph’s start are kept apart', async () => {
  const { parts } = await new Page()
    .paragraph()
    .line(['Be kind:', 60, 'bold'], ['listen to others.', 110])
    .gap()
    .line(['•', 60], ['Be calm', 78, 'bold'], ['with everyone.', 120])
    .read();
  expect(parts.slice(2)).toEqual([
    { kind: 'paragraph', text: 'Be kind: listen to others.', bold: 'Be kind:' },
    { kind: 'item', level: 0, marker: '•', text: 'Be calm with everyone.', bold: 'Be calm' },
  ]);
});

test('a raised number after a word is kept apart and listed', async () => {
  const page = new Page().paragraph();
  const width = page.pdf.font('sans').fontSize(10).widthOfString('Schools are private places.');
  const { lines, notes } = await page
    .line(['Schools are private places.', 60], ['1', 60 + width, 'sans', 6, 4], ['Ask first.', 70 + width])
    .read();
  expect(lines.slice(1)).toEqual(['Schools are private places.¹ Ask first.']);
  expect(notes).toEqual([expect.stringContaining('“places.¹” on page 1')]);
});

test('a word keeps its hyphen where a line breaks after it', async () => {
  const { lines } = await new Page()
    .line([`${LONG} Multi-`, 60])
    .line([`Academy Trust. ${LONG.slice(0, 90)} self-`, 60])
    .line([`harm. ${LONG.slice(0, 99)} before-`, 60])
    .line([`and after-school clubs. ${LONG.slice(0, 84)} stop-`, 60])
    .line(['and-go lane.', 60])
    .read();
  expect(lines).toEqual([
    expect.stringMatching(
      /Multi-Academy Trust\. .* self-harm\. .* before- and after-school clubs\. .* stop-and-go lane\.$/,
    ),
  ]);
});

test('an address on the internet is whole where a line breaks within it', async () => {
  const { lines } = await new Page()
    .line([`${LONG.slice(0, 80)} to the.office@hillt`, 60])
    .line([`op.example.org.uk. ${LONG.slice(0, 70)} www.`, 60])
    .line([`hilltop.example.org. ${LONG.slice(0, 64)} a@b.example.org`, 60])
    .line(['Hill.', 60])
    .read();
  expect(lines).toEqual([
    expect.stringMatching(
      / the\.office@hilltop\.example\.org\.uk\. .* www\.hilltop\.example\.org\. .*\.org Hill\.$/,
    ),
  ]);
});

test('a hyphen or dash between figures joins them where a line breaks after it', async () => {
  const { lines } = await new Page()
    .line([`${LONG} 9.15-`, 60])
    .line([`9.40am. ${LONG.slice(0, 90)} 8.30am–`, 60])
    .line([`3.05pm. ${LONG.slice(0, 92)} room 3 -`, 60])
    .line(['4 pupils in each group.', 60])
    .read();
  expect(lines).toEqual([
    expect.stringMatching(/ 9\.15-9\.40am\. .* 8\.30am–3\.05pm\. .* room 3 - 4 pupils in each group\.$/),
  ]);
});

test('a hyphen goes where only the line’s end needs it, as the word is elsewhere without', async () => {
  const { lines, notes } = await new Page()
    .line(['Our community is kind, and all in it look after each other at school, even in a commu-', 60])
    .line(['nity as large as ours, and we welcome all who come here or write to us, or to our self-', 60])
    .line(['help group next door.', 60])
    .read();
  expect(lines).toEqual([
    expect.stringMatching(/ in a community as large .* our self-help group next door\.$/),
  ]);
  expect(notes).toEqual([expect.stringContaining('“community”')]);
});

test('a heading’s number tells its level where all are as large', async () => {
  const { parts } = await new Page()
    .paragraph()
    .line(['1. Our day', 60, 'bold'])
    .line(['Come in.', 60])
    .gap()
    .line(['1.1 The gate', 60, 'bold'])
    .line(['It’s blue.', 60])
    .read();
  expect(parts.flatMap((part) => (part.kind === 'heading' ? [part.level] : []))).toEqual([1, 2, 3]);
});

test('a heading numbered 1.0 is at the level of one without a number', async () => {
  const page = new Page().paragraph();
  for (const text of ['Our aims', '1.0 Purpose', '2.0 Scope', '2.1 The gate'])
    page.line([text, 60, 'bold', 13]).line(['Come in.', 60]).gap();
  const { parts } = await page.read();
  expect(parts.flatMap((part) => (part.kind === 'heading' ? [part.level] : []))).toEqual([1, 2, 2, 2, 3]);
});

describe('a table with lines around its cells', () => {
  /** Draws the lines, as Word does: a rectangle for each. */
  const draw = (page: Page, xs: number[], ys: number[]): void => {
    const [left = 0] = xs;
    const [top = 0] = ys;
    for (const y of ys) page.pdf.rect(left, y, (xs.at(-1) ?? 0) - left, 0.5).fill('black');
    for (const x of xs) page.pdf.rect(x, top, 0.5, (ys.at(-1) ?? 0) - top).fill('black');
  };

  test('is read as rows, with cells of several lines whole', async () => {
    const page = new Page().paragraph();
    const { y } = page;
    page.line(['Who', 65, 'bold'], ['When', 205, 'bold']);
    page.line(['Office', 65], ['Monday to Thursday, and on', 205]);
    page.line(['Fridays until noon', 205]);
    page.line(['Headteacher', 65], ['By appointment', 205]);
    draw(page, [60, 200, 340], [y - 11, y + 3, y + 31, y + 45]);
    const { lines, parts } = await page.gap().gap().line(['Thank you too.', 60]).read();
    expect(lines.slice(1)).toEqual([
      '# Who | When',
      'Office | Monday to Thursday, and on Fridays until noon',
      'Headteacher | By appointment',
      'Thank you too.',
    ]);
    expect(parts.filter(({ kind }) => kind === 'row')).toHaveLength(3);
  });

  test('has headings for the bold lines above its lists, at the level of those below it', async () => {
    const page = new Page().paragraph();
    const { y } = page;
    for (const name of ['Our pond', 'Our hall'])
      page.line([name, 65, 'bold']).line(['• be calm', 75]).line(['• be kind', 75]);
    draw(page, [60, 340], [y - 11, y + 31, y + 73]);
    const { parts } = await page
      .gap()
      .gap()
      .line(['Our gate', 60, 'bold'])
      .line(['Please close it.', 60])
      .read();
    const headings = parts.slice(1).flatMap((part) => (part.kind === 'heading' ? [part] : []));
    expect(headings.map(({ text }) => text)).toEqual(['Our pond', 'Our hall', 'Our gate']);
    expect(new Set(headings.map(({ level }) => level)).size).toBe(1);
  });

  test('has lines on their own in its cells, also where one is full, but a name may go on', async () => {
    const page = new Page().paragraph();
    const { y } = page;
    page.line(['What', 65, 'bold'], ['Who', 205, 'bold']);
    page.line(['Lateness', 65], ['Nobody', 205]);
    page.line(['Swearing', 65], ['The keeper of our pond, or', 205]);
    page.line(['Splashing anyone nearby', 65], ['the office', 205]);
    page.line(['Whistling at swans, at Mr', 65]);
    page.line(['Drake or at his ducks', 65]);
    draw(page, [60, 190, 340], [y - 11, y + 3, y + 17, y + 73]);
    const { parts } = await page.gap().gap().line(['Thank you too.', 60]).read();
    expect(parts.flatMap((part) => (part.kind === 'row' ? part.cells : [])).slice(4)).toEqual([
      'Swearing\nSplashing anyone nearby\nWhistling at swans, at Mr Drake or at his ducks',
      'The keeper of our pond, or the office',
    ]);
  });

  test('stands between a heading and the next, which ends in a colon', async () => {
    const page = new Page().paragraph().line(['Our pond', 60, 'bold']).paragraph();
    page.line(['At the pond:', 60, 'bold']).line(['• be calm', 75]).gap();
    page.line(['Who to ask', 60, 'bold']).gap().gap();
    const { y } = page;
    page.line(['Ducks', 65], ['The keeper', 205]).line(['Swans', 65], ['The office', 205]);
    draw(page, [60, 200, 340], [y - 11, y + 3, y + 17]);
    const { lines } = await page
      .gap()
      .gap()
      .line(['At the gate:', 60, 'bold'])
      .line(['• be early', 75])
      .read();
    expect(lines.slice(-5)).toEqual([
      '# Who to ask',
      'Ducks | The keeper',
      'Swans | The office',
      '# At the gate:',
      '• be early',
    ]);
  });

  test('is read column by column where there’s a list under each heading', async () => {
    const page = new Page().paragraph();
    const { y } = page;
    page.line(['Please do', 65, 'bold'], ['Please don’t', 205, 'bold']);
    page.line(['•', 65], ['listen to others', 80], ['•', 205], ['shout at our staff or', 220]);
    page.line(['•', 65], ['be on time', 80], ['at children', 220]);
    page.line(['•', 65], ['park well', 80], ['•', 205], ['swear', 220]);
    page.line(['•', 65], ['ask us', 80], ['•', 205], ['smoke or vape', 220]);
    draw(page, [60, 200, 322], [y - 11, y + 3, y + 59]);
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual([
      '# Please do',
      '• listen to others',
      '• be on time',
      '• park well',
      '• ask us',
      '# Please don’t',
      '• shout at our staff or at children',
      '• swear',
      '• smoke or vape',
    ]);
  });
});

test('a table’s cells may have space between them', async () => {
  const page = new Page().paragraph();
  const { y } = page;
  page.line(['Who', 65, 'bold'], ['When', 205, 'bold']).down(8).line(['Office', 65], ['Noon', 205]);
  for (const [left, right] of [
    [60, 198],
    [200.5, 330],
  ] as const)
    for (const top of [y - 11, y + 9.5])
      page.pdf
        .lineWidth(0.5)
        .rect(left, top, right - left, 18)
        .stroke();
  expect((await page.read()).lines.slice(1)).toEqual(['# Who | When', 'Office | Noon']);
});

test('a table may go over pages, also within a cell', async () => {
  const page = new Page().paragraph();
  const { y } = page;
  const draw = (ys: number[]): void => {
    for (const at of ys) page.pdf.rect(60, at, 262, 0.5).fill('black');
    for (const x of [60, 200, 322])
      page.pdf.rect(x, ys[0] ?? 0, 0.5, (ys.at(-1) ?? 0) - (ys[0] ?? 0)).fill('black');
  };
  page.line(['Please do', 65, 'bold'], ['Please don’t', 205, 'bold']);
  page.line(['•', 65], ['listen to others', 80], ['•', 205], ['shout at our staff or', 220]);
  draw([y - 11, y + 3, y + 17]);
  page.pdf.addPage();
  page.y = 60;
  page.line(['•', 65], ['be on time', 80], ['at children', 220]);
  page.line(['•', 205], ['swear', 220]);
  draw([49, 77]);
  const { lines } = await page.read();
  expect(lines.slice(1)).toEqual([
    '# Please do',
    '• listen to others',
    '• be on time',
    '# Please don’t',
    '• shout at our staff or at children',
    '• swear',
  ]);
});

test('a table’s row without the label that others have goes on from the page before', async () => {
  const page = new Page().paragraph();
  const { y } = page;
  const draw = (ys: number[]): void => {
    for (const at of ys) page.pdf.rect(60, at, 262, 0.5).fill('black');
    for (const x of [60, 200, 322])
      page.pdf.rect(x, ys[0] ?? 0, 0.5, (ys.at(-1) ?? 0) - (ys[0] ?? 0)).fill('black');
  };
  page.line(['Step', 65, 'bold'], ['Reasons', 205, 'bold']).line(['First', 65], ['Being rude', 205]);
  draw([y - 11, y + 3, y + 17]);
  page.pdf.addPage();
  page.y = 60;
  page.line(['Not signing in', 205]).line(['Second', 65], ['Swearing', 205]);
  draw([49, 63, 77]);
  const { lines } = await page.read();
  expect(lines.slice(1)).toEqual([
    '# Step | Reasons',
    expect.stringMatching(/^First \| Being rude\s+Not signing in$/),
    'Second | Swearing',
  ]);
});

test('a table’s row goes on over pages where no line closes it', async () => {
  const page = new Page().paragraph();
  const { y } = page;
  const draw = (ys: number[], top: number, bottom: number): void => {
    for (const at of ys) page.pdf.rect(60, at, 262, 0.5).fill('black');
    for (const x of [60, 200, 322]) page.pdf.rect(x, top, 0.5, bottom - top).fill('black');
  };
  page.line(['Step', 65, 'bold'], ['Reasons', 205, 'bold']).line(['First', 65], ['Being rude to', 205]);
  draw([y - 11, y + 3], y - 11, y + 19);
  page.pdf.addPage();
  page.y = 60;
  page.line(['ducks', 205]).line(['Second', 65], ['Swearing', 205]);
  draw([63, 77], 45, 77);
  const { lines } = await page.read();
  expect(lines.slice(1)).toEqual([
    '# Step | Reasons',
    expect.stringMatching(/^First \| Being rude to\s+ducks$/),
    'Second | Swearing',
  ]);
});

describe('a table without lines around its cells', () => {
  /** Writes rows cell by cell, as Word does: each cell has its lines. */
  const write = (page: Page, rows: string[][][], font: 'sans' | 'bold' = 'sans'): void => {
    for (const row of rows) {
      const { y } = page;
      for (const [column, lines] of row.entries()) {
        page.y = y;
        for (const text of lines) page.line([text, 60 + column * 150, font]);
      }
      page.y = y + 14 * Math.max(...row.map((lines) => lines.length));
    }
  };

  test('is read by the gaps between its columns, with cells of several lines whole', async () => {
    const page = new Page().paragraph();
    write(page, [[['What'], ['Who'], ['When']]], 'bold');
    write(page, [
      [['A lost jumper or', 'a lost bag'], ['The office'], ['At any time of the', 'school day']],
      [['A friendship'], ['The teacher'], ['After school']],
    ]);
    const { lines, notes } = await page.gap().line(['Thank you too.', 60]).read();
    expect(lines.slice(1)).toEqual([
      '# What | Who | When',
      'A lost jumper or a lost bag | The office | At any time of the school day',
      'A friendship | The teacher | After school',
      'Thank you too.',
    ]);
    expect(notes).toContainEqual(expect.stringContaining('Page 1 has a table without lines'));
  });

  test('may have empty cells, and cells in the middle of their row’s height', async () => {
    const page = new Page().paragraph();
    write(page, [[['What'], ['Who'], ['When']]], 'bold');
    write(page, [[['A lost jumper'], ['The office'], ['At noon']]]);
    const { y } = page;
    page.y += 7;
    page.line(['A bag', 60]);
    page.y = y;
    page.line(['At any time of the', 360]).line(['school day', 360]);
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual([
      '# What | Who | When',
      'A lost jumper | The office | At noon',
      'A bag |  | At any time of the school day',
    ]);
  });

  test('isn’t seen in lines with a gap by chance, nor in two that are to be filled in', async () => {
    const { lines } = await new Page()
      .paragraph()
      .line(['Signed:', 60], ['Date:', 260])
      .line(['Name:', 60], ['Class:', 260])
      .read();
    expect(lines.slice(1)).toEqual(['Signed: Date:', 'Name: Class:']);
  });

  test('may have lists, which are further in than their headings', async () => {
    const page = new Page().paragraph();
    page.line(['Do', 60, 'bold'], ['Don’t', 260, 'bold']);
    const { y } = page;
    for (const text of ['listen well', 'be on time']) page.line(['•', 66], [text, 82]);
    page.y = y;
    for (const text of ['shout at us', 'swear']) page.line(['•', 266], [text, 282]);
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual([
      '# Do',
      '• listen well',
      '• be on time',
      '# Don’t',
      '• shout at us',
      '• swear',
    ]);
  });

  test('may have only one row on the next page', async () => {
    const page = new Page().paragraph();
    write(page, [[['What'], ['Who'], ['When']]], 'bold');
    write(page, [
      [['A lost jumper'], ['The office'], ['At noon']],
      [['A friendship'], ['The teacher'], ['After school']],
    ]);
    page.pdf.addPage();
    page.y = 60;
    write(page, [[['A bag'], ['The caretaker'], ['Any time']]]);
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual([
      '# What | Who | When',
      'A lost jumper | The office | At noon',
      'A friendship | The teacher | After school',
      'A bag | The caretaker | Any time',
    ]);
  });

  test('has no items of a list below it whose words start at a column by chance', async () => {
    const page = new Page().paragraph();
    for (const text of ['one', 'two', 'three']) page.line([text, 60], ['of us', 90], ['here', 200]);
    const { lines } = await page.line(['•', 76], ['be kind', 90]).line(['•', 76], ['be calm', 90]).read();
    expect(lines.slice(1)).toEqual([
      'one | of us | here',
      'two | of us | here',
      'three | of us | here',
      '• be kind',
      '• be calm',
    ]);
  });

  test('has no bold words of a list above it that end at a column by chance', async () => {
    const page = new Page().paragraph();
    const start = 90 + page.pdf.font('bold').fontSize(10).widthOfString('Fairness:') + 3;
    page.line(['•', 72], ['Fairness:', 90, 'bold'], ['take turns', start]);
    for (const text of ['one', 'two', 'three']) page.line([text, 60], [`number ${text}`, start]);
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual([
      '• Fairness: take turns',
      'one | number one',
      'two | number two',
      'three | number three',
    ]);
  });

  test('written column by column is refused in a sentence', async () => {
    const page = new Page().paragraph();
    const { y } = page;
    page.line(['Do', 60]).line(['listen well', 60]).line(['be on time', 60]);
    page.y = y;
    page.line(['Don’t', 200]).line(['shout at us', 200]).line(['swear', 200]);
    await expect(page.read()).rejects.toThrow(/Page 1 of code\.pdf has words beside each other/);
  });
});

test('a text box that the file has last is read where it stands, apart from other lines', async () => {
  const page = new Page().paragraph();
  const { y } = page.gap();
  page.down(50).line(['We thank you.', 60]).line(['All of us do.', 60]);
  page.y = y;
  const { lines, notes } = await page.line(['In a word: be kind.', 70]).read();
  expect(lines.slice(1)).toEqual(['In a word: be kind.', 'We thank you.', 'All of us do.']);
  expect(notes).toEqual([expect.stringContaining('text box')]);
});

test('text with wide spaces, from edge to edge, isn’t in columns', async () => {
  const page = new Page();
  const start = 'We want you to be kind here,';
  const gap = page.pdf.font('sans').fontSize(12).widthOfString(start) + 13;
  for (const word of ['stay', 'help', 'play', 'talk'])
    page.line([start, 60, 'sans', 12], [`to come in whenever you want to ${word},`, 60 + gap, 'sans', 12]);
  const { lines } = await page.line(['today and tomorrow.', 60, 'sans', 12]).read();
  expect(lines).toEqual([expect.stringMatching(/^We want you to be kind .* today and tomorrow\.$/)]);
});

describe('a paragraph after a line that’s nearly full', () => {
  const more = LONG.replace('We', 'we');

  test('is told by a gap that’s only a little wider than within paragraphs', async () => {
    const page = new Page().line([LONG, 60]);
    for (const text of [more, more, more.replace(/,$/, '')]) page.line([text, 60]);
    page.down(3).line(['Be kind.', 60]).down(3).line(['Be calm.', 60]).down(3);
    const { lines } = await page.line(['Agreed in May', 60]).line(['or in June', 60]).read();
    expect(lines).toEqual([
      `${LONG} ${more} ${more} ${more}`.replace(/,$/, ''),
      'Be kind.',
      'Be calm.',
      'Agreed in May or in June',
    ]);
  });

  test('is told by that line’s end where its first word would have fitted after a sentence', async () => {
    const sentence = LONG.replace('here,', 'it.');
    const { lines } = await new Page()
      .line([LONG, 60])
      .line([sentence, 60])
      .line(['It helps us all.', 60])
      .line([LONG, 60])
      .line([sentence, 60])
      .line(['Unhelpful words don’t.', 60])
      .read();
    expect(lines).toEqual([
      `${LONG} ${sentence}`,
      'It helps us all.',
      `${LONG} ${sentence} Unhelpful words don’t.`,
    ]);
  });
});

test('a line ends no paragraph if only a narrower word would have fitted on it', async () => {
  const { pdf } = new Page();
  const widthOf = (text: string): number => pdf.font('sans').fontSize(10).widthOfString(text);
  const [long, rest] = ['swimwomen', ' lie still till it is all right'];
  const most = widthOf(LONG) - 0.9 * widthOf(` ${long}`);
  const length = [...LONG].findIndex((_, index) => widthOf(LONG.slice(0, index + 1)) > most);
  const start = LONG.slice(0, length).trim();
  const { lines } = await new Page()
    .paragraph()
    .line([start, 60])
    .line([`${long}${rest}`, 60])
    .read();
  expect(lines.slice(1)).toEqual([`${start} ${long}${rest}`]);
});

test('a clause has all lines below its number, where only clauses have space between them', async () => {
  const clause = (page: Page, number: string): Page =>
    page
      .line([number, 60], [LONG.slice(0, -8), 90])
      .line([LONG.replace('We', 'we').replace(/,$/, '.'), 60])
      .line(['Ask us.', 60]);
  const page = new Page().paragraph();
  clause(page, '1.1').down(8);
  clause(page, '1.2').down(8);
  const { lines } = await page.line(['1.3', 60], ['Thank you.', 90]).read();
  expect(lines.slice(1).map((line) => line.slice(0, 3))).toEqual(['1.1', '1.2', '1.3']);
});

test('a line to cut along is left out and listed', async () => {
  const { lines, notes } = await new Page()
    .paragraph()
    .line(['• be kind', 78])
    .line(['- - - - - - - - - - - - - - - - -', 60])
    .line(['Signed: ......', 60])
    .read();
  expect(lines.slice(1)).toEqual(['• be kind', 'Signed: ......']);
  expect(notes).toContainEqual(expect.stringContaining('to cut along'));
});

test('the writer’s name at the end of a letter is no heading', async () => {
  const headingsAfter = async (text: string): Promise<string[]> => {
    const page = new Page().paragraph().line([text, 60]).gap().line(['Ada Nutt', 60, 'bold']);
    const { lines } = await page.line(['Head', 60]).read();
    return lines.filter((line) => line.startsWith('#'));
  };
  expect(await headingsAfter('Yours sincerely,')).toEqual([]);
  expect(await headingsAfter('This is our team.')).toEqual(['# Ada Nutt']);
});

test('steps with their words beside them are no table', async () => {
  const page = new Page().paragraph().line(['4.1', 60], ['We will:', 90]);
  for (const number of [1, 2, 3, 4, 5]) {
    page.line([`Step ${number}`, 60], [LONG.slice(0, 88), 130]);
    page.line([`and so on in step ${number}.`, 130]);
  }
  const { lines } = await page.read();
  expect(lines.slice(2)).toEqual(
    [1, 2, 3, 4, 5].map((number) => `Step ${number} ${LONG.slice(0, 88)} and so on in step ${number}.`),
  );
});

test.each([
  ['words that count them', ['First', 'Next', 'Then']],
  ['a letter with their numbers', ['C1', 'C2', 'C3']],
])('and neither are those with %s', async (_, names) => {
  const page = new Page().paragraph();
  for (const name of names) page.line([name, 60], [LONG.slice(0, 88), 130]).line([`so on in ${name}.`, 130]);
  const { lines } = await page.read();
  expect(lines.slice(1)).toEqual(names.map((name) => `${name} ${LONG.slice(0, 88)} so on in ${name}.`));
});

describe('a line break within a paragraph', () => {
  const address = ['The Office', 'Nut Lane School', 'Nutby', '(01) 2345 6789'];

  test('is a space where paragraphs have space between them, unless each line is on its own', async () => {
    const page = new Page().paragraph().paragraph();
    page.line([LONG, 60]).line(['for it.', 60]).gap();
    for (const text of address) page.line([text, 60]);
    const prayer = ['May we be as kind', 'as those who were here', 'Before us.'];
    page.gap();
    for (const text of prayer) page.line([text, 60]);
    const { lines } = await page.gap().line(['Thank you.', 60]).read();
    expect(lines.slice(2)).toEqual([`${LONG} for it.`, ...address, prayer.join(' '), 'Thank you.']);
  });

  test('starts a new paragraph between two short entries with names', async () => {
    const page = new Page().paragraph().paragraph().line([LONG, 60]).line(['for it.', 60]).gap();
    const entries = ['Agreed: May 2031', 'Seen again: Every two years'];
    for (const text of entries) page.line([text, 60]);
    const { lines } = await page.gap().line(['Thank you.', 60]).read();
    expect(lines.slice(3)).toEqual([...entries, 'Thank you.']);
  });

  test('can’t be told from a new paragraph where they have none', async () => {
    const page = new Page().paragraph().line(['Be kind.', 60]).line(['Be calm.', 60]).line(['Be safe.', 60]);
    for (const text of address) page.line([text, 60]);
    expect((await page.read()).lines.slice(1)).toEqual(['Be kind.', 'Be calm.', 'Be safe.', ...address]);
  });
});

/** Cells that are full, so that they may go on. */
const CELLS: [string, string] = ['The office, the boat house', 'By telephone, or by letter'];

test.each([
  [
    ['Head', 'Friday'],
    [`${CELLS[0]} | ${CELLS[1]}`, 'Head | Friday'],
  ],
  [['and hall', 'or e-mail'], [`${CELLS[0]}\nand hall | ${CELLS[1]}\nor e-mail`]],
])('headings of a table that are repeated on the next page are written once: %j', async (row, written) => {
  const page = new Page().paragraph();
  const table = (...rows: [string, string][]): void => {
    const { y } = page;
    for (const [index, [who, when]] of rows.entries())
      page.line([who, 65, index === 0 ? 'bold' : 'sans'], [when, 205, index === 0 ? 'bold' : 'sans']);
    const ys = [0, ...rows.map((_, index) => (index + 1) * 14)].map((down) => y - 11 + down);
    for (const at of ys) page.pdf.rect(60, at, 280, 0.5).fill('black');
    for (const x of [60, 200, 340]) page.pdf.rect(x, y - 11, 0.5, rows.length * 14).fill('black');
  };
  table(['Who', 'When'], ['Cook', 'Noon'], CELLS);
  page.pdf.addPage();
  page.y = 60;
  table(['Who', 'When'], [row[0] ?? '', row[1] ?? '']);
  const { lines, notes } = await page.read();
  expect(lines.slice(1)).toEqual(['# Who | When', 'Cook | Noon', ...written]);
  expect(notes).toContainEqual(expect.stringContaining('repeated on each page'));
});

test('a table goes on after a title across its columns at the end of a page', async () => {
  const page = new Page().paragraph();
  const table = (...rows: string[][]): void => {
    const { y } = page;
    for (const [index, [who = '', when]] of rows.entries()) {
      const font = index === 0 || when === undefined ? 'bold' : 'sans';
      if (when === undefined) page.line([who, 65, font]);
      else page.line([who, 65, font], [when, 205, font]);
      const columns = when === undefined ? [60, 340] : [60, 200, 340];
      for (const x of columns) page.pdf.rect(x, y - 11 + index * 14, 0.5, 14).fill('black');
    }
    for (const index of [0, ...rows.map((_, at) => at + 1)])
      page.pdf.rect(60, y - 11 + index * 14, 280, 0.5).fill('black');
  };
  table(['Who', 'When'], ['By boat'], ['Cook', 'Noon'], ['On foot']);
  page.pdf.addPage();
  page.y = 60;
  table(['Who', 'When'], ['Head', 'Friday']);
  const { lines } = await page.read();
  expect(lines.slice(1)).toEqual([
    '# Who | When',
    'By boat | ',
    'Cook | Noon',
    'On foot | ',
    'Head | Friday',
  ]);
});

test('what’s repeated is left out only where it’s always at the same height', async () => {
  const page = new Page();
  page.y = 30;
  page.line(['Nut Lane School', 60]);
  page.y = 100;
  page.paragraph();
  page.pdf.addPage();
  page.y = 30;
  page.line(['Nut Lane School', 60]);
  page.y = 48;
  page.line(['Our Code', 60]).gap().line(['Be kind.', 60]);
  const { lines, notes } = await page.read();
  expect(notes).toEqual([expect.stringContaining('“Nut Lane School”')]);
  expect(lines).toEqual([BODY, 'Our Code', 'Be kind.']);
});

test('a page number is left out, also on one page only and beside other words', async () => {
  const page = new Page().paragraph();
  page.pdf.addPage();
  page.y = 60;
  page.line(['Be kind.', 60]);
  page.y = 800;
  page.line(['Our Code', 60], ['Page 2 of 2', 400]);
  expect((await page.read()).lines).toEqual([BODY, 'Be kind.']);
});

describe('numbers', () => {
  test('that start again further in are of a list inside', async () => {
    const { lines } = await new Page()
      .paragraph()
      .line(['1.', 60], ['Be kind:', 78])
      .line(['1.', 78], ['at the gate', 96])
      .line(['2.', 78], ['by phone', 96])
      .line(['2.', 60], ['Be calm.', 78])
      .read();
    expect(lines.slice(1)).toEqual(['1. Be kind:', '  1. at the gate', '  2. by phone', '2. Be calm.']);
  });

  test('that don’t start there go on from further up', async () => {
    const { lines } = await new Page()
      .paragraph()
      .line(['2.1 We ask this of you:', 60])
      .gap()
      .line(['Please', 60])
      .gap()
      .line(['(a)', 78], ['listen', 96])
      .line(['(b)', 78], ['wait.', 96])
      .line(['2.2 We ask it of all.', 60])
      .read();
    expect(lines.slice(1)).toEqual([
      '2.1 We ask this of you:',
      'Please',
      '(a) listen',
      '(b) wait.',
      '2.2 We ask it of all.',
    ]);
  });
});

test.each(['Our Code – page 1', 'Our Code p. 1', 'Our Code V4.1 1 of 3'])(
  'a page number after other words is left out on one page too: %s',
  async (footer) => {
    const page = new Page().paragraph().line(['Open the gate on page 7', 60]);
    page.y = 800;
    page.line([footer, 60]);
    expect((await page.read()).lines).toEqual([BODY, 'Open the gate on page 7']);
  },
);

test('a page number beside other words is in no table, though columns start there', async () => {
  const page = new Page().paragraph();
  for (const number of [1, 2, 3]) page.line([`Duck ${number}`, 60], ['asks the keeper', 205]);
  page.y = 800;
  page.line(['Our Code', 60], ['p. 1', 205]);
  page.pdf.addPage();
  page.y = 60;
  page.line(['Be kind.', 60]);
  page.y = 800;
  page.line(['Our Code', 60], ['p. 2', 205]);
  expect((await page.read()).lines.slice(1)).toEqual([
    ...[1, 2, 3].map((number) => `Duck ${number} | asks the keeper`),
    'Be kind.',
  ]);
});

test('ticks that the file has after their words are read before them', async () => {
  const { lines, source } = await new Page()
    .paragraph()
    .line(['be kind', 78], ['✔', 60])
    .line(['shout', 78], ['✘', 60])
    .read();
  expect(lines.slice(1)).toEqual(['✔ be kind', '✘ shout']);
  expect(source).toMatch(/✔ be kind ✘ shout$/);
});

test('boxes that the file has after all of their line’s words are each before its own', async () => {
  const { lines, source } = await new Page()
    .paragraph()
    .line(['Seen', 60], ['By post', 112], ['By phone', 172], ['☐', 100], ['☐', 160])
    .line(['Kept', 60], ['Yes', 112], ['No', 172], ['☐', 130], ['☐', 190])
    .read();
  expect(lines.slice(1)).toEqual(['Seen ☐ By post ☐ By phone', 'Kept Yes ☐ No ☐']);
  expect(source).toMatch(/Seen ☐ By post ☐ By phone Kept Yes ☐ No ☐$/);
});

test('ticks and crosses in one list are at one level', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line(['✔', 60], ['be kind', 78])
    .line(['✘', 60], ['shout', 78])
    .line(['✔', 60], ['be calm', 78])
    .read();
  expect(lines.slice(1)).toEqual(['✔ be kind', '✘ shout', '✔ be calm']);
});

test('only the first line of a paragraph or clause may be indented', async () => {
  const { lines, notes } = await new Page()
    .paragraph()
    .line(['Our day', 60, 'bold', 13])
    .line([LONG.slice(0, 99), 82])
    .line(['so please come in.', 60])
    .line([`1.1 ${LONG.slice(0, 98)}`, 82])
    .line(['so please stay.', 60])
    .read();
  expect(lines.slice(1)).toEqual([
    '# Our day',
    `${LONG.slice(0, 99)} so please come in.`,
    `1.1 ${LONG.slice(0, 98)} so please stay.`,
  ]);
  expect(notes).toEqual([]);
});

describe('a tagged file', () => {
  test('tells where paragraphs end, whatever their lines look like', async () => {
    const page = new Page(true);
    page.tag('P', () => page.paragraph());
    page.y -= 12;
    page.tag('P', () => page.line(['The Office', 60]).line(['Nut Lane School', 60]));
    page.tag('P', () => page.line(['Be kind.', 60]));
    page.tag('P', () => page.line(['Note:', 60, 'bold']).line(['we close at four.', 60]));
    page.tag('H2', () => page.line(['Our day', 60]));
    page.tag('P', () => page.line(['Come in.', 60]));
    const { lines } = await page.read();
    expect(lines).toEqual([
      BODY,
      'The Office Nut Lane School',
      'Be kind.',
      'Note: we close at four.',
      '# Our day',
      'Come in.',
    ]);
  });

  test('tells items that have no bullet, and paragraphs in them', async () => {
    const page = new Page(true);
    page.tag('P', () => page.paragraph());
    page.tag(
      'L',
      page.tagged(
        'LI',
        page.tagged('Lbl', () => page.line(['•', 60]).down(-14)),
        page.tagged(
          'LBody',
          page.tagged('P', () => page.line(['be kind', 78]).line(['to all', 78])),
          page.tagged('P', () => page.line(['It helps.', 78])),
        ),
      ),
      page.tagged(
        'LI',
        page.tagged('LBody', () => page.line(['be calm', 60])),
      ),
      page.tagged(
        'LI',
        page.tagged('LBody', () => page.line(['be safe', 60])),
      ),
    );
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual(['• be kind to all\nIt helps.', '• be calm', '• be safe']);
  });

  test('tells a table’s cells, also empty ones', async () => {
    const page = new Page(true);
    page.tag('P', () => page.paragraph());
    const row = (...cells: [text: string, x: number][]): PDFKit.PDFStructureElement =>
      page.tagged(
        'TR',
        ...cells.map(([text, x], index) =>
          page.tagged('TD', () => page.line([text, x]).down(index < cells.length - 1 ? -14 : 0)),
        ),
      );
    page.tag(
      'Table',
      row(['Lost bags', 60], ['Office', 200], ['Noon', 300]),
      row(['Friends', 60], ['After school', 300]),
    );
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual(['Lost bags | Office | Noon', 'Friends |  | After school']);
  });

  test('keeps separate lines of a cell apart', async () => {
    const page = new Page(true);
    page.tag('P', () => page.paragraph());
    const own = (text: string, x: number): PDFKit.PDFStructureElement =>
      page.tagged(
        'NonStruct',
        page.tagged('NonStruct', () => page.line([text, x])),
      );
    const cell = (text: string, x: number): PDFKit.PDFStructureElement =>
      page.tagged('TD', () => page.line([text, x]).down(-14));
    page.tag(
      'Table',
      page.tagged('TR', cell('First', 60), page.tagged('TD', own('Being loud', 200), own('Being rude', 200))),
      page.tagged('TR', cell('Second', 60), page.tagged('TD', own('Swearing', 200))),
    );
    const { lines } = await page.read();
    expect(lines.slice(1)).toEqual(['First | Being loud\nBeing rude', 'Second | Swearing']);
  });

  test('tells its contents, its footnotes and what’s no part of the text', async () => {
    const page = new Page(true);
    page.tag(
      'TOC',
      page.tagged('TOCI', () => page.line(['Our day, page 2', 60])),
    );
    page.tag('P', () => page.paragraph());
    page.pdf.markContent('Artifact');
    page.down(-30).line(['DRAFT', 200]).down(16);
    page.pdf.endMarkedContent();
    page.tag('Note', () => page.line(['2 See our website.', 60]));
    page.tag('P', () => page.line(['Be kind.', 60]));
    const { lines, notes } = await page.read();
    expect(lines).toEqual([BODY, 'Be kind.', '² See our website.']);
    expect(notes).toEqual([
      expect.stringContaining('table of contents'),
      expect.stringContaining('No part of the text, as the file has it, and left out: “DRAFT”'),
      expect.stringContaining('Footnotes are written before'),
    ]);
  });

  test('isn’t believed where each line is tagged as a paragraph', async () => {
    const page = new Page(true);
    for (const text of [LONG, 'and we say so,', LONG, 'and we mean it,', LONG, 'and say it again.'])
      page.tag('P', () => page.line([text, 60]));
    const { lines } = await page.read();
    expect(lines).toEqual([`${LONG} and we say so,`, `${LONG} and we mean it,`, `${LONG} and say it again.`]);
  });
});

test('slanted words across a page, such as “Draft”, are left out and listed', async () => {
  const page = new Page().paragraph();
  page.pdf.save().rotate(-45, { origin: [200, 100] });
  page.pdf.fontSize(60).text('DRAFT', 150, 90, { lineBreak: false });
  page.pdf.restore();
  const { lines, notes } = await page.line(['Be kind.', 60]).read();
  expect(lines).toEqual([BODY, 'Be kind.']);
  expect(notes).toEqual([expect.stringContaining('left out: “DRAFT”')]);
});

test('footnotes are before the next page that starts with a heading', async () => {
  const page = new Page();
  const width = page.pdf.font('sans').fontSize(10).widthOfString('Schools are private places.');
  page.line(['Schools are private places.', 60], ['1', 60 + width, 'sans', 6, 4]).paragraph();
  page.y = 700;
  page.line(['1', 60, 'sans', 6, 3], ['This was said in 2018.', 65, 'sans', 9]);
  page.pdf.addPage();
  page.y = 60;
  page.line(['Appendix A', 60, 'bold', 14]).line(['Be kind.', 60]);
  const { lines } = await page.read();
  expect(lines.slice(-3)).toEqual(['¹ This was said in 2018.', '# Appendix A', 'Be kind.']);
});

test('footnotes are moved to the end, and a paragraph goes on over them', async () => {
  const page = new Page();
  const width = page.pdf.font('sans').fontSize(10).widthOfString('Schools are private places.');
  page.line(['Schools are private places.', 60], ['1', 60 + width, 'sans', 6, 4]).gap();
  page.y = 600;
  page.line([LONG, 60]);
  page.y = 700;
  page.line(['1', 60, 'sans', 6, 3], ['This was said in', 65, 'sans', 9]).line(['2018.', 60, 'sans', 9]);
  page.pdf.addPage();
  page.y = 60;
  page.line(['and we say so.', 60]);
  const { lines, notes } = await page.read();
  expect(lines).toEqual([
    'Schools are private places.¹',
    `${LONG} and we say so.`,
    '¹ This was said in 2018.',
  ]);
  expect(notes).toContain(
    'Footnotes are written before the next page that starts with a heading, or at the end of the document.',
  );
});

test('a footnote’s number stands before its words however high it’s raised', async () => {
  const page = new Page();
  const width = page.pdf.font('sans').fontSize(10).widthOfString('Ponds are private places.');
  page.line(['Ponds are private places.', 60], ['1', 60 + width, 'sans', 6, 4]).paragraph();
  page.y = 700;
  page.line(['1', 60, 'sans', 6, 5.5], ['This was said in 2018.', 64, 'sans', 9]);
  const { lines } = await page.read();
  expect(lines.at(-1)).toBe('¹ This was said in 2018.');
});

test('lines in bold that lead to lists are headings where only the title is one', async () => {
  const { lines } = await new Page()
    .paragraph()
    .line(['Visitors are reminded:', 60, 'bold'])
    .line(['• to row slowly', 70])
    .line(['• to feed no ducks', 70])
    .gap()
    .line(['We will not tolerate:', 60, 'bold'])
    .line(['• splashing', 70])
    .gap()
    .paragraph()
    .read();
  expect(lines).toContain('# Visitors are reminded:');
  expect(lines).toContain('# We will not tolerate:');
});

test('lines in the middle of the page above all of the text are no list', () => {
  const texts: [string, number][] = [
    ['Pond School', 160],
    ['Rowing Charter for visitors', 160],
    ['Mill Lane, Pond Town', 160],
    ...Array.from({ length: 9 }, (): [string, number] => [LONG, 60]),
  ];
  const pieces = texts.map(([text, x], index) => {
    const bold = index === 0;
    return { text, x, y: 800 - index * 20, width: text.length * 4, size: bold ? 14 : 10, bold };
  });
  const lines = linesOf(pieces, 0);
  expect(partsOf(lines, shapeOf(lines, 595)).map(({ kind }) => kind)).not.toContain('item');
});
