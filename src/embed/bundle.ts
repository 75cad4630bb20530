import path from 'node:path';
import { build } from 'vite';

/**
 * Makes the one file that other sites load: a plain script that needs no other, and is as small as can be.
 *
 * @param root the project's folder
 * @returns its text
 */
export async function bundleElement(root: string): Promise<string> {
  const results = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      // Newer than the pages' own scripts, and smaller for it: where it cannot be read, the link stays.
      target: 'es2022',
      lib: { entry: path.join(root, 'src/embed/element.ts'), formats: ['iife'], name: 'parentCodeChecker' },
    },
  });
  const [result] = [results].flat();
  const [file] = result !== undefined && 'output' in result ? result.output : [];
  if (file === undefined) throw new Error('The bundle of src/embed/element.ts is empty.');
  return file.code;
}
