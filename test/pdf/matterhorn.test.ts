import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { coverageOf } from '../../src/governors/coverage.ts';
import { packOf } from '../../src/governors/pack.ts';
import { codePdf } from '../../src/pdf/codePdf.ts';
import { readFonts } from '../../src/pdf/fonts.ts';
import { packPdf } from '../../src/pdf/packPdf.ts';
import { madeUpAppendix, madeUpCode, STRUCTURES } from './madeUp.ts';
import { CHECKS, matterhorn } from './matterhorn.ts';
import { get, getText } from './pdfFile.ts';

const fonts = readFonts();
const content = loadContent(process.cwd());
const { school, code, appendices, edition } = content;
const site = 'https://pond.example/code/';

describe('our PDFs are PDF/UA-1, as far as a machine can tell', () => {
  test('the Code', async () => {
    const dates = { adopted: edition.adopted, review: school.review };
    const pdf = await codePdf({ school: school.name, code, appendices, ...dates, site }, fonts);
    expect(await matterhorn(pdf)).toEqual([]);
  });

  test('a Code with everything a Code can hold', async () => {
    const pdf = await codePdf({ school: 'Pond School', code: madeUpCode(STRUCTURES), appendices: [] }, fonts);
    expect(await matterhorn(pdf)).toEqual([]);
  });

  test('the governors’ pack', async () => {
    const pack = packOf({ ...content, coverage: coverageOf(content), report: undefined, site });
    expect(await matterhorn(await packPdf(pack, fonts))).toEqual([]);
  });
});

// One with everything our PDFs can have: a list of contents, a list, links here and elsewhere, and tables.
const madeUp = await packPdf(
  {
    school: 'Pond School',
    title: 'The pack of the pond',
    facts: { caption: 'What was adopted', head: [], rows: [['Title', 'The Pond Rules']] },
    code: madeUpCode(
      '## Frogs\n\n<Clause anchor="one" />See [the reeds](/appendix-1/) and [frogs](/frogs/).\n\n- <Clause anchor="two" />Two',
    ),
    appendices: [madeUpAppendix('<Clause anchor="three" />Three.')],
    coverage: [],
    figures: [
      {
        caption: 'How far',
        head: ['Pond', 'Metres'],
        rows: [
          ['Mill', '3.5'],
          ['Élan', '4'],
        ],
      },
    ],
    site,
  },
  fonts,
);

const name = (text: string): PDFName => PDFName.of(text);

/** The made-up PDF, to be changed. */
class Changed {
  readonly pdf: PDFDocument;

  constructor(pdf: PDFDocument) {
    this.pdf = pdf;
  }

  get catalog(): PDFDict {
    return this.pdf.catalog;
  }

  /** The dictionaries with these entries. */
  all(entries: Record<string, string>): PDFDict[] {
    return this.pdf.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? object : []))
      .filter((dict) => Object.entries(entries).every(([key, value]) => getText(dict, key) === value));
  }

  one(entries: Record<string, string>): PDFDict {
    const [first] = this.all(entries);
    if (first === undefined) throw new Error(`The PDF has nothing with ${JSON.stringify(entries)}.`);
    return first;
  }

  /** The first element of structure of a type. */
  element(type: string): PDFDict {
    const found = this.all({ S: type }).find((dict) => dict.has(name('P')));
    if (found === undefined) throw new Error(`The PDF has no ${type}.`);
    return found;
  }

  get link(): PDFDict {
    return this.one({ Subtype: 'Link' });
  }

  /** The page of the first link. */
  get page(): PDFDict {
    return this.pdf.getPage(0).node;
  }

  get font(): PDFDict {
    return this.one({ Subtype: 'Type0' });
  }

  get descendant(): PDFDict {
    return this.font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  }

  get descriptor(): PDFDict {
    return this.descendant.lookup(name('FontDescriptor'), PDFDict);
  }

  set(dict: PDFDict, key: string, value: PDFObject | string | number): void {
    const object = typeof value === 'number' ? PDFNumber.of(value) : value;
    dict.set(name(key), typeof object === 'string' ? name(object) : object);
  }

  dict(entries: Record<string, string>): PDFDict {
    return this.pdf.context.obj(entries);
  }

  stream(bytes: Uint8Array): PDFRef {
    return this.pdf.context.register(this.pdf.context.stream(bytes));
  }

  /** Changes the text of a stream: of a page's content, or of a map of characters. */
  edit(dict: PDFDict, key: string, change: (text: string) => string): void {
    const stream = dict.lookup(name(key));
    if (!(stream instanceof PDFRawStream)) throw new Error(`There’s no stream ${key}.`);
    const before = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
    const after = change(before);
    if (after === before) throw new Error(`The stream ${key} has nothing to change.`);
    const entries = stream.dict.clone();
    entries.delete(name('Filter'));
    const changed = PDFRawStream.of(entries, Buffer.from(after, 'latin1'));
    dict.set(name(key), this.pdf.context.register(changed));
  }

  /** Takes away the language of the whole, and gives each part its own; then one part is changed. */
  withoutLanguage(): void {
    this.catalog.delete(name('Lang'));
    const english = PDFString.of('en-GB');
    this.set(this.element('Document'), 'Lang', english);
    for (const link of this.all({ Subtype: 'Link' })) this.set(link, 'Lang', english);
    this.edit(this.catalog, 'Metadata', (text) => text.replace('x-default', 'en-GB'));
    this.catalog.delete(name('Outlines'));
  }
}

/** For each condition, ways to break it and no other. */
const BREAKS: Record<string, ((changed: Changed) => void)[]> = {
  '01-003': [
    (changed) =>
      changed.edit(changed.page, 'Contents', (text) =>
        text.replace(/\/P <<[^>]*>> BDC\n/, '$&/Artifact BMC\n0 0 1 1 re f\nEMC\n'),
      ),
  ],
  '01-004': [
    (changed) =>
      changed.edit(changed.page, 'Contents', (text) =>
        text.replace(/\/P <<[^>]*>> BDC\n[\s\S]*?EMC\n/, '/Artifact BMC\n$&EMC\n'),
      ),
  ],
  '01-005': [
    (changed) => changed.edit(changed.page, 'Contents', (text) => `${text}\n0 0 1 1 re f\n`),
    (changed) => changed.edit(changed.page, 'Contents', (text) => text.replace('/MCID 0', '/MCID 999')),
    (changed) =>
      changed.edit(changed.page, 'Contents', (text) => text.replace(/\/P <<[^>]*>> BDC/, '/P BMC')),
    (changed) => changed.set(changed.page, 'StructParents', 999),
    (changed) => changed.element('H1').delete(name('K')),
    (changed) => changed.catalog.delete(name('MarkInfo')),
  ],
  '01-007': [({ catalog }) => catalog.lookup(name('MarkInfo'), PDFDict).set(name('Suspects'), PDFBool.True)],
  '02-001': [(changed) => changed.set(changed.element('P'), 'S', 'Frog')],
  '02-003': [
    (changed) => {
      changed.set(changed.element('P'), 'S', 'Frog');
      changed.set(treeOf(changed), 'RoleMap', changed.dict({ Frog: 'Toad', Toad: 'Frog' }));
    },
  ],
  '02-004': [(changed) => changed.set(treeOf(changed), 'RoleMap', changed.dict({ Quote: 'P' }))],
  '06-001': [(changed) => changed.catalog.delete(name('Metadata'))],
  '06-002': [
    (changed) =>
      changed.edit(changed.catalog, 'Metadata', (text) => text.replace('<pdfuaid:part>1', '<pdfuaid:part>2')),
  ],
  '06-003': [
    (changed) =>
      changed.edit(changed.catalog, 'Metadata', (text) => text.replace(/<dc:title>.*<\/dc:title>/, '')),
    (changed) =>
      changed.edit(changed.catalog, 'Metadata', (text) => text.replace('>The pack of the pond<', '> <')),
  ],
  '07-001': [(changed) => changed.catalog.delete(name('ViewerPreferences'))],
  '07-002': [
    (changed) =>
      changed.catalog.lookup(name('ViewerPreferences'), PDFDict).set(name('DisplayDocTitle'), PDFBool.False),
  ],
  '09-004': [
    (changed) => changed.set(changed.element('TBody'), 'S', 'Sect'),
    (changed) => changed.set(changed.element('TD'), 'S', 'P'),
    (changed) => changed.set(changed.element('Table'), 'S', 'Sect'),
    (changed) => {
      const cell = changed.pdf.context.register(changed.dict({ S: 'TD' }));
      changed.all({ S: 'TR' }).at(-1)?.lookup(name('K'), PDFArray).push(cell);
    },
  ],
  '09-005': [
    (changed) => changed.set(changed.element('L'), 'S', 'Sect'),
    (changed) => changed.set(changed.element('LBody'), 'S', 'P'),
    (changed) => changed.set(changed.element('LI'), 'S', 'P'),
  ],
  '09-006': [
    (changed) => changed.set(changed.element('TOC'), 'S', 'Sect'),
    (changed) => changed.set(changed.element('Reference'), 'S', 'Sect'),
  ],
  '10-001': [
    (changed) =>
      changed.edit(changed.font, 'ToUnicode', (text) =>
        text.replace(/<(\w{4})> \[(.*) <[\da-f ]+>\]/, (_, last: string, before: string) => {
          const lastButOne = (Number.parseInt(last, 16) - 1).toString(16).padStart(4, '0');
          return `<${lastButOne}> [${before}]`;
        }),
      ),
  ],
  '11-001': [
    (changed) => {
      changed.withoutLanguage();
      changed.element('Document').delete(name('Lang'));
    },
  ],
  '11-003': [
    (changed) => {
      const outlines = changed.catalog.lookup(name('Outlines'), PDFDict);
      changed.withoutLanguage();
      changed.set(changed.catalog, 'Outlines', outlines);
    },
  ],
  '11-004': [
    (changed) => {
      changed.withoutLanguage();
      changed.link.delete(name('Lang'));
    },
  ],
  '11-006': [
    (changed) => {
      changed.withoutLanguage();
      changed.edit(changed.catalog, 'Metadata', (text) =>
        text.replace('xml:lang="en-GB"', 'xml:lang="x-default"'),
      );
    },
  ],
  '13-004': [(changed) => changed.set(changed.element('P'), 'S', 'Figure')],
  '14-002': [(changed) => changed.set(changed.element('H1'), 'S', 'H2')],
  '14-003': [(changed) => changed.set(changed.element('H3'), 'S', 'H4')],
  '14-007': [(changed) => changed.set(changed.element('H3'), 'S', 'H')],
  '15-003': [(changed) => changed.element('TH').delete(name('A'))],
  '28-002': [(changed) => changed.set(changed.link, 'Subtype', 'Text')],
  '28-008': [(changed) => changed.page.delete(name('Tabs'))],
  '28-009': [(changed) => changed.set(changed.page, 'Tabs', 'R')],
  '28-011': [
    (changed) => changed.set(changed.element('Link'), 'S', 'Span'),
    (changed) => changed.link.delete(name('StructParent')),
    (changed) => changed.element('Link').lookup(name('K'), PDFArray).remove(1),
    (changed) => {
      const held = changed.element('Link').lookup(name('K'), PDFArray).lookup(1, PDFDict);
      held.set(name('Pg'), changed.pdf.getPage(2).ref);
    },
  ],
  '28-012': [
    (changed) => changed.link.delete(name('Contents')),
    (changed) => changed.set(changed.link, 'Contents', PDFString.of('')),
  ],
  '31-004': [(changed) => changed.set(changed.descendant, 'CIDToGIDMap', 'Frog')],
  '31-005': [(changed) => changed.descendant.delete(name('CIDToGIDMap'))],
  '31-009': [(changed) => changed.descriptor.delete(name('FontFile2'))],
  '31-011': [
    (changed) => {
      changed.edit(changed.page, 'Contents', (text) => text.replace('<0001', '<0400'));
      changed.edit(changed.font, 'ToUnicode', (text) =>
        text.replace('endbfrange', 'endbfrange\n1 beginbfchar\n<0400> <0046>\nendbfchar'),
      );
    },
  ],
  '31-014': [
    (changed) => changed.set(changed.descriptor, 'CIDSet', changed.stream(Uint8Array.of(0b11110000))),
  ],
  '31-015': [
    (changed) => changed.set(changed.descriptor, 'CIDSet', changed.stream(new Uint8Array(100).fill(255))),
  ],
  '31-016': [
    (changed) => changed.descendant.lookup(name('W'), PDFArray).lookup(1, PDFArray).set(1, PDFNumber.of(1)),
    (changed) => changed.descendant.delete(name('W')),
  ],
  '31-027': [(changed) => changed.font.delete(name('ToUnicode'))],
  '31-028': [
    (changed) => changed.edit(changed.font, 'ToUnicode', (text) => text.replace('<fffd>', '<0000>')),
  ],
  '31-029': [
    (changed) => changed.edit(changed.font, 'ToUnicode', (text) => text.replace('<fffd>', '<feff>')),
  ],
  '31-030': [(changed) => changed.edit(changed.page, 'Contents', (text) => text.replace('<0001', '<0000'))],
};

function treeOf({ catalog }: Changed): PDFDict {
  const tree = get(catalog, 'StructTreeRoot');
  if (!(tree instanceof PDFDict)) throw new Error('The PDF has no structure.');
  return tree;
}

describe('each check finds what it’s for, and nothing else does', () => {
  const changing = async (change: (changed: Changed) => void): Promise<Uint8Array> => {
    const pdf = await PDFDocument.load(madeUp, { updateMetadata: false });
    change(new Changed(pdf));
    return pdf.save({ useObjectStreams: false });
  };

  test('nothing is found in the PDF that the others are made of', async () => {
    expect(await matterhorn(await changing(() => {}))).toEqual([]);
  });

  test('every check is broken by some PDF', () => {
    expect(Object.keys(BREAKS)).toEqual(Object.keys(CHECKS));
  });

  const ways = Object.entries(BREAKS).flatMap(([condition, changes]) =>
    changes.map((change, way) => ({ condition, way: way + 1, change })),
  );
  test.each(ways)('$condition, way $way', async ({ condition, change }) => {
    const violations = await matterhorn(await changing(change));
    expect([...new Set(violations.map((violation) => violation.condition))]).toEqual([condition]);
  });
});
