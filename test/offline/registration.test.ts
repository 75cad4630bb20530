import { expect, test, vi } from 'vitest';
import { registration } from '../../src/offline/registration.ts';

/** Whether the script registers the worker in a browser with this connection. */
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
])('with the connection %j, pages are cached: %s', (connection, cached) => {
  expect(registered(connection)).toBe(cached);
});
