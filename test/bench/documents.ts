import { loadContent } from '../../src/content/load.ts';
import { codePdf } from '../../src/pdf/codePdf.ts';
import { readFonts } from '../../src/pdf/fonts.ts';
import { type Pack, packPdf } from '../../src/pdf/packPdf.ts';
import { readBack } from '../../src/pdf/readBack.ts';
import { ROOT } from '../support/buildSite.ts';
import type { Figure } from './figures.ts';
import { kb, median, printTable } from './table.ts';

const RUNS = 7;

/** The longest that a PDF may take, in seconds. */
const MARK = 3;

/** Prints how long each PDF takes to make, its fonts read from the disk each time, and how large it is. */
export async function documents(): Promise<Figure[]> {
  const { school, code, appendix, clauses, situations } = loadContent(ROOT);
  const cites = [...situations.values()];
  const pack: Pack = {
    school: school.name,
    title: code.title,
    facts: { caption: 'Edition', head: [], rows: [['Title', code.title]] },
    code,
    appendix,
    // About as much as there is to say: every clause with all that cite it, and every situation with all it cites.
    coverage: [
      {
        caption: 'Clauses',
        head: ['Clause', 'Situations'],
        rows: [...clauses.keys()].map((anchor) => [
          anchor,
          cites
            .filter((situation) => situation.cites.includes(anchor))
            .map(({ title }) => title)
            .join('; '),
        ]),
      },
    ],
    figures: [
      {
        caption: 'Situations',
        head: ['Situation', 'Clauses'],
        rows: cites.map(({ title, cites: anchors }) => [title, anchors.join(', ')]),
      },
    ],
  };
  const kinds = [
    { name: 'the Code', make: () => codePdf({ school: school.name, code, appendix }, readFonts()) },
    { name: 'the governors’ pack', make: () => packPdf(pack, readFonts()) },
  ];
  const rows = [];
  const figures: Figure[] = [];
  for (const { name, make } of kinds) {
    const seconds: number[] = [];
    let bytes = new Uint8Array();
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      bytes = await make();
      seconds.push((performance.now() - start) / 1000);
    }
    const middle = median(seconds);
    const { pages } = await readBack(bytes);
    rows.push([
      name,
      middle,
      MARK,
      middle <= MARK ? 'yes' : 'NO',
      Math.max(...seconds),
      pages,
      kb(bytes.length),
    ]);
    figures.push({
      name: `PDF: ${name}, to make; size`,
      ours: `${middle.toFixed(2)} s; ${kb(bytes.length)} KB`,
      mark: `≤ ${MARK} s`,
      kept: middle <= MARK,
    });
  }
  printTable(
    `How long each PDF takes to make: median of ${RUNS}, in seconds`,
    ['', 'median', 'mark', 'kept?', 'longest', 'pages', 'KB'],
    rows,
  );
  return figures;
}
