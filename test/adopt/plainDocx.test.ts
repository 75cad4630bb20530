import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type Policy, rowOf } from '../../src/adopt/policy.ts';
import { readPolicy } from '../../src/adopt/readPolicy.ts';

const TITLE = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Our Code</w:t></w:r></w:p>';
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${/^</.test(content) ? content : run(content)}</w:p>`;
const bold = (text: string): string => run(text, '<w:b/>');
const heading = (text: string): string => p(text, '<w:pStyle w:val="Heading1"/>');
const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

/** A Word file from its XML, as Word and LibreOffice write it. */
async function read(body: string, more: Record<string, string> = {}): Promise<Policy & { lines: string[] }> {
  const root = (tag: string, content: string): string =>
    `<w:${tag} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="wps" xmlns:w14="w14">${content}</w:${tag}>`;
  const style = (id: string, name: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': root('document', `<w:body>${TITLE}${body}<w:sectPr/></w:body>`),
    'word/styles.xml': root(
      'styles',
      `${style('Title', 'Title')}${style('Heading1', 'heading 1')}${style('Verzeichnis1', 'toc 1')}${style('ContentsHeading', 'TOC Heading')}<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>`,
    ),
    ...Object.fromEntries(
      Object.entries(more).map(([name, content]) => [`word/${name}.xml`, root(name, content)]),
    ),
  };
  const policy = await readPolicy(
    'code.docx',
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
  const lines = policy.parts.slice(1).map((part) => {
    if (part.kind === 'row') return `${part.head ? '# ' : ''}${part.cells.join(' | ')}`;
    const start = part.kind === 'heading' ? '# ' : part.kind === 'item' ? `${part.marker} ` : '';
    return `${start}${part.text}`;
  });
  // What was left out, or written elsewhere, must be so in both readings.
  const words = (texts: readonly string[]): string =>
    texts
      .join(' ')
      .replaceAll(/[•#|o\s]+/g, ' ')
      .trim();
  expect(words(policy.source.split('\n').slice(1))).toBe(words(lines));
  return { ...policy, lines };
}

describe('a table of contents is left out', () => {
  const note = expect.stringContaining('table of contents');

  test('where only the names of its styles tell', async () => {
    const { lines, notes } = await read(
      p('Contents', '<w:pStyle w:val="ContentsHeading"/>') +
        p('Purpose<w:tab/>3', '<w:pStyle w:val="Verzeichnis1"/>') +
        heading('Purpose') +
        p('Be kind.'),
    );
    expect(lines).toEqual(['# Purpose', 'Be kind.']);
    expect(notes).toEqual([note]);
  });

  test('where Word’s gallery made it', async () => {
    const { lines, notes } = await read(
      `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('In this Code')}${p('Purpose 3')}</w:sdtContent></w:sdt>${heading('Purpose')}${p('Be kind.')}`,
    );
    expect(lines).toEqual(['# Purpose', 'Be kind.']);
    expect(notes).toEqual([note]);
  });

  test('where it’s typed', async () => {
    const typed = (text: string, page: string): string => p(`${run(text)}<w:r><w:tab/></w:r>${run(page)}`);
    const { lines, notes } = await read(
      p('Contents') +
        typed('1. Purpose', '3') +
        typed('2. Our day', '4') +
        heading('1. Purpose') +
        p('Be kind.') +
        heading('2. Our day') +
        p('Arrive by 9.'),
    );
    expect(lines).toEqual(['# 1. Purpose', 'Be kind.', '# 2. Our day', 'Arrive by 9.']);
    expect(notes).toEqual([note]);
  });
});

describe('bullets and signs', () => {
  const list = (level: number, text: string, name: string): string =>
    `<w:abstractNum w:abstractNumId="${level}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${text}"/><w:rPr>${name === '' ? '' : font(name)}</w:rPr></w:lvl></w:abstractNum>`;

  test.each([
    ['n', 'Wingdings', '•'],
    ['q', 'Wingdings', '•'],
    ['\uF0A8', 'Symbol', '•'],
    ['\uF0E0', 'Wingdings', '•'],
    ['ü', 'Wingdings', '✓'],
    ['\uF0FB', 'Wingdings', '✘'],
    ['þ', 'Wingdings', '☑'],
    ['P', 'Wingdings 2', '✔'],
    ['\uF04F', 'Wingdings 2', '✘'],
    ['♞', '', '•'],
    ['✗', '', '✗'],
  ])('“%s” in “%s” is %s', async (text, name, marker) => {
    const { lines } = await read(p('be kind', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), {
      numbering: `${list(0, text, name)}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    });
    expect(lines).toEqual([`${marker} be kind`]);
  });

  test('typed flowers, crosses and capitals before small letters begin items', async () => {
    const { lines } = await read(
      p('❀ be kind') +
        p('❀ be calm') +
        p('x shouting at staff') +
        p('A. to write to you') +
        p('B. to ask you in') +
        p('A. Smith'),
    );
    expect(lines).toEqual([
      '❀ be kind',
      '❀ be calm',
      'x shouting at staff',
      'A. to write to you',
      'B. to ask you in',
      'A. Smith',
    ]);
  });

  test('typed ones are told from words', async () => {
    const { lines } = await read(
      p(`${run('\uF0B7', font('Symbol'))}<w:r><w:tab/></w:r>${run('be kind')}`) +
        p(`${run('o')}<w:r><w:tab/></w:r>${run('at the gate')}`) +
        p(`${run('ü', font('Wingdings'))}${run(' be calm')}`) +
        p(`${run('Ask ')}${run('\uF0E0', font('Wingdings'))}${run(' the office \uE123.')}`),
    );
    expect(lines).toEqual(['• be kind', 'o at the gate', '✓ be calm', 'Ask → the office •.']);
  });
});

describe('bold', () => {
  test('lines smaller than several others are headings below them, but not below those of a cover', async () => {
    const sized = (text: string, points: number): string =>
      p(run(text, `<w:b/><w:sz w:val="${points * 2}"/>`));
    const { parts } = await read(
      p('We are kind.') +
        sized('Our aims', 13) +
        p('To be calm.') +
        sized('What we don’t accept', 13) +
        sized('At the gate', 11) +
        p('Shouting.') +
        sized('Online', 11) +
        p('Rumours.'),
    );
    const levels = parts.flatMap((part) => (part.kind === 'heading' ? [[part.text, part.level]] : []));
    const [[, outer] = []] = levels.slice(1);
    expect(levels.slice(1)).toEqual([
      ['Our aims', outer],
      ['What we don’t accept', outer],
      ['At the gate', Number(outer) + 1],
      ['Online', Number(outer) + 1],
    ]);
  });

  test('lines that ask or announce are headings, but not before a list, nor labels', async () => {
    const { lines } = await read(
      p(bold('What happens next?')) +
        p('We write to you.') +
        p(bold('Our staff:')) +
        p('They are kind.') +
        p(bold('Parents must not:')) +
        p('• shout') +
        p(bold('Signed:')) +
        p(bold('Date:')),
    );
    expect(lines).toEqual([
      '# What happens next?',
      'We write to you.',
      '# Our staff:',
      'They are kind.',
      'Parents must not:',
      '• shout',
      'Signed:',
      'Date:',
    ]);
  });

  test('a long line that ends in a colon is a heading where no list follows', async () => {
    const text = 'So that our pond stays a quiet place for all ducks, the keeper won’t have:';
    const { lines } = await read(p('We are kind.') + p(bold(text)) + p('Whistling.'));
    expect(lines).toEqual(['We are kind.', `# ${text}`, 'Whistling.']);
  });

  test('lines right above lists are headings among others that end in a colon, however long', async () => {
    const { lines } = await read(
      p(bold('Our aim:')) +
        p('A calm school.') +
        p(bold('Our staff:')) +
        p('They are kind.') +
        p(bold('Rules:')) +
        p('• be calm') +
        p(bold('At the gate:')) +
        p('• be early') +
        p(bold('On the telephone and in every message that you send to the people who teach here:')) +
        p('• be brief'),
    );
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([
      '# Our aim:',
      '# Our staff:',
      '# Rules:',
      '# At the gate:',
      '# On the telephone and in every message that you send to the people who teach here:',
    ]);
  });

  test('a long line right above a list is a heading among others in the text, but no sentence', async () => {
    const headingsOf = async (text: string): Promise<string[]> => {
      const { lines } = await read(
        p('We are kind.') + p(bold(text)) + p('• shouting') + p(bold('Our hall')) + p('It is old.'),
      );
      return lines.filter((line) => line.startsWith('#'));
    };
    const name = 'Kinds of conduct that are thought serious and unkind and won’t be let pass:';
    expect(await headingsOf(name)).toEqual([`# ${name}`, '# Our hall']);
    expect(await headingsOf('When you come to us by day or by night we ask that you:')).toEqual([
      '# Our hall',
    ]);
  });

  test('lines in capitals are above others, also right above one that ends in a colon', async () => {
    const { parts } = await read(
      [
        p(bold('WHAT NUT LANE DOES:')),
        p(bold('Tell you the news:')),
        p('• by letter'),
        p(bold('WHAT FAMILIES DO:')),
        p(bold('Tell us your news:')),
        p('• by email'),
      ].join(''),
    );
    const levels = parts.flatMap((part) => (part.kind === 'heading' ? [`${part.level} ${part.text}`] : []));
    expect(levels.slice(1)).toEqual([
      '5 WHAT NUT LANE DOES:',
      '6 Tell you the news:',
      '5 WHAT FAMILIES DO:',
      '6 Tell us your news:',
    ]);
  });

  test('lines that go on with a small letter are one heading, and half a word in bold is a whole one', async () => {
    const { lines } = await read(
      p(bold('What we do about people who shout at any of')) +
        p(bold('our staff or at other families on the site')) +
        p('We ask them to go.') +
        p(bold('Park') + run('ing')) +
        p('Park well.'),
    );
    expect(lines).toEqual([
      '# What we do about people who shout at any of our staff or at other families on the site',
      'We ask them to go.',
      '# Parking',
      'Park well.',
    ]);
  });

  test('so are lines that are underlined, unless they’re links or only partly so', async () => {
    const under = (text: string): string => run(text, '<w:u w:val="single"/>');
    const { lines } = await read(
      p(under('At the gate')) +
        p('Be early.') +
        p(under('www.nutlane.example')) +
        p('Be calm.') +
        p(under('Please') + run(' be kind')) +
        p('Thank you.'),
    );
    expect(lines).toEqual([
      '# At the gate',
      'Be early.',
      'www.nutlane.example',
      'Be calm.',
      'Please be kind',
      'Thank you.',
    ]);
  });

  test('words at a paragraph’s start are kept apart', async () => {
    const { parts } = await read(
      p(`${bold('Be ')}${bold('kind:')}${run(' listen to others.')}`) +
        p(`${run('• ')}${bold('Be calm')}${run(' with everyone.')}`) +
        p(`${bold('1. Be safe.')}${run(' Drive slowly near our school, and park where it says.')}`) +
        p(`${run('We are ')}${bold('never')}${run(' rude.')}`),
    );
    expect(parts.slice(1)).toEqual([
      { kind: 'paragraph', text: 'Be kind: listen to others.', bold: 'Be kind:' },
      { kind: 'item', level: 0, marker: '•', text: 'Be calm with everyone.', bold: 'Be calm' },
      {
        kind: 'item',
        level: 0,
        marker: '1.',
        text: 'Be safe. Drive slowly near our school, and park where it says.',
        bold: 'Be safe.',
      },
      { kind: 'paragraph', text: 'We are never rude.' },
    ]);
  });
});

test('lines of one paragraph are a list where several have a marker', async () => {
  const lineOf = (text: string): string => `${run(text)}<w:r><w:br/></w:r>`;
  const { lines } = await read(
    p(lineOf('The head may:') + lineOf('(1) write to you') + lineOf('or ring you') + run('(2) meet you')) +
      p(lineOf('☐ I agree') + run('☐ I’d like to talk')) +
      p(lineOf('J. Nut') + lineOf('12 Nut Lane') + run('P. Lane')) +
      p(lineOf('Approved by the keeper of the pond and swans: May') + run('Next review: June')),
  );
  expect(lines).toEqual([
    'The head may:',
    '(1) write to you or ring you',
    '(2) meet you',
    '☐ I agree',
    '☐ I’d like to talk',
    'J. Nut',
    '12 Nut Lane',
    'P. Lane',
    'Approved by the keeper of the pond and swans: May',
    'Next review: June',
  ]);
});

describe('a bullet typed between those of a list', () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  const item = (text: string): string =>
    p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
  const levels = async (indent: number): Promise<unknown[]> => {
    const typed = p('- Leaving late', `<w:ind w:left="${indent}"/>`);
    const { parts } = await read(item('Being late.') + typed + item('Being rude.'), { numbering });
    return parts.slice(1).map((part) => part.kind === 'item' && [part.level, part.text]);
  };

  test('is one of theirs if it’s no further in', async () => {
    expect(await levels(360)).toEqual([
      [0, 'Being late.'],
      [0, 'Leaving late'],
      [0, 'Being rude.'],
    ]);
  });

  test('is inside if it’s below their words', async () => {
    expect(await levels(720)).toEqual([
      [0, 'Being late.'],
      [1, 'Leaving late'],
      [0, 'Being rude.'],
    ]);
  });
});

test('fields, controls and tags are read as what they show', async () => {
  const { lines } = await read(
    p(
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr><w:sdtContent>${run('☐')}</w:sdtContent></w:sdt>${run(' I agree.')}`,
    ) +
      p(
        `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' I’ve read it.')}`,
      ) +
      p(
        `${run('Adopted by ')}<w:smartTag>${run('Hill ')}<w:fldSimple w:instr="DOCPROPERTY School">${run('School')}</w:fldSimple></w:smartTag><w:r><w:cr/></w:r><w:r><w:ptab/></w:r>${run('on 3 May.')}`,
      ),
  );
  expect(lines).toEqual(['☐ I agree.', '☒ I’ve read it.', 'Adopted by Hill School on 3 May.']);
});

test('hidden text is left out and listed, whether a run or its style hides it', async () => {
  const { lines, notes } = await read(
    p(
      `${run('Be ')}${run('not ', '<w:vanish/>')}${run('ever ', '<w:rStyle w:val="Secret"/>')}${run('kind', '<w:vanish w:val="0"/>')}${run('.')}`,
    ),
  );
  expect(lines).toEqual(['Be kind.']);
  expect(notes).toEqual(['Hidden text is left out: “not ever”.']);
});

test('footnotes are written at the end of their sections, endnotes at the end, and both are listed', async () => {
  const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const note = (kind: string, id: number, text: string): string =>
    `<w:${kind} w:id="${id}">${p(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`;
  const { lines, notes } = await read(
    heading('Our site') +
      p(`${run('It’s private.')}${reference('footnote', 2)}${run(' Ask first.')}`) +
      p('• Close the gate.') +
      heading('Our staff') +
      p(`${run('Be kind.')}${reference('endnote', 4)}`) +
      p('Thank you.'),
    {
      footnotes: note('footnote', 2, 'Education Act 1996.'),
      endnotes: note('endnote', 4, 'See our values.'),
    },
  );
  expect(lines).toEqual([
    '# Our site',
    'It’s private.¹ Ask first.',
    '• Close the gate.',
    '¹ Education Act 1996.',
    '# Our staff',
    'Be kind.²',
    'Thank you.',
    '² See our values.',
  ]);
  expect(notes).toEqual([
    'The footnote “¹ Education Act 1996.” is written at the end of its section.',
    'The endnote “² See our values.” is written at the end.',
  ]);
});

test('text boxes are written below the paragraphs they’re fixed to, and listed', async () => {
  const box = (text: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p(text)}${p('Please!')}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(text)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const { lines, notes } = await read(
    p(`${run('Be kind.')}${box('No dogs.')}${box('No bikes.')}`) + p('Thank you.'),
  );
  expect(lines).toEqual(['Be kind.', 'No dogs.', 'Please!', 'No bikes.', 'Please!', 'Thank you.']);
  expect(notes).toEqual([
    expect.stringContaining('“No dogs. Please!”'),
    expect.stringContaining('“No bikes. Please!”'),
  ]);
});

test('a table is read as rows unless it has lists', async () => {
  const row = (...cells: string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
  const wide = `<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p('by email')}`;
  const { parts } = await read(
    `<w:tbl>${row(p(bold('Who')), p(bold('When')), p(bold('How')))}${row(p('Office'), p('8 to 4') + p('not Fridays'), p(''))}${row(p('Head'), wide)}</w:tbl>` +
      p('Thank you.') +
      `<w:tbl>${row(p('We'), p('• listen') + p('• are kind'))}${row(p('You'), p('• ask'))}</w:tbl>`,
  );
  expect(parts.slice(1)).toEqual([
    rowOf(['Who', 'When', 'How'], true),
    rowOf(['Office', '8 to 4\nnot Fridays', ''], false),
    rowOf(['Head', 'by email', ''], false),
    { kind: 'paragraph', text: 'Thank you.' },
    { kind: 'paragraph', text: 'We' },
    { kind: 'item', level: 0, marker: '•', text: 'listen' },
    { kind: 'item', level: 0, marker: '•', text: 'are kind' },
    { kind: 'paragraph', text: 'You' },
    { kind: 'item', level: 0, marker: '•', text: 'ask' },
  ]);
});

test('what’s beside an empty cell in a single row, such as a logo’s, is no row', async () => {
  const table = (...cells: string[]): string =>
    `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr></w:tbl>`;
  const { parts } = await read(
    table(p(''), p('Pond School') + p('Rowing Charter')) + table(p('Signed by'), p('')) + p('Thank you.'),
  );
  expect(parts.slice(1)).toEqual([
    { kind: 'paragraph', text: 'Pond School' },
    { kind: 'paragraph', text: 'Rowing Charter' },
    rowOf(['Signed by', ''], false),
    { kind: 'paragraph', text: 'Thank you.' },
  ]);
});

test('a table’s rows that say they’re no headings aren’t any', async () => {
  const row = (value: string, ...cells: string[]): string =>
    `<w:tr><w:trPr><w:tblHeader${value}/></w:trPr>${cells.map((cell) => `<w:tc>${p(cell)}</w:tc>`).join('')}</w:tr>`;
  const off = ' w:val="off"';
  const { lines } = await read(
    `<w:tbl>${row('', 'Who', 'When')}${row(off, 'Office', '8 to 4')}${row(off, 'Head', 'Fridays')}</w:tbl>`,
  );
  expect(lines).toEqual(['# Who | When', 'Office | 8 to 4', 'Head | Fridays']);
});

describe('a table with a name and a list in each row', () => {
  const row = (...cells: string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`;
  const table = `<w:tbl>${row(p(bold('Kind')), p(bold('Examples')))}${row(p(bold('Noise')), p('• shouting') + p('• swearing'))}${row(p(bold('Safety')), p('• running') + p('• smoking'))}</w:tbl>`;

  test('has the names as headings below the heads of its columns', async () => {
    const { lines } = await read(table);
    expect(lines).toEqual([
      '# Kind | Examples',
      '# Noise',
      '• shouting',
      '• swearing',
      '# Safety',
      '• running',
      '• smoking',
    ]);
  });

  test('has them as paragraphs where text goes on below it', async () => {
    const { lines } = await read(table + p('We ask anybody to stop.'));
    expect(lines.filter((line) => !line.startsWith('•'))).toEqual([
      '# Kind | Examples',
      'Noise',
      'Safety',
      'We ask anybody to stop.',
    ]);
  });

  test('and a table of people with their posts below them isn’t in columns', async () => {
    const post = (name: string): string => p(name) + p('Our School');
    const { lines } = await read(
      `<w:tbl>${row(post('A. Drake'), post('B. Swan'))}${row(post('C. Teal'), post('D. Coot'))}</w:tbl>`,
    );
    expect(lines).toEqual([
      'A. Drake\nOur School | B. Swan\nOur School',
      'C. Teal\nOur School | D. Coot\nOur School',
    ]);
  });

  test('and a table of pairs, what to do beside what not, has rows', async () => {
    const { lines } = await read(
      `<w:tbl>${row(p('✔ Please do'), p('✘ Please don’t'))}${row(p('whisper'), p('hoot'))}${row(p('row'), p('swim'))}</w:tbl>`,
    );
    expect(lines).toEqual(['✔ Please do | ✘ Please don’t', 'whisper | hoot', 'row | swim']);
  });

  test('and rows without any words are left out', async () => {
    const { lines } = await read(`<w:tbl>${row(p('Name'), p('Class'))}${row(p(''), p(''))}</w:tbl>`);
    expect(lines).toEqual(['Name | Class']);
  });
});
