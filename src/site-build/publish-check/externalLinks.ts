import { parse } from 'node-html-parser';
import type { Help } from '../../school/contacts.ts';
import type { BuiltPages } from '../../shared/builtPages.ts';
import type { Section } from './report.ts';

/** The result of requesting a link. */
export interface LinkStatus {
  url: string;
  /** HTTP status; missing if there was no answer in time. */
  status?: number;
}

/** The part of `fetch` that's needed. */
export type Fetch = (
  url: string,
  options: { method: string; signal: AbortSignal },
) => Promise<{ status: number; body?: { cancel(): Promise<void> } | null }>;

const MAX_CONCURRENT = 6;
const TIMEOUT_MS = 10_000;

/** Every address on another site, from the pages' links and the sources of help, with one place where it's used. */
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
 * Requests every address: by HEAD, then by GET if the server refuses that.
 *
 * @param request `fetch`, or a stand-in
 */
export async function checkLinks(urls: Iterable<string>, request: Fetch = fetch): Promise<LinkStatus[]> {
  const queue = [...urls].values();
  const statuses: LinkStatus[] = [];
  await Promise.all(
    Array.from({ length: MAX_CONCURRENT }, async () => {
      for (const url of queue) statuses.push(await checkLink(url, request));
    }),
  );
  return statuses.sort((one, other) => (one.url < other.url ? -1 : 1));
}

async function checkLink(url: string, request: Fetch): Promise<LinkStatus> {
  let result: LinkStatus = { url };
  for (const method of ['HEAD', 'GET']) {
    try {
      const { status, body } = await request(url, { method, signal: AbortSignal.timeout(TIMEOUT_MS) });
      await body?.cancel();
      result = { url, status };
      if (status < 400) break;
    } catch {
      // No host, no network, or too slow: GET would fare no better.
      break;
    }
  }
  return result;
}

/** What the results mean for whoever maintains the site. */
export function externalSection(
  statuses: readonly LinkStatus[],
  places: ReadonlyMap<string, string>,
): Section {
  const title = 'Links to other sites';
  if (statuses.length > 0 && statuses.every(({ status }) => status === undefined))
    return {
      title,
      notes: [
        `None of the ${statuses.length} links answered. This computer seems to be offline, so nothing was checked.`,
      ],
      ok: '',
    };
  return {
    title,
    notes: statuses.flatMap(({ url, status }) => {
      const link = `${url} (on ${places.get(url) ?? 'a page'})`;
      if (status === undefined) return [`${link} didn’t answer. Open it in a browser.`];
      if (status === 404 || status === 410) return [`${link} is gone. Find its new address.`];
      if (status >= 400)
        return [`${link} answered ${status}, perhaps only to scripts. Open it in a browser.`];
      return [];
    }),
    ok: `All ${statuses.length} work.`,
  };
}
