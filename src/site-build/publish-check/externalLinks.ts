import { parse } from 'node-html-parser';
import type { Help } from '../../school/contacts.ts';
import type { BuiltPages } from '../../shared/builtPages.ts';
import type { Section } from './report.ts';

/** How a link to another site answered. */
export interface LinkAnswer {
  url: string;
  /** Status of HTTP; missing where nothing answered in time. */
  status?: number;
}

/** As much of the platform's `fetch` as is needed. */
export type Ask = (
  url: string,
  options: { method: string; signal: AbortSignal },
) => Promise<{ status: number; body?: { cancel(): Promise<void> } | null }>;

/** So many are asked at once, so that no network is flooded. */
const AT_ONCE = 6;
const TIME_OUT_MS = 10_000;

/** Every address on another site, with one place each where it stands: the pages' links, and the sources of help. */
export function externalLinks(pages: BuiltPages, help: Help): Map<string, string> {
  const links = new Map(Object.values(help).map(({ source }) => [source, 'content/help.yaml']));
  for (const [address, html] of pages)
    for (const link of parse(html).querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (/^https?:/.test(href) && !links.has(href)) links.set(href, address);
    }
  return links;
}

/**
 * Asks every address whether it is there: by HEAD, and by GET where that is not liked.
 *
 * @param ask the platform's `fetch`, or a stand-in
 */
export async function askLinks(urls: Iterable<string>, ask: Ask = fetch): Promise<LinkAnswer[]> {
  const waiting = [...urls];
  const answers: LinkAnswer[] = [];
  const worker = async (): Promise<void> => {
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift())
      answers.push(await askLink(url, ask));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers.sort((one, other) => (one.url < other.url ? -1 : 1));
}

async function askLink(url: string, ask: Ask): Promise<LinkAnswer> {
  let answer: LinkAnswer = { url };
  for (const method of ['HEAD', 'GET']) {
    try {
      const { status, body } = await ask(url, { method, signal: AbortSignal.timeout(TIME_OUT_MS) });
      await body?.cancel();
      answer = { url, status };
      if (status < 400) break;
    } catch {
      // Nothing answered: no name, no network, or too late. A second try by GET would fare no better.
      break;
    }
  }
  return answer;
}

/** What the answers mean for whoever keeps the site. */
export function externalSection(
  answers: readonly LinkAnswer[],
  places: ReadonlyMap<string, string>,
): Section {
  const title = 'Links to other sites';
  const where = (url: string): string => `${url} (on ${places.get(url) ?? 'a page'})`;
  if (answers.length > 0 && answers.every(({ status }) => status === undefined))
    return {
      title,
      notes: [
        `Nothing answered. This computer seems to be offline, so none of ${answers.length} was checked.`,
      ],
      fine: '',
    };
  return {
    title,
    notes: answers.flatMap(({ url, status }) => {
      if (status === undefined) return [`${where(url)} did not answer. Open it in a browser.`];
      if (status === 404 || status === 410) return [`${where(url)} is gone. Find where it went.`];
      if (status >= 400)
        return [`${where(url)} answered ${status}, perhaps only to programs. Open it in a browser.`];
      return [];
    }),
    fine: `All ${answers.length} are there.`,
  };
}
