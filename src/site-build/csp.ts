import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import type { BuiltPages } from '../shared/builtPages.ts';

/**
 * Takes out of each page's policy the hashes of scripts and styles that only other pages hold. Astro writes those
 * of the whole site into every page: some kilobytes that no parent should pay for, and more leave than is needed.
 *
 * @param html a built page
 * @returns the page, alike but for its policy
 */
export function withOwnPolicy(html: string): string {
  const page = parse(html, { comment: true });
  const meta = page.querySelector('meta[http-equiv="content-security-policy"]');
  const policy = meta?.getAttribute('content');
  if (policy === undefined) return html;
  const own = new Set(page.querySelectorAll('script, style').map(({ innerHTML }) => hashOf(innerHTML)));
  return html.replace(
    policy,
    policy.replaceAll(/ '(sha256-[^']+)'/g, (source, hash: string) => (own.has(hash) ? source : '')),
  );
}

/**
 * Rewrites every built page so that its policy allows what that page holds, and no more.
 *
 * @returns the pages as they now are
 */
export function writeOwnPolicies(pages: BuiltPages, folder: string): BuiltPages {
  return new Map(
    [...pages].map(([address, html]) => {
      const written = withOwnPolicy(html);
      writeFileSync(path.join(folder, address, address.endsWith('/') ? 'index.html' : ''), written);
      return [address, written];
    }),
  );
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
