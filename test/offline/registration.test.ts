import { expect, test, vi } from 'vitest';
import { registration } from '../../src/offline/registration.ts';

/** What the script does in a browser that tells this of its connection. */
function registered(connection: object | undefined): boolean {
  const register = vi.fn(() => Promise.resolve());
  const run = new Function('navigator', 'window', 'addEventListener', registration('/sw.js'));
  run(
    { serviceWorker: { register }, connection },
    { requestIdleCallback: (idle: () => void) => idle() },
    (_event: string, loaded: () => void) => loaded(),
  );
  return register.mock.calls.length > 0;
}

test.each([
  [undefined, true],
  [{}, true],
  [{ effectiveType: '4g', saveData: false }, true],
  [{ effectiveType: '3g' }, true],
  [{ saveData: true }, false],
  [{ effectiveType: '4g', saveData: true }, false],
  [{ effectiveType: '2g', saveData: false }, false],
  [{ effectiveType: 'slow-2g' }, false],
])('a reader whose connection tells %j has the pages kept: %s', (connection, kept) => {
  expect(registered(connection)).toBe(kept);
});
