import { z } from 'zod';
import { groupsSchema, situationSchema } from '../situations/schema.ts';

/** Where the situations for sections are described, from the project’s folder. */
export const ALSO_SAYS_FILE = 'content/adopt/also-says.yaml';

const lines = (what: string) => z.array(z.string().min(1)).min(1).describe(`a list of ${what}.`);

/** Beginnings of words, with commas between. */
function words(what: string) {
  return z
    .string()
    .transform((text) => text.split(',').map((word) => word.trim()))
    .describe(`${what}, with commas between.`);
}

const group = groupsSchema.element.shape;

/** `content/adopt/also-says.yaml`: the situations for what no other one quotes, and their phrases. */
export const alsoSaysSchema = z.strictObject({
  untitled: situationSchema.shape.title.describe('the title of what’s before the Code’s first heading.'),
  group: z
    .strictObject({ title: group.title, intro: group.intro })
    .describe('the title and intro of their group.'),
  situation: situationSchema
    .pick({
      summary: true,
      start: true,
      looksLike: true,
      why: true,
      tellApart: true,
      routes: true,
      reply: true,
    })
    .describe('what their files say, with {title} for the heading.'),
  general: words('beginnings of words that say too little'),
  notSections: words('beginnings of words in headings of what has no page'),
  phrases: z
    .strictObject({
      where: lines('times and places'),
      opening: lines('first words'),
      may: lines('questions whether one may'),
      mine: lines('what the writer did'),
      theirs: lines('what someone else did'),
      staff: lines('what staff say about it'),
      topic: lines('phrases with {thing}'),
      must: lines('questions whether one has to'),
      mustMine: lines('what the writer didn’t do'),
      mustTheirs: lines('what someone else didn’t do'),
      mustStaff: lines('what staff say when someone doesn’t do it'),
    })
    .describe('frames with {do}, {doing}, {did} and {thing}.'),
  others: z
    .strictObject({ do: lines('everyday acts'), thing: lines('everyday things') })
    .describe('what no Code is about, to train not-covered.'),
  everyday: z
    .array(
      z.strictObject({
        words: words('words or runs of words; a star stands for any ending'),
        say: lines('ways to say it'),
        opposite: lines('what it is where someone didn’t do it, or delete the line').optional(),
        happened: lines('ways to say it if it happened to you, or delete the line').optional(),
      }),
    )
    .describe('words of Codes, and how parents say them.'),
});
export type AlsoSays = z.output<typeof alsoSaysSchema>;
