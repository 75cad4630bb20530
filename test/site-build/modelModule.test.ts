import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { expect, test } from 'vitest';
import { cachedModel } from '../../src/checker/training/cachedModel.ts';
import { modelModule } from '../../src/site-build/modelModule.ts';

// Taught before any test begins: that takes longer than a test may.
const encoded = cachedModel();

test('the plugin serves the taught model as a module', async () => {
  const server = await createServer({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    plugins: [modelModule()],
  });
  try {
    const { default: served } = await server.ssrLoadModule('virtual:checker-model');
    expect(served).toBe(encoded);
  } finally {
    await server.close();
  }
});
