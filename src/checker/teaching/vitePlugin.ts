import { join } from 'node:path';
import type { Plugin } from 'vite';
import { EMERGENCY_WORDS_FILE } from './emergencyWords.ts';
import { PHRASES_FOLDER } from './phrases.ts';
import { ROOT, taughtModel } from './taughtModel.ts';

/** The module that gives the encoded model as its default export. */
const MODULE = 'virtual:checker-model';

/** As Vite wants the id of a module that is no file. */
const RESOLVED = `\0${MODULE}`;

/**
 * A Vite plugin that serves the taught model as `virtual:checker-model`, and in development teaches
 * anew and reloads the page when a file that teaches it changes.
 */
export function checkerModel(): Plugin {
  const teaches = (path: string): boolean =>
    path.startsWith(join(ROOT, PHRASES_FOLDER)) || path === join(ROOT, EMERGENCY_WORDS_FILE);
  return {
    name: 'checker-model',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? `export default ${JSON.stringify(taughtModel())};` : undefined),
    configureServer(server) {
      server.watcher.add([join(ROOT, PHRASES_FOLDER), join(ROOT, EMERGENCY_WORDS_FILE)]);
      server.watcher.on('all', (_event, path) => {
        if (!teaches(path)) return;
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(RESOLVED);
          if (module) environment.moduleGraph.invalidateModule(module);
        }
        server.environments.client?.hot.send({ type: 'full-reload' });
      });
    },
  };
}
