import { execFile } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { accentInWords } from '../school/accent.ts';
import { groundsOf } from '../school/tokens.ts';
import { type BuiltPages, builtPages } from '../shared/builtPages.ts';
import { contentOnce } from '../content/loadOnce.ts';
import { readCases, strangeSituations } from '../checker/evaluation/cases.ts';
import { buildDay } from '../shared/dates.ts';
import { coverageOf } from '../governors/coverage.ts';
import { reviewOn } from '../governors/review.ts';
import { readabilityReport } from '../readability/report.ts';
import { askLinks, externalLinks, externalSection } from '../site-build/publish-check/externalLinks.ts';
import { checkReport, reportInWords, type Section } from '../site-build/publish-check/report.ts';

const HELP = `npm run check                 builds a trial copy, and tells all to know before publishing
npm run check -- --external   asks every link to another site too, whether it is there`;

/** Where the trial copy is built: `dist/` stays as it is. */
const TRIAL = '.build/check';

/** Builds a trial copy in a process of its own, which proves words, links and addresses; its mistakes are printed. */
function buildTrial(root: string): Promise<boolean> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['src/commands/build.ts'],
      { cwd: root, env: { ...process.env, OUT_DIR: TRIAL } },
      (error, _stdout, stderr) => {
        if (error !== null) console.error(stderr);
        done(error === null);
      },
    );
  });
}

/** What is to be known of the content. */
function contentSections(root: string): Section[] {
  const content = contentOnce(root);
  const { school, edition } = content;
  const today = buildDay();
  const cases = readCases(root);
  return checkReport({
    ...content,
    adopted: edition.adopted,
    review: reviewOn(school.review, today),
    coverage: coverageOf(content),
    readability: readabilityReport(content),
    accent: school.accent === undefined ? [] : accentInWords(school.accent, groundsOf(root)),
    cases: { count: cases.length, strange: strangeSituations(cases, content.situations.keys()) },
    today,
  });
}

async function linkSections(root: string, pages: BuiltPages, external: boolean): Promise<Section[]> {
  const { help } = contentOnce(root);
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
  const root = process.cwd();
  if (!(await buildTrial(root))) {
    process.exitCode = 1;
    return;
  }
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
  // A mistake in the call is for whoever made it: the message, not the stack.
  if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
    throw error;
  console.error(`${error.message}\n\n${HELP}`);
  process.exitCode = 2;
}
