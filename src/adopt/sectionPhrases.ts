import { hashOf, spread } from '../checker/reading/hash.ts';
import type { Teller } from '../checker/reading/model.ts';
import { remember } from '../shared/remember.ts';
import { type Act, formsOfAct, thingOf } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
import { hasCue, plain } from './matchTopics.ts';
import type { Section, Wording } from './sections.ts';
import { tellingWords } from './tellingWords.ts';

/** Lines that train the checker, and whose story they tell. */
export interface OwnPhrases {
  teller: Teller | undefined;
  lines: string[];
}

/** Who wrote them, as content/phrases/sources.yaml has it. */
export const AUTHOR = 'own';

/** Of lines on what no Code is about, which count less. */
export const OTHER_AUTHOR = 'others';

/** One line in so many begins with a greeting or the like. */
const OPENED = 6;
/** A word of the Code is said the parents’ way in so many lines of ten. */
const EVERYDAY = 6;
/** So many tries for each line wanted; when they give nothing new, there’s nothing more to say. */
const TRIES = 40;

type Forms = Partial<Record<'do' | 'doing' | 'did' | 'thing', string | undefined>>;

interface Frames {
  teller: Teller | undefined;
  frames: readonly string[];
}

/**
 * Phrases made from the words of a section’s clauses: the whole, its parts, and these in frames that people use, some with
 * words that parents would say instead. The same clauses always give the same ones.
 *
 * @param isNew whether a line isn’t among the phrases yet, by its words; called once for each
 */
export function sectionPhrases(
  { id, title, wordings }: Section,
  enough: number,
  also: AlsoSays,
  isNew: (line: string) => boolean,
): OwnPhrases[] {
  const each = Math.max(LEAST_OF_ONE, Math.ceil(enough / wordings.length));
  return [
    { teller: undefined, lines: [title].filter(isNew) },
    ...wordings.flatMap((wording, index) => phrasesOf(wording, `${id} ${index}`, each, also, isNew)),
  ];
}

/** Fewer phrases than this don’t say a sentence in enough ways. */
const LEAST_OF_ONE = 60;

/** What’s expected for all its “not”. */
const AVOIDS = /^(?:please |kindly |to )*(?:avoid|(?:refrain|desist) from)\b/i;

function phrasesOf(
  { says, means, acts: named }: Wording,
  seed: string,
  enough: number,
  { phrases, everyday, general }: AlsoSays,
  isNew: (line: string) => boolean,
): OwnPhrases[] {
  // Who asks about “avoid feeding ducks” asks about feeding them.
  const isWanted = means === 'expected' && !AVOIDS.test(says);
  const bare = says.replace(/:$/, '');
  const acts = named.length > 0 ? named : [{ verb: undefined, rest: bare }];
  const doable = acts.some(({ verb }) => verb !== undefined)
    ? acts.filter(({ verb }) => verb !== undefined)
    : acts.map(({ rest }) => ({ verb: 'have', rest }));
  // “Children” or “others” alone say nothing about a clause.
  const tells = remember((words) => tellingWords(words, general).length > 0);
  const thing = (act: Act): string => [thingOf(act), formsOfAct(act)?.doing ?? ''].find(tells) ?? act.rest;
  const random = randomFor(seed);
  const formsFor =
    (some: readonly Act[]) =>
    (teller: Teller | undefined): Forms => {
      const act = random(some) ?? { verb: 'have', rest: '' };
      const said = everyday.reduce((now, { words, say, happened = say }) => {
        const found = words.map(patternOf).find((pattern) => pattern.test(now));
        if (found === undefined || random(10) >= EVERYDAY) return now;
        return now.replace(found, random(teller === 'affected' ? happened : say) ?? '');
      }, `${act.verb} ${act.rest}`.trim());
      const [verb = '', ...rest] = said.split(' ');
      return { ...formsOfAct({ verb, rest: rest.join(' ') }), thing: thing({ verb, rest: rest.join(' ') }) };
    };
  const frowned: Frames[] = [
    { teller: 'responsible', frames: [...phrases.may, ...phrases.mine] },
    { teller: 'affected', frames: phrases.theirs },
    { teller: 'staff', frames: phrases.staff },
  ];
  const opposites = isWanted ? oppositesOf(doable, everyday) : [];
  const kinds: Frames[] = isWanted
    ? [
        { teller: 'responsible', frames: [...phrases.must, ...phrases.mustMine] },
        { teller: 'affected', frames: phrases.mustTheirs },
        { teller: 'staff', frames: phrases.mustStaff },
      ]
    : frowned;
  const plainLines = [bare, ...acts.flatMap((act) => [thing(act), formsOfAct(act)?.doing ?? act.rest])];
  return [
    { teller: undefined, lines: plainLines.filter((line) => line !== '' && isNew(line)) },
    ...filled(
      [...kinds, { teller: undefined, frames: phrases.topic }],
      formsFor(doable),
      enough,
      phrases,
      random,
      isNew,
    ),
    ...(opposites.length > 0 ? filled(frowned, formsFor(opposites), enough / 2, phrases, random, isNew) : []),
  ];
}

/** What’s done by someone who doesn’t do what’s expected, such as to collect a child late. */
function oppositesOf(acts: readonly Act[], everyday: AlsoSays['everyday']): Act[] {
  return acts.flatMap(({ verb, rest }) =>
    everyday.flatMap(({ words, opposite = [] }) => {
      const found = words.map(patternOf).find((pattern) => pattern.test(rest));
      return found === undefined ? [] : opposite.map((other) => ({ verb, rest: rest.replace(found, other) }));
    }),
  );
}

/** Finds a word or a run of words; a star stands for any ending. */
const patternOf = remember((words) => {
  const pattern = words.replaceAll("'", "['’]").replaceAll('*', "[\\w'’]*");
  return new RegExp(`(?<![\\w'’])${pattern}(?![\\w'’])`, 'i');
});

/** Phrases in the same frames about what no Code has, so that the frames themselves point nowhere. */
export function otherPhrases(
  enough: number,
  { phrases, others }: AlsoSays,
  sections: readonly Section[],
  isNew: (line: string) => boolean,
): OwnPhrases[] {
  const named =
    plain(sections.flatMap(({ clauses }) => clauses.map(({ text }) => text)).join(' ')).match(/[a-z]{4,}/g) ??
    [];
  const isOther = (words: string): boolean => !named.some((word) => hasCue(` ${plain(words)} `, word));
  const acts = others.do.filter(isOther).map((act) => {
    const [verb = '', ...rest] = act.split(' ');
    return formsOfAct({ verb, rest: rest.join(' ') });
  });
  const things = others.thing.filter(isOther);
  const random = randomFor(AUTHOR);
  const forms = (): Forms => ({ ...random(acts), thing: random(things) });
  const { where: _where, opening: _opening, topic, ...kinds } = phrases;
  return filled(
    [{ teller: undefined, frames: [...Object.values(kinds).flat(), ...topic] }],
    forms,
    enough,
    phrases,
    random,
    isNew,
  );
}

/** Fills frames, each kind as often as it has frames. */
function filled(
  kinds: readonly Frames[],
  forms: (teller: Teller | undefined) => Forms,
  enough: number,
  { where, opening }: AlsoSays['phrases'],
  random: Random,
  isNew: (line: string) => boolean,
): OwnPhrases[] {
  const all = kinds.reduce((sum, { frames }) => sum + frames.length, 0);
  return kinds.map(({ teller, frames }) => {
    const wanted = Math.ceil((enough * frames.length) / all);
    const lines: string[] = [];
    for (let tries = wanted * TRIES; tries > 0 && lines.length < wanted; tries -= 1) {
      const words: Record<string, string | undefined> = { ...forms(teller), where: random(where) };
      const line = (random(frames) ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) => words[name] ?? '');
      const own = teller === 'affected' || teller === 'staff' ? theirs(line) : mine(line);
      const whole = random(OPENED) === 0 ? `${random(opening)}, ${own}` : own;
      if (isNew(whole)) lines.push(whole);
    }
    return { teller, lines };
  });
}

function mine(line: string): string {
  return line.replaceAll(/\b(?:their|your)\b/gi, 'my').replaceAll(/\b(?:themselves|yourself)\b/gi, 'myself');
}

/** What’s theirs, and not the writer’s own child or class. */
function theirs(line: string): string {
  return line.replaceAll(
    /\b(?:my|your)\b(?! (?:class|parents|child|kids|lad|little|son|daughter|grandson)\b)/gi,
    'their',
  );
}

/** Picks one of some, or a number below another; the same ones in the same order each time. */
interface Random {
  (below: number): number;
  <T>(some: readonly T[]): T | undefined;
}

function randomFor(seed: string): Random {
  let count = 0;
  return <T>(some: number | readonly T[]) => {
    count += 1;
    const number = spread(hashOf(`${seed} ${count}`, 0));
    return typeof some === 'number' ? number % some : some[number % some.length];
  };
}

/** The file of some phrases. */
export function phrasesFile(id: string, phrases: readonly OwnPhrases[], more: string): string {
  return `# How people put it when the situation is "${id}": one phrase a line. These lines train the checker.
# To teach it more, add a line at the end of this file. Leave out names, email addresses and phone numbers.
# The lines below “${AUTHOR}” were made from the clauses’ own words.
${ownLines(phrases)}${more === '' ? '' : `\n${more}`}`;
}

/** Phrases below the headings that say whose they are. */
export function ownLines(phrases: readonly OwnPhrases[], author = AUTHOR): string {
  return phrases
    .filter(({ lines }) => lines.length > 0)
    .map(
      ({ teller, lines }) =>
        `\n# ${author}${teller === undefined ? '' : ` teller=${teller}`}\n${lines.join('\n')}\n`,
    )
    .join('');
}
