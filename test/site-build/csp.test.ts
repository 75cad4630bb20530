import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { trimPolicy } from '../../src/site-build/csp.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string): string =>
  `<!doctype html><html><head><script>own()</script><meta http-equiv="content-security-policy" content="${policy}"><style>p{color:red}</style></head><body><p>Words</p></body></html>`;

test('keeps the page’s own hashes and drops those of other pages', () => {
  const policy = (scripts: string, styles: string): string =>
    `default-src 'none'; script-src 'self'${scripts}; style-src 'self'${styles};`;
  expect(
    trimPolicy(
      page(
        policy(` ${hash('others()')} ${hash('own()')}`, ` ${hash('p{color:red}')} ${hash('p{color:blue}')}`),
      ),
    ),
  ).toBe(page(policy(` ${hash('own()')}`, ` ${hash('p{color:red}')}`)));
});

test('leaves a page without a policy as it is', () => {
  const html = '<!doctype html><p>Words</p><script>own()</script>';
  expect(trimPolicy(html)).toBe(html);
});
