import type { Reading } from '../checker/reading/reader.ts';
import { FEW_RESULTS, type SearchAnswer } from './answer.ts';
import { FoundGroups } from './FoundGroups.tsx';
import type { Group } from './groups.ts';
import { isPhrase, isSentence } from './query.ts';
import type { ListedSituation } from './situationsOnPage.ts';

/** What the page gives its results to say: words of content/checker.yaml, and where the ways on lead. */
export interface PageWords {
  emergency: { heading: string; line: string };
  concern: string;
  /** The line that stands wherever nothing else was found to say. */
  standing: string;
  otherLanguage: string;
  /** What each group of results is called; nothing where there is no such group. */
  groups: Record<Group, string | undefined>;
  /** Addresses: two pages of situations, the list of them all, the checker. */
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

const FAILED = 'The search could not be loaded. Everything there is to find is listed below.';

/** How many situations the reading offers. */
const OFFERED = 3;
/** With less confidence the reading only guesses, which is not worth saying; a word or two is easily guessed at. */
const SURE_ENOUGH = { sentence: 0.15, words: 0.35 };

/** Everything that is said about a search. The element marked `data-says` takes the focus and is what is announced. */
export function Results({ answer, words, situations }: Props) {
  const { query, terms, meant } = answer;
  const reading = answer.reading === 'coming' ? undefined : answer.reading;
  const found = typeof answer.found === 'string' ? [] : answer.found;
  const danger = reading?.emergency === true;
  // A word alone is doubtful to the reading, however plain it is: what was found for it says enough.
  const concern = reading?.concern === true && (isPhrase(query) || found.length === 0);
  const sentence = isSentence(query);
  const likely = likelyOf(reading, sentence, situations, words);
  const offered = likely.length > 0 && (sentence || found.length < FEW_RESULTS) && (
    <Likely situations={likely} />
  );
  const readingFirst = found.length === 0 || sentence;
  return (
    <div class="answers">
      {danger && <Danger words={words} />}
      {concern && (
        <p class="concern">
          <a href={words.danger}>{words.concern}</a>
        </p>
      )}
      {reading?.otherLanguage === true && found.length === 0 && <p>{words.otherLanguage}</p>}
      {answer.found === 'coming' ? (
        <p class="soft">Searching …</p>
      ) : (
        (!danger || answer.found.length > 0) && (
          <p class="count" tabIndex={-1} {...(danger ? {} : { 'data-says': true })}>
            {answer.found === 'failed' ? (
              FAILED
            ) : (
              <>
                {countOf(found.length)} “<bdi>{query}</bdi>”
              </>
            )}
          </p>
        )
      )}
      {meant !== undefined && (
        <p class="meant tall">
          Did you mean{' '}
          <a href={`?${new URLSearchParams({ q: meant })}`} data-run>
            {meant}
          </a>
          ?
        </p>
      )}
      {readingFirst && offered}
      {found.length > 0 && (
        <FoundGroups found={found} terms={terms} situations={situations} titles={words.groups} />
      )}
      {!readingFirst && offered}
      {typeof answer.found !== 'string' && found.length === 0 && answer.reading !== 'coming' && (
        <WaysOn words={words} warned={danger || concern} />
      )}
    </div>
  );
}

function countOf(count: number): string {
  if (count === 0) return 'Nothing here has the words';
  return count === 1 ? '1 result for' : `${count} results for`;
}

function likelyOf(
  reading: Reading | undefined,
  sentence: boolean,
  situations: readonly ListedSituation[],
  words: PageWords,
): ListedSituation[] {
  const sure = sentence ? SURE_ENOUGH.sentence : SURE_ENOUGH.words;
  const [first] = reading?.answers ?? [];
  if (reading === undefined || reading.otherLanguage || first === undefined || first.confidence < sure)
    return [];
  const likely = reading.answers
    .slice(0, OFFERED)
    .flatMap((answer) => situations.find(({ id }) => id === answer.situation) ?? []);
  // What comes after "the Code does not cover this" for a word or two is there by chance.
  return !sentence && likely[0]?.href === words.notCovered ? likely.slice(0, 1) : likely;
}

function Danger({ words }: { words: PageWords }) {
  return (
    <section class="emergency-panel" role="alert" aria-labelledby="emergency-heading">
      <h2 id="emergency-heading" tabIndex={-1} data-says>
        {words.emergency.heading}
      </h2>
      <p>{words.emergency.line}</p>
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
      <h2 id="likely">From what you wrote, this looks most like</h2>
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

function WaysOn({ words, warned }: { words: PageWords; warned: boolean }) {
  return (
    <div class="stack">
      {!warned && (
        <p class="concern">
          <a href={words.danger}>{words.standing}</a>
        </p>
      )}
      <p>Try one word, or a shorter one. Or:</p>
      <p class="ways">
        <a class="button" href={words.check}>
          Say what has happened in your own words
        </a>
        <a class="button" href={words.situations}>
          Choose from the list of situations
        </a>
      </p>
    </div>
  );
}
