import { LEAD_IN_ATTRIBUTE, QUOTATION_ATTRIBUTE } from '../code/marks.ts';
import { bestSentence, countTerms, splitByMatch } from './excerpt.ts';
import { type Found, GROUPS, type Group } from './find.ts';

/** A situation as the page lists it. */
export interface ListedSituation {
  id: string;
  href: string;
  title: string;
  summary: string;
  /** Anchors of the clauses that its page quotes. */
  cites: string[];
}

/** The results in their groups, with the matching words marked. */
export function FoundGroups({
  found,
  terms,
  situations,
  titles,
}: {
  found: readonly Found[];
  terms: readonly string[];
  situations: readonly ListedSituation[];
  /** Each group's title; undefined if the site has no such group. */
  titles: Record<Group, string | undefined>;
}) {
  const groups = GROUPS.map((name) => ({
    name,
    members: found.filter(({ group }) => group === name),
  })).filter(({ members }) => members.length > 0);
  return (
    <>
      {groups.length > 1 && (
        <nav aria-label="Results by type">
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

/** The situations found that quote a clause, to explain why it's a result if it has none of the terms itself. */
function quotedIn(
  clause: Found,
  found: readonly Found[],
  terms: readonly string[],
  situations: readonly ListedSituation[],
): ListedSituation[] {
  if (countTerms(`${clause.words} ${clause.section}`, terms) > 0) return [];
  return situations.filter(
    ({ href, cites }) => cites.includes(anchorOf(clause)) && found.some((one) => one.href === href),
  );
}

function anchorOf({ href }: Found): string {
  return href.slice(href.indexOf('#') + 1);
}

/** A clause, styled as the Code: the quotation holds the whole clause and nothing else, its first words as the link. */
function ClauseResult({
  found,
  terms,
  quotedIn,
}: {
  found: Found;
  terms: readonly string[];
  quotedIn: readonly ListedSituation[];
}) {
  const { href, section, leadIn, words } = found;
  const start = linkTextOf(found);
  return (
    <li class="result quotation">
      {leadIn !== undefined && (
        <p class="code-words" {...{ [LEAD_IN_ATTRIBUTE]: anchorOf(found) }}>
          {leadIn}
        </p>
      )}
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

/** A clause's short title, if that's how its own words begin; otherwise all of them. */
function linkTextOf({ title, words }: Found): string {
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
  const sentence = bestSentence(words, `${title} ${summary}`, terms);
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
    <>{splitByMatch(text, terms).map((piece) => (piece.matches ? <mark>{piece.text}</mark> : piece.text))}</>
  );
}
