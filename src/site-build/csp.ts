import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import type { BuiltPages } from '../shared/builtPages.ts';

/**
 * Removes from a page's policy the hashes of scripts and styles that only other pages have. Astro writes those of the
 * whole site into every page, which costs kilobytes and allows more than is needed.
 *
 * @param html a built page
 */
export function trimPolicy(html: string): string {
  const page = parse(html, { comment: true });
  const meta = page.querySelector('meta[http-equiv="content-security-policy"]');
  const policy = meta?.getAttribute('content');
  if (policy === undefined) return html;
  const own = new Set(
    page
      .querySelectorAll('script, style')
      .map(({ innerHTML }) => `sha256-${createHash('sha256').update(innerHTML).digest('base64')}`),
  );
  return html.replace(
    policy,
    policy.replaceAll(/ '(sha256-[^']+)'/g, (source, hash: string) => (own.has(hash) ? source : '')),
  );
}

/** Rewrites every built page with its policy trimmed, and returns the new pages. */
export function trimPolicies(pages: BuiltPages, folder: string): BuiltPages {
  return new Map(
    [...pages].map(([address, html]) => {
      const trimmed = trimPolicy(html);
      writeFileSync(path.join(folder, address, address.endsWith('/') ? 'index.html' : ''), trimmed);
      return [address, trimmed];
    }),
  );
}
