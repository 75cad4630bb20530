import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import type { AlsoSays } from './alsoSays.ts';
import { type Rule, tellingWords, wordingOf } from './rules.ts';

/** As many clauses as other situations cite. */
const MOST_CITED = 6;

const MOST_KEYWORDS = 12;

/**
 * A situation for a clause: a title from its own words, and what’s true of any clause.
 *
 * @param quotable whether a clause’s words say by themselves whether that’s wanted, so that they can be quoted alone
 * @param others the other situations, for readers who meant one of those
 */
export function ruleSituation(
  rule: Rule,
  { situation, general }: AlsoSays,
  quotable: (anchor: string) => boolean,
  others: ReadonlySet<string>,
): SituationFile {
  const { title } = rule;
  const cites = rule.cites.slice(0, MOST_CITED).map(({ anchor }) => anchor);
  const quote = cites.find(quotable);
  const { clause: _none, ...reply } = situation.reply;
  const routes = Object.fromEntries(
    READERS.map((reader) => {
      const { start, steps } = situation.routes[reader];
      return [reader, { start, ...(quote === undefined ? {} : { quote }), steps }];
    }),
  ) as SituationFile['routes'];
  const own = wordingOf(rule).flatMap((text) => tellingWords(text, general));
  // A rule such as “Treat everyone with respect” has only general ones.
  const words = own.length > 0 ? own : tellingWords(title, []);
  return {
    title,
    summary: situation.summary,
    start: situation.start,
    looksLike: situation.looksLike.map((example) => example.replace('{title}', title.replace(/\.$/, ''))),
    cites,
    why: situation.why,
    keywords: [...new Set(words.length > 0 ? words : [title.toLowerCase()])].slice(0, MOST_KEYWORDS),
    tellApart: situation.tellApart.filter(({ see }) => others.has(see)),
    routes,
    reply:
      quote === undefined
        ? { ...reply, text: reply.text.replace(/[^\n]*:\n\n\{clause\}\n\n/, '') }
        : { ...reply, clause: quote },
  };
}
