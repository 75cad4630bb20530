import path from 'node:path';
import { build } from 'vite';

/**
 * Bundles the script that other sites load.
 *
 * @param root the project's folder
 */
export async function bundleElement(root: string): Promise<string> {
  const results = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      // Newer than for the pages' own scripts, so that it's smaller: in an older browser, the link stays.
      target: 'es2022',
      lib: { entry: path.join(root, 'src/embed/element.ts'), formats: ['iife'], name: 'parentCodeChecker' },
    },
  });
  const [result] = [results].flat();
  const [file] = result !== undefined && 'output' in result ? result.output : [];
  if (file === undefined) throw new Error('The bundle of src/embed/element.ts is empty.');
  return file.code;
}
