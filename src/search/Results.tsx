import type { Reading } from '../checker/reading/reader.ts';
import { QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import { FEW_RESULTS, type SearchAnswer } from './answer.ts';
import { markedPieces, sentenceToShow, termsIn } from './excerpt.ts';
import type { Found } from './find.ts';
import { GROUPS } from './groups.ts';
import { isPhrase, isSentence } from './query.ts';
import type { ListedSituation } from './situationsOnPage.ts';

/** What the page gives its results to say: words of content/checker.yaml, and where the ways on lead. */
export interface PageWords {
  emergency: { heading: string; line: string };
  concern: string;
  /** The line that stands wherever nothing else was found to say. */
  standing: string;
  otherLanguage: string;
  /** Addresses: the page about danger, the list of situations, the checker. */
  danger: string;
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
  const likely = likelyOf(reading, sentence ? SURE_ENOUGH.sentence : SURE_ENOUGH.words, situations);
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
        <p class="meant">
          Did you mean{' '}
          <a href={`?${new URLSearchParams({ q: meant })}`} data-run>
            {meant}
          </a>
          ?
        </p>
      )}
      {readingFirst && offered}
      {found.length > 0 && <Groups found={found} terms={terms} situations={situations} />}
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
  sure: number,
  situations: readonly ListedSituation[],
): ListedSituation[] {
  const [first] = reading?.answers ?? [];
  if (reading === undefined || reading.otherLanguage || first === undefined || first.confidence < sure)
    return [];
  return reading.answers
    .slice(0, OFFERED)
    .flatMap((answer) => situations.find(({ id }) => id === answer.situation) ?? []);
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

function Groups({
  found,
  terms,
  situations,
}: {
  found: readonly Found[];
  terms: readonly string[];
  situations: readonly ListedSituation[];
}) {
  const groups = GROUPS.map((name) => ({
    name,
    members: found.filter(({ group }) => group === name),
  })).filter(({ members }) => members.length > 0);
  return (
    <>
      {groups.length > 1 && (
        <nav aria-label="Groups of results">
          <ul class="jumps">
            {groups.map(({ name, members }) => (
              <li key={name}>
                <a href={`#${idOf(name)}`}>
                  {name} ({members.length})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map(({ name, members }) => (
        <section key={name} aria-labelledby={idOf(name)}>
          <h2 id={idOf(name)}>{name}</h2>
          {name === 'Situations' && <p class="soft">Guidance, to help you use the Code.</p>}
          <ul class="results">
            {members.map((one) =>
              name === 'Situations' ? (
                <SituationResult key={one.href} found={one} terms={terms} situations={situations} />
              ) : (
                <ClauseResult
                  key={one.href}
                  found={one}
                  terms={terms}
                  quotedIn={quotedIn(one, found, terms, situations)}
                />
              ),
            )}
          </ul>
        </section>
      ))}
    </>
  );
}

function idOf(group: string): string {
  return `found-${group.toLowerCase().replaceAll(' ', '-')}`;
}

/** Where no word of a clause was searched for, the situations found that quote it say why it is here. */
function quotedIn(
  clause: Found,
  found: readonly Found[],
  terms: readonly string[],
  situations: readonly ListedSituation[],
): ListedSituation[] {
  if (termsIn(`${clause.words} ${clause.section}`, terms) > 0) return [];
  return situations.filter(
    ({ href, cites }) => cites.includes(anchorOf(clause)) && found.some((one) => one.href === href),
  );
}

function anchorOf({ href }: Found): string {
  return href.slice(href.indexOf('#') + 1);
}

/**
 * Words of the Code, looking so: all of the clause and nothing else inside the quotation, its first words being the
 * link. Whatever is ours stands below.
 */
function ClauseResult({
  found,
  terms,
  quotedIn,
}: {
  found: Found;
  terms: readonly string[];
  quotedIn: readonly ListedSituation[];
}) {
  const { href, section, words } = found;
  const start = firstWordsOf(found);
  return (
    <li class="result quotation">
      <blockquote {...{ [QUOTATION_ATTRIBUTE]: anchorOf(found) }}>
        <h3>
          <a href={href}>
            <Marked text={start} terms={terms} />
          </a>
        </h3>
        <Marked text={words.slice(start.length)} terms={terms} />
      </blockquote>
      {section !== '' && (
        <p class="source">
          <Marked text={section} terms={terms} />
        </p>
      )}
      {quotedIn.length > 0 && (
        <p class="source">Quoted for: {quotedIn.map((situation) => situation.title).join('; ')}</p>
      )}
    </li>
  );
}

/** The words by which a clause goes in lists of contents, as far as they are its own beginning. */
function firstWordsOf({ title, words }: Found): string {
  const start = title.replace(/\s…$/, '');
  return words.startsWith(start) ? start : words;
}

function SituationResult({
  found,
  terms,
  situations,
}: {
  found: Found;
  terms: readonly string[];
  situations: readonly ListedSituation[];
}) {
  const { href, title, words } = found;
  const summary = situations.find((situation) => situation.href === href)?.summary ?? '';
  const sentence = sentenceToShow(words, `${title} ${summary}`, terms);
  return (
    <li class="result guidance">
      <h3>
        <a href={href}>
          <Marked text={title} terms={terms} />
        </a>
      </h3>
      <p>
        <Marked text={summary} terms={terms} />
      </p>
      {sentence !== undefined && (
        <p class="from-page">
          <Marked text={sentence} terms={terms} />
        </p>
      )}
    </li>
  );
}

function Marked({ text, terms }: { text: string; terms: readonly string[] }) {
  return (
    <>{markedPieces(text, terms).map((piece) => (piece.found ? <mark>{piece.text}</mark> : piece.text))}</>
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
