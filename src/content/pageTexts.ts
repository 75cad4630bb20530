import { z } from 'zod';
import { line, text } from '../shared/fields.ts';

/** Every paragraph of the pages that is neither the Code's nor a situation's. */
export const PAGE_TEXTS_FILE = 'content/page-texts.yaml';

/** What any text may ask for in curly brackets: the Code's title and the school's name. */
const ANYWHERE = ['code', 'school'];

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** One paragraph, on one line. */
function paragraph(what: string, ...placeholders: string[]) {
  return withPlaceholders(line(1000), what, placeholders);
}

/** Several paragraphs or a list, on as many lines as it takes. */
function passage(what: string, ...placeholders: string[]) {
  return withPlaceholders(text(), what, placeholders);
}

function withPlaceholders(field: z.ZodString, what: string, placeholders: readonly string[]) {
  const known = [...placeholders, ...ANYWHERE];
  const unknown = (written: string): string | undefined =>
    [...written.matchAll(PLACEHOLDER)].find(([, name = '']) => !known.includes(name))?.[0];
  return field
    .refine((written) => unknown(written) === undefined, {
      error: ({ input }) => `the site has nothing to fill in for ${unknown(String(input))}.`,
    })
    .describe(`${what} What it can fill in: ${known.map((name) => `{${name}}`).join(', ')}.`);
}

const description = (...placeholders: string[]) =>
  paragraph('what search engines show below the page’s title.', ...placeholders);
const lede = (...placeholders: string[]) =>
  paragraph('the introduction below the page’s heading.', ...placeholders);

/** The texts of one page. */
function textsOf<Shape extends z.ZodRawShape>(page: string, shape: Shape) {
  return z.strictObject(shape).describe(`the texts of ${page}, each indented by two spaces.`);
}

/** `content/page-texts.yaml`: texts in Markdown, page by page. */
export const pageTextsSchema = z.strictObject({
  everyPage: textsOf('every page', {
    footer: paragraph('the footer’s note on whose words are whose.'),
    footerWithAppendix: paragraph('the same, where the Code has an appendix.'),
    adopted: paragraph('when the Code was adopted.', 'date'),
    review: paragraph('when the Code is due for review.', 'date'),
    draftCopy: paragraph('the banner of a draft copy.'),
    moved: paragraph('where a clause that left a page is now.', 'anchor', 'title', 'address'),
  }),
  home: textsOf('the first page', { description: description(), lede: lede() }),
  appendix: textsOf('the appendix’s page', { description: description('appendix') }),
  check: textsOf('the checker’s page', { description: description(), lede: lede() }),
  howItWorks: textsOf('the page on how the checker works', {
    description: description(),
    lede: lede(),
    does: passage('what the checker does.', 'lines'),
    doesNot: passage('a list of what the checker does not do.'),
    measured: paragraph('when and on what the checker was measured.', 'date', 'cases'),
    asked: paragraph('how often the checker asks back.', 'asked', 'cases'),
    emergencies: passage(
      'a list of how often emergencies were noticed.',
      ...['emergencies', 'seen', 'seenShare', 'noticed', 'noticedShare'],
      ...['others', 'falseAlarms', 'falseAlarmsShare'],
    ),
    noneMissed: paragraph('what is said where no emergency was missed.'),
    missed: paragraph('what stands above the emergencies that were missed.'),
    danger: paragraph('what to do when someone is in danger.'),
    mistake: paragraph('what the checker took a text for.', 'situation', 'takenFor'),
    reporting: paragraph('how to report a wrong answer.'),
    report: passage('the report to copy and fill in.'),
  }),
  situations: textsOf('the situations’ pages', {
    description: description(),
    lede: lede(),
    guidance: paragraph('the note at the end of each situation’s page.'),
  }),
  search: textsOf('the search page', {
    description: description(),
    descriptionWithAppendix: description(),
    withoutScript: paragraph('what is said where the search cannot run.'),
    privacy: paragraph('what becomes of the words searched for.'),
  }),
  offline: textsOf('the page for when there is no signal', { description: description(), lede: lede() }),
  notFound: textsOf('the page for addresses that lead nowhere', { description: description(), lede: lede() }),
  staff: textsOf('the page for staff', {
    description: description(),
    lede: lede(),
    noQrCodes: paragraph('why there are no QR codes yet.'),
    copying: paragraph('what to do where copying does not work.'),
    replies: paragraph('how to use the replies.'),
    reply: paragraph('what stands above a reply.', 'person'),
  }),
  paper: textsOf('the pages to print', {
    noQrCode: paragraph('why the QR code is missing.'),
    posterDescription: description(),
    poster: paragraph('how to print the poster.'),
    tearOffDescription: description(),
    tearOff: paragraph('how to print the sheet with strips.'),
  }),
  embed: textsOf('the page on showing the checker elsewhere', {
    description: description(),
    frameDescription: description(),
    lede: lede(),
    address: paragraph('which address to put into the lines.', 'address'),
    script: paragraph('what the lines with a script are for.'),
    policy: paragraph('what the school’s website may have to allow.', 'source'),
    frame: paragraph('what the lines with a frame are for.'),
    situation: paragraph('how to name a situation.'),
    situationScript: paragraph('what stands above the lines with a script for one situation.'),
    does: passage('a list of what the checker does on another website.'),
  }),
  governors: textsOf('the page for governors', {
    description: description(),
    lede: lede(),
    inForce: paragraph('which edition is in force.'),
    inForceWithAppendix: paragraph('the same, where the Code has an appendix.', 'appendix', 'address'),
    adopted: paragraph('when the Code was adopted.', 'date'),
    notAdopted: paragraph('how to set the day of the adoption.'),
    proof: paragraph('how the site proves the Code’s text.'),
    download: paragraph('what the file to download is.'),
    commands: paragraph('what stands above the commands.'),
    fingerprint: paragraph('what stands above the fingerprint.'),
    firstEdition: paragraph('what is said while there is one edition.'),
    feed: paragraph('how to hear of changes.', 'address'),
    noFeed: paragraph('why there is no feed of changes yet.'),
    reviewUnset: paragraph('how to set the day of the review.'),
    reviewPassed: paragraph('what to do once that day has passed.', 'date'),
    reviewDue: paragraph('when the Code is due for review.', 'date'),
    coverage: paragraph('what the tables of coverage show.'),
    allCited: paragraph('what is said where every clause is cited.'),
    uncited: paragraph('what is said where some are not.', 'clauses'),
    enoughPhrases: paragraph('what is said where each situation has enough phrases.', 'fewest'),
    fewPhrases: paragraph('what is said where some have not.', 'situations'),
    allReached: paragraph('what is said where every route has a contact.'),
    unreached: paragraph('what is said where some have none.', 'situations'),
    allContactsSet: paragraph('what is said where every contact is set.'),
    contactsUnset: paragraph('what stands above those that are not.'),
    readability: paragraph('how reading ages are measured.'),
    readable: paragraph('what is said where all guidance is easy to read.', 'age'),
    hardToRead: paragraph('what is said where some is not.', 'age', 'texts'),
    codeUnchanged: paragraph('that the Code’s own words are only measured.'),
    checker: paragraph('when and on what the checker was measured.', 'date', 'cases'),
    noCases: paragraph('what is said where nothing is measured.'),
  }),
  comparison: textsOf('a comparison of editions', {
    description: description('comparison'),
    same: paragraph('what is said where two editions are the same.'),
    asOneText: paragraph('how to read the two as one text.', 'older', 'olderStatus', 'newer', 'newerStatus'),
    sideBySide: paragraph('how to read the two side by side.', 'older', 'newer'),
  }),
  draft: textsOf('a draft’s pages', {
    description: description('draft'),
    lede: lede('edition'),
    noEffect: paragraph('what is said where a draft changes nothing.'),
    commentsDescription: description('draft'),
    comments: paragraph('how to use the sheet for comments.', 'address'),
    commentsIntro: paragraph('what the sheet for comments shows.', 'edition'),
    missing: paragraph('what stands in the place of words that a draft leaves out.'),
  }),
});
export type PageTexts = z.output<typeof pageTextsSchema>;
