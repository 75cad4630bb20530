import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { readCases, strangeSituations } from '../checker/evaluation/cases.ts';
import { type Content, loadOnce } from '../content/load.ts';
import { coverageOf } from '../governors/coverage.ts';
import { reviewOn } from '../governors/review.ts';
import { readabilityReport } from '../readability/report.ts';
import { accentMessage } from '../school/accent.ts';
import type { Help } from '../school/contacts.ts';
import { type BuiltPages, builtPages } from '../shared/builtPages.ts';
import { buildDay } from '../shared/dates.ts';
import { ROOT } from '../shared/environment.ts';
import { checkLinks, externalLinks, externalSection } from '../site-build/publish-check/externalLinks.ts';
import { checkReport, formatReport, type Section } from '../site-build/publish-check/report.ts';
import { runCommand } from './runCommand.ts';

const HELP = `npm run check                 builds a trial copy, and reports what to know before publishing
npm run check -- --external   also tests every link to another site`;

/** The trial copy's folder, so that `dist/` stays as it is. */
const TRIAL = '.build/check';

function contentSections(content: Content): Section[] {
  const { school, edition } = content;
  const today = buildDay();
  const cases = readCases(ROOT);
  return checkReport({
    ...content,
    adopted: edition.adopted,
    review: reviewOn(school.review, today),
    coverage: coverageOf(content),
    readability: readabilityReport(content),
    accent: school.accent === undefined ? [] : [accentMessage(school.accent)],
    cases: { count: cases.length, strange: strangeSituations(cases, content.situations.keys()) },
    today,
  });
}

async function linkSections(pages: BuiltPages, help: Help, external: boolean): Promise<Section[]> {
  const links = externalLinks(pages, help);
  const trial: Section = {
    title: 'Words, links and addresses',
    notes: [],
    ok: `A trial copy of ${pages.size} pages was built into ${TRIAL}/. The Code’s words are as adopted. All links work, and so does every address ever published.`,
  };
  if (external) return [trial, externalSection(await checkLinks(links.keys()), links)];
  const ok = `Not tested. To test all ${links.size}: npm run check -- --external`;
  return [trial, { title: 'Links to other sites', notes: [], ok }];
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      external: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  // Fails unless the words, links and addresses are right.
  await build({ root: ROOT, outDir: TRIAL, logLevel: 'silent' });
  const content = loadOnce(ROOT);
  const links = await linkSections(builtPages(path.join(ROOT, TRIAL)), content.help, values.external);
  const sections = [...links, ...contentSections(content)];
  const notes = sections.reduce((sum, section) => sum + section.notes.length, 0);
  console.log(`${formatReport(sections)}\n`);
  console.log(
    notes === 0
      ? 'All fine, with nothing to note.'
      : `Nothing is wrong. Things to note: ${notes}. None of them stops you publishing the site.`,
  );
}

await runCommand(main, HELP);
