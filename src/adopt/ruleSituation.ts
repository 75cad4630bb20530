import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import { bareWords } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
import { type Rule, tellingWords } from './rules.ts';
import { baseOf } from './verbs.ts';

/** The site has room for a title of so many characters. */
const TITLE_LENGTH = 60;

/** As many clauses as other situations cite. */
const MOST_CITED = 6;

const MOST_KEYWORDS = 12;

/**
 * A situation for a clause: its own words as the title, and what’s true of any clause.
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
  const title = titleOf(rule);
  const cites = rule.cites.slice(0, MOST_CITED).map(({ anchor }) => anchor);
  const quote = cites.find(quotable);
  const { clause: _none, ...reply } = situation.reply;
  const routes = Object.fromEntries(
    READERS.map((reader) => {
      const { start, steps } = situation.routes[reader];
      return [reader, { start, ...(quote === undefined ? {} : { quote }), steps }];
    }),
  ) as SituationFile['routes'];
  const words = [rule.clause, ...rule.cites].flatMap(({ text }) => tellingWords(text, general));
  return {
    title,
    summary: situation.summary,
    start: situation.start,
    looksLike: situation.looksLike.map((example) => example.replace('{title}', title.replace(/\.$/, ''))),
    cites,
    why: situation.why,
    keywords: [...new Set(words)].slice(0, MOST_KEYWORDS),
    tellApart: situation.tellApart.filter(({ see }) => others.has(see)),
    routes,
    reply:
      quote === undefined
        ? { ...reply, text: reply.text.replace(/[^\n]*:\n\n\{clause\}\n\n/, '') }
        : { ...reply, clause: quote },
  };
}

/** A clause’s words as a title: with “Don’t” where only what’s above it says so, and cut where it’s too long. */
function titleOf({ clause, means }: Rule): string {
  const text = bareWords(clause.text).replace(/(?:,?\s*(?:including|such as|for example))?:$/, '');
  const [first = ''] = text.split(' ');
  // A noun or a form in -ing names what it is; the base of a verb is an order.
  const isOrder =
    means === 'not-tolerated' &&
    clause.list !== undefined &&
    baseOf(first) === first.toLowerCase() &&
    /\b(?:to|will not|must not|should not|never|do not|don[’']t|won[’']t|not)[:\s]*$/i.test(
      clause.leadIn ?? clause.heading,
    ) &&
    !/^(?:not|never|no|don[’']t)\b/i.test(text);
  const whole = isOrder ? `Don’t ${lowered(text)}` : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return whole.length <= TITLE_LENGTH
    ? whole
    : wholeWordsOf(whole.replaceAll(/\s*\([^)]*\)/g, ''), TITLE_LENGTH);
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** As many whole words as fit, with dots for what’s left out and no small word before them. */
function wholeWordsOf(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 2)
    .replace(/\s+\S*$/, '')
    .replace(
      /(?:[\s,;:]+(?:a|an|and|at|by|for|from|in|of|on|or|other|the|their|to|with|your))*[\s,;:]*$/,
      '',
    )} …`;
}
