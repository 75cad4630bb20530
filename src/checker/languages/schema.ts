import { z } from 'zod';
import { id, isoDate, line, orEmpty } from '../../shared/fields.ts';

const sentence = (says: string) => line(300).describe(`in this language: “${says}”`);

/** `content/languages/<code>.yaml`: what a parent who reads little English is told in their own language. */
export const languageSchema = z.strictObject({
  name: line(40).describe('what the language calls itself, in its own letters.'),
  english: line(40).describe('what the language is called in English.'),
  direction: z.enum(['ltr', 'rtl']).describe('ltr, or rtl if it’s written from right to left.'),
  texts: z.strictObject({
    help: sentence('Help in this language'),
    danger: sentence('Is someone in danger? Call 999 now.'),
    interpreter: sentence('You can ask for an interpreter. Say the name of your language in English.'),
    worried: sentence('Worried about a child? Tell the designated safeguarding lead.'),
    teacher: sentence('For anything else, talk to your child’s teacher first.'),
    office: sentence('The school office can help you. Ask them to help you understand.'),
    interpreterAtSchool: sentence('The school can arrange an interpreter. Ask at the school office.'),
    englishOnly: sentence('Sorry, this page can only read English.'),
    choose: sentence('What is it about? Choose from the list.'),
    translate: sentence('Your phone can show this site in your language.'),
    unread: sentence('A computer wrote these words. Nobody who speaks this language has checked them yet.'),
  }),
  /** Titles by situation; where there's none, the English one is shown. */
  situations: z.record(id(), line(120)),
  /**
   * What brings up the panel: each entry matches where a word starts so, or, with ` + `, where all its parts do. In
   * doubt it's here: someone who can't read the rest is better off with the panel.
   */
  danger: z
    .array(line(60))
    .min(10)
    .describe(
      'how words that tell of danger start, one each; with “ + ” between those that only count together.',
    ),
  /** Short words that are written together with the next, such as the Arabic for “and”. */
  attached: z
    .array(line(10))
    .default([])
    .describe('short words written together with the next one, if there are any.'),
  /** In a language without spaces, the entries match anywhere. */
  spaces: z
    .boolean()
    .default(true)
    .describe('false if the language is written without spaces between words.'),
  written: line(200).describe('who or what wrote these words, and when.'),
  checked: line(400).describe('how they were checked.'),
  /** Until then, the page says that nobody who speaks the language has checked the words. */
  readBy: orEmpty(
    z.strictObject({
      who: line(100).describe('who speaks the language and has read all of it, for example “a parent”.'),
      on: isoDate().describe('when, as year-month-day.'),
    }),
  ).describe('who speaks the language and has read all of it, or leave it empty.'),
});

/** One language, with its code (BCP 47), such as `pl` or `ur-Latn`. */
export type Language = z.output<typeof languageSchema> & { code: string };
