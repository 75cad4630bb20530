import type { SituationFile } from '../situations/schema.ts';
import { READERS } from '../situations/situation.ts';
import { LABEL, orderIn } from './acts.ts';
import type { AlsoSays } from './alsoSays.ts';
import { type Rule, tellingWords, wordingOf } from './rules.ts';
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
  const words = wordingOf(rule).flatMap((text) => tellingWords(text, general));
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

/**
 * A clause’s words as a title: what it tells people to do, with “Don’t” where only what’s above it says so, and cut where
 * it’s too long.
 */
function titleOf({ clause, means, says }: Rule): string {
  const text = says.replace(/(?:,?\s*(?:including|such as|for example))?:$/, '');
  const order = orderIn(text.replace(LABEL, ''));
  if (order !== undefined) return cut(order.not ? `Don’t ${lowered(order.act)}` : raised(order.act));
  const first = text.split(' ')[0]?.toLowerCase() ?? '';
  // A noun or a form in -ing names what it is; the base of a verb is an order.
  const isOrder =
    means === 'not-tolerated' &&
    clause.list !== undefined &&
    baseOf(first) === first &&
    /\b(?:to|will not|must not|should not|never|do not|don[’']ts?|won[’']t|not)[:\s]*$/i.test(
      clause.leadIn ?? clause.heading,
    ) &&
    !/^(?:not|never|no|don[’']t|avoid|refrain|ensure|make sure|remind)\b/i.test(text);
  if (isOrder && !/\bto[:\s]*$/i.test(clause.leadIn ?? '')) return cut(`Don’t ${lowered(text)}`);
  return cut(raised(text.replace(/^to not\b/i, 'Don’t').replace(/^to (?=[a-z])/i, '')));
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

function raised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Words that a title can’t end with, because they lead on to what’s cut. */
const LEADS_ON =
  /[\s,;:–—-]+(?:(?:a|an|the|and|or|and\/or|at|by|for|from|in|of|on|onto|to|into|with|without|than|as|about|any|all|some|no|not|is|are|be|being|been|must|should|will|can|could|may|need|have|has|was|were|its|their|your|our|his|her|own|other|others|another|someone|especially|particularly|including|e\.g\.?|eg|etc|such|where|when|while|whilst|which|who|whose|that|because|before|after|if|unless|so|order|towards?|against|between|during|both|either|more|most|very|too|well|fully|&|\/)\b[.]?)?[\s,;:–—-]*$/i;

/** What begins a part of a sentence that says little without its end. */
const PART =
  /\s(?:which|who|whose|because|so that|in order to|e\.g\.|eg|such as|including|–|—|-)\s[^,;–—]*$/i;

/** As many whole words as fit, with dots for what’s left out, and none before them that leads on to it. */
function cut(text: string): string {
  if (text.length <= TITLE_LENGTH) return text;
  const whole = text.replaceAll(/\s*\([^)]*\)/g, '');
  if (whole.length <= TITLE_LENGTH) return whole;
  let words = whole.slice(0, TITLE_LENGTH - 2).replace(/\s+\S*$/, '');
  const before = words.replace(PART, '');
  if (before.includes(' ')) words = before;
  for (let shorter = words; ; words = shorter) {
    shorter = words.replace(LEADS_ON, '');
    if (shorter === words || shorter.split(' ').length < 2) return `${words} …`;
  }
}
