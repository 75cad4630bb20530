import { z } from 'zod';
import { BODY_PLACEHOLDERS } from '../school/body.ts';
import { line, readBeside, text } from '../shared/fields.ts';

/** The paragraphs of the pages, apart from the Code's and the situations'. */
export const PAGE_TEXTS_FILE = 'content/page-texts.yaml';

/** Placeholders that any text can have: the Code's title, the school's name and who adopts the Code. */
const ANYWHERE = ['code', 'school', ...BODY_PLACEHOLDERS];

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** One paragraph, on one line. */
function paragraph(what: string, ...placeholders: string[]) {
  return withPlaceholders(line(1000), what, placeholders);
}

/** Several paragraphs, or a list. */
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
    .describe(`${what} It can contain ${known.map((name) => `{${name}}`).join(', ')}.`);
}

const description = (...placeholders: string[]) =>
  paragraph('what search engines show below the page’s title.', ...placeholders);
const lede = (...placeholders: string[]) =>
  paragraph('the introduction below the page’s heading.', ...placeholders);

/** The texts of one page. */
function textsOf<Shape extends z.ZodRawShape>(page: string, shape: Shape) {
  return z
    .strictObject({ ...shape, readBeside: readBeside() })
    .describe(`the texts of ${page}, each indented by two spaces.`);
}

/** `content/page-texts.yaml`: texts in Markdown, page by page. */
export const pageTextsSchema = z.strictObject({
  everyPage: textsOf('every page', {
    footer: paragraph('the footer’s note on whose words are whose.'),
    footerWithAppendix: paragraph('the footer’s note, when the Code has an appendix or several.', 'appendix'),
    adopted: paragraph('when the Code was adopted.', 'date'),
    review: paragraph('when the Code is due for review.', 'date'),
    draftCopy: paragraph('the banner of a draft copy.'),
    moved: paragraph('where a clause that left a page is now.', 'anchor', 'title', 'address'),
  }),
  home: textsOf('the first page', {
    description: description(),
    heading: paragraph('the heading beside the box.'),
    promise: paragraph('what the site is, below that heading.'),
  }),
  appendix: textsOf('the appendix’s page', { description: description('appendix') }),
  check: textsOf('the checker’s page', { description: description(), lede: lede() }),
  languages: textsOf('the page of help in other languages', {
    description: description(),
    lede: lede(),
    unread: paragraph('who wrote the words, where nobody who speaks the language has read them.'),
  }),
  howItWorks: textsOf('the page on how the checker works', {
    description: description(),
    lede: lede(),
    does: passage('what the checker does.', 'lines'),
    doesMore: passage('more on how it does it.'),
    doesNot: passage('a list of what the checker doesn’t do.'),
    sources: paragraph('how to read the figures by source.'),
    prefixes: paragraph(
      'how often half-typed texts bring up the panel.',
      ...['count', 'onButton', 'whileTyping'],
    ),
    atFirst: paragraph(
      'how often it’s right before all of its words have come.',
      ...['rightAtFirst', 'rightLater'],
    ),
    measured: paragraph('when and on what the checker was measured.', 'date', 'cases'),
    asked: paragraph('how often the checker asks a question.', 'asked', 'cases'),
    emergencies: passage(
      'a list of how often emergencies were noticed.',
      ...['emergencies', 'seen', 'seenShare', 'noticed', 'noticedShare'],
      ...['others', 'falseAlarms', 'falseAlarmsShare'],
    ),
    noneMissed: paragraph('the sentence for when no emergency was missed.'),
    missed: paragraph('the line above the emergencies that were missed.'),
    danger: paragraph('what to do when someone is in danger.'),
    mistake: paragraph('what it was, and what the checker said.', 'situation', 'takenFor'),
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
    descriptionWithAppendix: description('appendix'),
    withoutScript: paragraph('the sentence for when the search can’t run.'),
    privacy: paragraph('what happens to the words searched for.'),
  }),
  offline: textsOf('the page for when there is no signal', { description: description(), lede: lede() }),
  notFound: textsOf('the “page not found” page', { description: description(), lede: lede() }),
  staff: textsOf('the page for staff', {
    description: description(),
    lede: lede(),
    copying: paragraph('what to do if copying doesn’t work.'),
    replies: paragraph('how to use the replies.'),
    reply: paragraph('the line above a reply.', 'person'),
  }),
  paper: textsOf('the pages to print', {
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
    situationScript: paragraph('the line above the lines with a script for one situation.'),
    does: passage('a list of what the checker does on another website.'),
  }),
  governors: textsOf('the page for governors', {
    description: description(),
    lede: lede(),
    inForce: paragraph('which edition is in force.'),
    inForceWithAppendix: paragraph(
      'which edition is in force, when the Code has an appendix.',
      'appendix',
      'address',
    ),
    inForceWithAppendices: paragraph(
      'which edition is in force, when the Code has several appendices.',
      'count',
      'address',
    ),
    adopted: paragraph('when the Code was adopted.', 'date'),
    notAdopted: paragraph('the sentence for when that date isn’t set.'),
    proof: paragraph('how the site proves the Code’s text.'),
    download: paragraph('what the file to download is.'),
    commands: paragraph('the line above the commands.'),
    fingerprint: paragraph('the line above the fingerprint.'),
    firstEdition: paragraph('what is said while there is one edition.'),
    feed: paragraph('how to hear about changes.', 'address'),
    reviewUnset: paragraph('the sentence for when the date of the review isn’t set.'),
    reviewPassed: paragraph('the sentence for when the review is overdue.', 'date'),
    reviewDue: paragraph('when the Code is due for review.', 'date'),
    coverage: paragraph('what the tables of coverage show.'),
    allCited: paragraph('the sentence for when every clause is cited.'),
    uncited: paragraph('the sentence for when some clauses aren’t cited.', 'clauses'),
    enoughPhrases: paragraph('the sentence for when each situation has enough phrases.', 'fewest'),
    fewPhrases: paragraph('the sentence for when some situations have few phrases.', 'situations'),
    allReached: paragraph('the sentence for when every route has a contact.'),
    unreached: paragraph('the sentence for when some routes have no contact.', 'situations'),
    readability: paragraph('how reading ages are measured.'),
    readable: paragraph('the sentence for when all guidance is easy to read.', 'age'),
    hardToRead: paragraph('the sentence for when some guidance is hard to read.', 'age', 'texts'),
    codeUnchanged: paragraph('that the Code’s own words are only measured.'),
    checker: paragraph('how the checker is measured.', 'date'),
    emergencies: paragraph('how many emergencies were missed.', 'of', 'missed'),
    noCases: paragraph('the sentence for when nothing is measured.'),
  }),
  comparison: textsOf('a comparison of editions', {
    description: description('comparison'),
    same: paragraph('the sentence for when two editions are the same.'),
    asOneText: paragraph(
      'how to read two editions as one text.',
      'older',
      'olderStatus',
      'newer',
      'newerStatus',
    ),
    sideBySide: paragraph('how to read two editions side by side.', 'older', 'newer'),
  }),
  draft: textsOf('a draft’s pages', {
    description: description('draft'),
    lede: lede('edition'),
    noEffect: paragraph('the sentence for when a draft changes nothing.'),
    commentsDescription: description('draft'),
    comments: paragraph('how to use the sheet for comments.', 'address'),
    commentsIntro: paragraph('what the sheet for comments shows.', 'edition'),
    missing: paragraph('the line in place of words that a draft leaves out.'),
  }),
});
export type PageTexts = z.output<typeof pageTextsSchema>;
