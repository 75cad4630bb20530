import { join } from 'node:path';
import type { Plugin } from 'vite';
import { cachedModel } from '../checker/training/cachedModel.ts';
import { EMERGENCY_WORDS_FILE } from '../checker/training/emergencyWords.ts';
import { PHRASES_FOLDER } from '../checker/training/phrases.ts';
import { trainInWorker } from '../checker/training/trainInWorker.ts';
import { WORD_GROUPS_FILE } from '../checker/training/wordGroups.ts';
import { ROOT } from '../shared/environment.ts';

/** The module that gives the encoded model as its default export. */
const MODULE = 'virtual:checker-model';

/** As Vite wants the id of a module that is no file. */
const RESOLVED = `\0${MODULE}`;

/**
 * A Vite plugin that serves the taught model as `virtual:checker-model`, and in development teaches
 * anew and reloads the page when a file that teaches it changes.
 */
export function modelModule(): Plugin {
  const teachers = [PHRASES_FOLDER, WORD_GROUPS_FILE, EMERGENCY_WORDS_FILE].map((path) => join(ROOT, path));
  return {
    name: 'checker-model',
    resolveId: (id) => (id === MODULE ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const encoded = this.environment.mode === 'dev' ? cachedModel() : await trainInWorker();
      return `export default ${JSON.stringify(encoded)};`;
    },
    configureServer(server) {
      server.watcher.add(teachers);
      server.watcher.on('all', (_event, path) => {
        if (!teachers.some((teacher) => path.startsWith(teacher))) return;
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(RESOLVED);
          if (module) environment.moduleGraph.invalidateModule(module);
        }
        server.environments.client?.hot.send({ type: 'full-reload' });
      });
    },
  };
}
