import { createServer } from 'vite';
import { expect, test } from 'vitest';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import { ROOT } from '../../src/shared/environment.ts';
import { virtualModules } from '../../src/site-build/virtualModules.ts';

// Both trained before the test begins, because that can take longer than a test may.
const [first, full] = [cachedModel(ROOT, 'first'), cachedModel(ROOT, 'full')];

test('serves the content and the models as modules', async () => {
  const server = await createServer({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [virtualModules('/policies/')],
  });
  try {
    expect((await server.ssrLoadModule('virtual:checker-model')).default).toBe(first);
    expect((await server.ssrLoadModule('virtual:full-model')).default).toBe(full);
    expect((await server.ssrLoadModule('virtual:answers')).listHref).toBe('/policies/situations/');
  } finally {
    await server.close();
  }
});
