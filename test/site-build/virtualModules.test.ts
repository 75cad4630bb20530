import { createServer } from 'vite';
import { expect, test } from 'vitest';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import { virtualModules } from '../../src/site-build/virtualModules.ts';

// Trained before the test begins, because that can take longer than a test may.
const model = cachedModel();

test('serves the content and the model as modules', async () => {
  const server = await createServer({
    root: import.meta.dirname,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [virtualModules('/policies/')],
  });
  try {
    expect((await server.ssrLoadModule('virtual:checker-model')).default).toBe(model);
    expect((await server.ssrLoadModule('virtual:answers')).listHref).toBe('/policies/situations/');
  } finally {
    await server.close();
  }
});
