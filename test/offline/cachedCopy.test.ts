import { expect, test } from 'vitest';
import { pageAddress } from '../../src/offline/cachedCopy.ts';

test.each([
  ['/', '/'],
  ['/index.html', '/'],
  ['/check', '/check/'],
  ['/check/index.html', '/check/'],
  ['//check//', '/check/'],
  ['/policies/code/situations/sanctions', '/policies/code/situations/sanctions/'],
  ['/404.html', '/404.html'],
  ['/parent-code-of-conduct.pdf', '/parent-code-of-conduct.pdf'],
])('%s is the page %s', (pathname, page) => {
  expect(pageAddress(pathname)).toBe(page);
});
