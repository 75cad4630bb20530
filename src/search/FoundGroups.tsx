import { QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import { markedPieces, sentenceToShow, termsIn } from './excerpt.ts';
import type { Found } from './find.ts';
import { GROUPS, type Group } from './groups.ts';
import type { ListedSituation } from './situationsOnPage.ts';

/** What was found, in its groups: clauses as words of the Code, situations as guidance, the words sought marked. */
export function FoundGroups({
  found,
  terms,
  situations,
  titles,
}: {
  found: readonly Found[];
  terms: readonly string[];
  situations: readonly ListedSituation[];
  /** What each group is called; nothing where there is no such group. */
  titles: Record<Group, string | undefined>;
}) {
  const groups = GROUPS.map((name) => ({
    name,
    members: found.filter(({ group }) => group === name),
  })).filter(({ members }) => members.length > 0);
  return (
    <>
      {groups.length > 1 && (
        <nav aria-label="Groups of results">
          <ul class="jumps tall">
            {groups.map(({ name, members }) => (
              <li key={name}>
                <a href={`#${idOf(name)}`}>
                  {titles[name]} ({members.length})
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {groups.map(({ name, members }) => (
        <section key={name} aria-labelledby={idOf(name)}>
          <h2 id={idOf(name)}>{titles[name]}</h2>
          {name === 'situations' && <p class="soft">Guidance, to help you use the Code.</p>}
          <ul class="results">
            {members.map((one) =>
              name === 'situations' ? (
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

function idOf(group: Group): string {
  return `found-${group}`;
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
