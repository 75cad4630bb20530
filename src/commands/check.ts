import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { readCases, strangeSituations } from '../checker/evaluation/cases.ts';
import { loadOnce } from '../content/load.ts';
import { coverageOf } from '../governors/coverage.ts';
import { reviewOn } from '../governors/review.ts';
import { readabilityReport } from '../readability/report.ts';
import { accentMessages } from '../school/accent.ts';
import { readBackgrounds } from '../school/tokens.ts';
import { type BuiltPages, builtPages } from '../shared/builtPages.ts';
import { buildDay } from '../shared/dates.ts';
import { ROOT } from '../shared/environment.ts';
import { askLinks, externalLinks, externalSection } from '../site-build/publish-check/externalLinks.ts';
import { checkReport, reportInWords, type Section } from '../site-build/publish-check/report.ts';
import { exitCodeFor } from './exitCode.ts';

const HELP = `npm run check                 builds a trial copy, and tells all to know before publishing
npm run check -- --external   asks every link to another site too, whether it is there`;

/** Where the trial copy is built: `dist/` stays as it is. */
const TRIAL = '.build/check';

/** What is to be known of the content. */
function contentSections(root: string): Section[] {
  const content = loadOnce(root);
  const { school, edition } = content;
  const today = buildDay();
  const cases = readCases(root);
  return checkReport({
    ...content,
    adopted: edition.adopted,
    review: reviewOn(school.review, today),
    coverage: coverageOf(content),
    readability: readabilityReport(content),
    accent: school.accent === undefined ? [] : accentMessages(school.accent, readBackgrounds(root)),
    cases: { count: cases.length, strange: strangeSituations(cases, content.situations.keys()) },
    today,
  });
}

async function linkSections(root: string, pages: BuiltPages, external: boolean): Promise<Section[]> {
  const { help } = loadOnce(root);
  const links = externalLinks(pages, help);
  const inside: Section = {
    title: 'Words, links and addresses',
    notes: [],
    fine: `A trial copy of ${pages.size} pages was built into ${TRIAL}/. All of its words of the Code are the adopted ones, and all of its links and every address ever published lead somewhere.`,
  };
  if (external) return [inside, externalSection(await askLinks(links.keys()), links)];
  const fine = `Not asked. To ask all ${links.size}: npm run check -- --external`;
  return [inside, { title: 'Links to other sites', notes: [], fine }];
}

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      external: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const root = ROOT;
  // Proves the words, links and addresses.
  await build({ root, outDir: TRIAL, logLevel: 'silent' });
  const links = await linkSections(root, builtPages(path.join(root, TRIAL)), values.external);
  const sections = [...links, ...contentSections(root)];
  const notes = sections.reduce((sum, section) => sum + section.notes.length, 0);
  console.log(`${reportInWords(sections)}\n`);
  console.log(
    notes === 0
      ? 'Nothing is wrong, and there is nothing to note.'
      : `Nothing is wrong. Things to note: ${notes}. None of them keeps the site from being published.`,
  );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = exitCodeFor(error, HELP);
}
