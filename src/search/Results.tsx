import type { Language } from '../checker/languages/schema.ts';
import { FEW_RESULTS, isWhole, type LeftOut, type SearchAnswer, type SearchReading } from './answer.ts';
import { FoundGroups, type ListedSituation } from './FoundGroups.tsx';
import type { Group } from './find.ts';
import { isPhrase, isSentence } from './query.ts';

/** The texts and addresses that the results need. */
export interface PageWords {
  emergency: { heading: string; line: string };
  concern: string;
  /** The line about danger, shown if there's nothing more specific to say. */
  standing: string;
  otherLanguage: string;
  /** Address of the page of help in other languages. */
  languages: string;
  /** Each group's title; undefined if the site has no such group. */
  groups: Record<Group, string | undefined>;
  /** Addresses of two situations, of the list of all situations, and of the checker. */
  danger: string;
  notCovered: string;
  situations: string;
  check: string;
}

interface Props {
  answer: SearchAnswer;
  words: PageWords;
  situations: readonly ListedSituation[];
}

const FAILED =
  'Sorry, search didn’t load. Try reloading this page. Everything you could find is listed below.';

const MAX_LIKELY = 3;
/** Below this, the reading is only guessing, which is easier with a word or two. */
const MIN_CONFIDENCE = { sentence: 0.15, words: 0.35 };

/**
 * The answer to a search. The element marked `data-says` takes the focus and is announced. Texts that change have keys,
 * so that a translated page shows the new ones.
 */
export function Results({ answer, words, situations }: Props) {
  const { query, terms, suggestion, leftOut } = answer;
  const whole = isWhole(answer);
  const reading = typeof answer.reading === 'object' ? answer.reading : undefined;
  const found = typeof answer.found === 'string' ? [] : answer.found;
  // As while typing in the checker: only words that always count bring up the panel.
  // In another language, the panel is the only thing that its reader may understand.
  const help = reading?.help;
  const danger = reading?.certain === true || (help !== undefined && reading?.emergency === true);
  // The reading is unsure about single words, so results are enough.
  const concern =
    !danger &&
    (reading?.concern === true || reading?.emergency === true) &&
    (isPhrase(query) || !whole || found.length === 0);
  // Nobody can say then that there's no danger.
  const unread = answer.reading === 'failed' || answer.found === 'failed';
  const sentence = isSentence(query);
  const likely = likelyOf(reading, sentence, situations, words);
  const offered = likely.length > 0 && (sentence || !whole || found.length < FEW_RESULTS) && (
    <Likely key={likely.map(({ id }) => id).join()} situations={likely} />
  );
  const readingFirst = found.length === 0 || sentence;
  return (
    <div class="answers">
      {danger && <Danger words={words} help={help} />}
      {help !== undefined && (
        <p key={help.code} translate={false}>
          <a class="button" href={`${words.languages}#${help.code}`} lang={help.code} dir={help.direction}>
            {help.texts.help}
          </a>
        </p>
      )}
      {concern && (
        <p class="concern">
          <a href={words.danger}>{words.concern}</a>
        </p>
      )}
      {unread && !danger && !concern && (
        <p class="concern">
          <a href={words.danger}>{words.standing}</a>
        </p>
      )}
      {reading?.otherLanguage === true && help === undefined && (!whole || found.length === 0) && (
        <p>{words.otherLanguage}</p>
      )}
      {answer.found === 'loading' ? (
        <p key="searching" class="soft">
          Searching…
        </p>
      ) : (
        (!danger || answer.found.length > 0) && (
          <p
            key={`${query} ${answer.found.length}`}
            class="count"
            tabIndex={-1}
            {...(danger ? {} : { 'data-says': true })}
          >
            {answer.found === 'failed' ? (
              FAILED
            ) : (
              <>
                {countOf(found.length)} “<bdi>{found.length > 0 ? (suggestion ?? query) : query}</bdi>”
                {found.length > 0 && <Ignored leftOut={leftOut} />}
              </>
            )}
          </p>
        )
      )}
      {suggestion !== undefined && (
        <p key={suggestion} class="meant tall">
          Did you mean{' '}
          <a href={`?${new URLSearchParams({ q: suggestion })}`} data-run>
            {suggestion}
          </a>
          ?
        </p>
      )}
      {readingFirst && offered}
      {found.length > 0 && (
        <FoundGroups
          key={`${query} ${found.length}`}
          found={found}
          terms={terms}
          situations={situations}
          titles={words.groups}
        />
      )}
      {!readingFirst && offered}
      {typeof answer.found !== 'string' && found.length === 0 && answer.reading !== 'loading' && (
        <NextSteps words={words} warned={danger || concern || unread} />
      )}
    </div>
  );
}

/** What was ignored to find something, in plain words that go on from the count of the results. */
function Ignored({ leftOut: { words, corrected, phrases, apart } }: { leftOut: LeftOut }) {
  return (
    <>
      {corrected.length > 0 && (
        <>
          . No section has <Quoted all={corrected} />
        </>
      )}
      {words.length > 0 && (
        <>
          . No section has <Quoted all={words} />, so {words.length === 1 ? 'it was' : 'they were'} left out
        </>
      )}
      {phrases.length > 0 && (
        <>
          . No section has <Quoted all={phrases} /> word for word
        </>
      )}
      {apart && '. No section has all these words, so these have the most'}
      {(corrected.length > 0 || words.length > 0 || phrases.length > 0 || apart) && '.'}
    </>
  );
}

function Quoted({ all }: { all: readonly string[] }) {
  return (
    <>
      {all.map((each, index) => (
        <>
          {index > 0 && ' or '}“<bdi>{each}</bdi>”
        </>
      ))}
    </>
  );
}

function countOf(count: number): string {
  if (count === 0) return 'No results for';
  return count === 1 ? '1 result for' : `${count} results for`;
}

function likelyOf(
  reading: SearchReading | undefined,
  sentence: boolean,
  situations: readonly ListedSituation[],
  words: PageWords,
): ListedSituation[] {
  const [first] = reading?.answers ?? [];
  if (reading === undefined || reading.otherLanguage || first === undefined) return [];
  if (first.confidence < MIN_CONFIDENCE[sentence ? 'sentence' : 'words']) return [];
  const likely = reading.answers
    .slice(0, MAX_LIKELY)
    .flatMap((answer) => situations.find(({ id }) => id === answer.situation) ?? []);
  // For a word or two, whatever comes after “not covered” is chance.
  return !sentence && likely[0]?.href === words.notCovered ? likely.slice(0, 1) : likely;
}

function Danger({ words, help }: { words: PageWords; help: Language | undefined }) {
  return (
    <section class="emergency-panel" role="alert" aria-labelledby="emergency-heading">
      <h2
        id="emergency-heading"
        tabIndex={-1}
        data-says
        {...(help === undefined ? {} : { lang: help.code, dir: help.direction, translate: false })}
      >
        {help?.texts.danger ?? words.emergency.heading}
      </h2>
      <p>{help === undefined ? words.emergency.line : words.emergency.heading}</p>
      <p class="ways">
        <a class="button call" href="tel:999">
          Call 999
        </a>
        <a class="button" href={words.danger}>
          Who else can help
        </a>
      </p>
    </section>
  );
}

function Likely({ situations }: { situations: readonly ListedSituation[] }) {
  return (
    <section aria-labelledby="likely">
      <h2 id="likely">This sounds like</h2>
      <ul class="results">
        {situations.map(({ id, href, title, summary }) => (
          <li key={id} class="result guidance">
            <h3>
              <a href={href}>{title}</a>
            </h3>
            <p>{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextSteps({ words, warned }: { words: PageWords; warned: boolean }) {
  return (
    <div class="stack">
      {!warned && (
        <p class="concern">
          <a href={words.danger}>{words.standing}</a>
        </p>
      )}
      <p>Try a single word or a shorter one, or:</p>
      <p class="ways">
        <a class="button" href={words.check}>
          Tell us in your own words
        </a>
        <a class="button" href={words.situations}>
          See all situations
        </a>
      </p>
    </div>
  );
}
