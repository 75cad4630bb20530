import { NOT_COVERED } from '../checker/reading/reader.ts';
import { topicOf } from '../checker/reading/topic.ts';
import { wordsOf } from '../checker/reading/words.ts';
import type { Elsewhere } from '../checker/schema.ts';
import { PHONE_NUMBER, type Phrase, phrasesIn, sameness } from '../checker/training/phrases.ts';
import { fewestPhrases } from '../governors/coverage.ts';
import { remember } from '../shared/remember.ts';
import type { Groups, SituationFile } from '../situations/schema.ts';
import { bareWords } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
import { hasCue, mentions, plain } from './matchTopics.ts';
import { rulePhrasesOf } from './rulePhrases.ts';
import {
  AUTHOR,
  OTHER_AUTHOR,
  otherPhrases,
  ownLines,
  phrasesFile,
  sectionPhrases,
} from './sectionPhrases.ts';
import { sectionSituation } from './sectionSituation.ts';
import type { Section } from './sections.ts';
import type { Stock } from './stock.ts';
import { tellingWords } from './tellingWords.ts';
import { baseOf } from './verbs.ts';
import type { Files } from './writeDocuments.ts';

/** What the situations for sections are added to. */
export interface SectionsInput {
  sections: readonly Section[];
  also: AlsoSays;
  /** What people say about rules that many Codes have. */
  rulePhrases: Stock['rulePhrases'];
  /** Ids of the other situations that are left. */
  kept: ReadonlySet<string>;
  /** The text of each phrase file that’s left, by situation. */
  phrases: ReadonlyMap<string, string>;
  sources: string;
  /** The topics that the stock Code doesn’t cover. */
  elsewhere: readonly Elsewhere[];
  /** How a Code speaks of them. */
  elsewhereRules: Stock['elsewhereRules'];
}

/** The situations for sections, their group and all files of phrases that change. */
export interface AddedSections {
  situations: Map<string, SituationFile>;
  groups: Groups;
  files: Files;
}

/** Fewer phrases than this don’t say what a section says in enough ways. */
const LEAST = 500;

/** More sections than this are many: they have fewer phrases each, to train as fast. */
const MANY = 12;
const LEAST_OF_MANY = 300;

/** So many lines a section say something else in its frames, in not-covered’s file. */
const OTHERS = 60;

/** Lines about the Code’s subject at school, and not at home or in the street, have one of these. */
const AT_SCHOOL =
  'school*, gate*, playground, yard, pick up, drop off, home time, field, grounds, site, rule*, allowed, sign, banned, corridor, bell, zig*, school run'.split(
    ', ',
  );

/** Makes a situation for each section, with phrases; those that said the Code doesn’t cover it move there. */
export function addSections({
  sections,
  also,
  rulePhrases,
  kept,
  phrases,
  sources,
  elsewhere,
  elsewhereRules,
}: SectionsInput): AddedSections {
  const files: Files = new Map();
  if (sections.length === 0) return { situations: new Map(), groups: [], files };
  const read = [...phrases].flatMap(([id, text]) => phrasesIn(text, id, ''));
  const known = new Set(read.map(({ text }) => sameness(text)));
  const isNew = (line: string): boolean => {
    const words = sameness(line);
    // Phrases are published, so they have no addresses or numbers.
    if (words === '' || known.has(words) || /@|\d{5}|^#/.test(line) || PHONE_NUMBER.test(line)) return false;
    known.add(words);
    return true;
  };
  const counts = [...phrases.keys()].map((id) => read.filter(({ situation }) => situation === id).length);
  let enough = sections.length > MANY ? LEAST_OF_MANY : LEAST;
  while (enough < fewestPhrases([...counts, ...sections.map(() => enough)])) enough += 1;
  const situations = new Map<string, SituationFile>();
  let notCovered = phrases.get(NOT_COVERED) ?? '';
  const subjectOf = createSubjects(elsewhere, elsewhereRules);
  for (const section of sections) {
    const { id } = section;
    situations.set(id, sectionSituation(section, also, kept));
    const isAbout = subjectOf(section, also.general);
    const moved = phrasesIn(notCovered, NOT_COVERED, '').filter(isAbout);
    notCovered = withoutLines(notCovered, moved);
    files.set(
      `phrases/${id}.txt`,
      phrasesFile(
        id,
        [...rulePhrasesOf(section, rulePhrases, isNew), ...sectionPhrases(section, enough, also, isNew)],
        asLines(moved),
      ),
    );
  }
  const others = otherPhrases(OTHERS * sections.length, also, sections, isNew);
  files.set(`phrases/${NOT_COVERED}.txt`, `${notCovered.trimEnd()}\n${ownLines(others, OTHER_AUTHOR)}`);
  files.set(
    'phrases/sources.yaml',
    `${sources.trimEnd()}

- id: clauses
  title: The Code’s own words
  about: Made from clauses that no other situation is about, with the words changed as people say them. The checker does better on examples like these than in real life.
  authors: [${AUTHOR}]
  weight: 4
`,
  );
  return { situations, groups: [{ ...also.group, situations: sections.map(({ id }) => id) }], files };
}

/**
 * Makes the function that says whether a phrase is about what a section is about: one that the topics the Code doesn’t cover
 * would have taken, that shares a telling word with the section, and that happens at school.
 */
function createSubjects(
  elsewhere: readonly Elsewhere[],
  elsewhereRules: Stock['elsewhereRules'],
): (section: Section, general: readonly string[]) => (phrase: Phrase) => boolean {
  const topicIn = remember((text) => topicOf(wordsOf(text), elsewhere)?.id);
  const stemsIn = remember((text) => wordsOf(text).map(({ form }) => stemOf(form)));
  const isAtSchool = remember((text) => AT_SCHOOL.some((cue) => hasCue(` ${plain(text)} `, cue)));
  return ({ clauses }, general) => {
    const text = clauses.map((clause) => bareWords(clause.text)).join(' ');
    const topics = Object.entries(elsewhereRules).flatMap(([id, cues]) =>
      mentions([text], cues) ? [id] : [],
    );
    const stems = new Set(tellingWords(text, general).map(stemOf));
    // The topic takes longest to find, and most phrases fail before that.
    return ({ text: said, topic }) =>
      topics.length > 0 &&
      stemsIn(said).some((stem) => stems.has(stem)) &&
      isAtSchool(said) &&
      topics.includes(topic ?? topicIn(said) ?? '');
  };
}

function stemOf(word: string): string {
  return baseOf(word).replace(/e?s$/, '');
}

function withoutLines(text: string, lines: readonly Phrase[]): string {
  const gone = new Set(lines.map(({ line }) => line - 1));
  return text
    .split('\n')
    .filter((_, index) => !gone.has(index))
    .join('\n');
}

/** Phrases as a file has them, with the headings that say whose they are. */
function asLines(phrases: readonly Phrase[]): string {
  return phrases
    .map(({ author, teller, text }, index) => {
      const before = phrases[index - 1];
      const heading = `# ${author}${teller === undefined ? '' : ` teller=${teller}`}`;
      const same = before?.author === author && before.teller === teller;
      return same ? text : `${heading}\n${text}`;
    })
    .join('\n')
    .concat(phrases.length > 0 ? '\n' : '');
}
