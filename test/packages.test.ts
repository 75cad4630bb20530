import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/buildSite.ts';

interface Locked {
  version?: string;
  license?: string;
  hasInstallScript?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const { dependencies, devDependencies, allowScripts } = read('package.json') as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const locked = Object.entries((read('package-lock.json') as { packages: Record<string, Locked> }).packages)
  .filter(([place]) => place !== '')
  .map(([place, found]) => ({ name: place.replace(/^.*node_modules\//, ''), place, ...found }));

/** Licences under which a school may use, change and pass on what it gets, each as packages write it. */
const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Zlib',
]);
/** Packages that don't say which licence they have, and where it was read instead. */
const READ_ELSEWHERE: Record<string, string> = {
  duck: 'BSD-2-Clause, in its file LICENSE',
  'png-js': 'MIT, in its file LICENSE',
};

describe('the packages', () => {
  test('are asked for in one version each, which is the one that is locked', () => {
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(locked.find(({ place }) => place === `node_modules/${name}`)?.version, name).toBe(version);
    }
  });

  test('have free licences, every one of them', () => {
    const strange = locked.filter(({ name, license }) => {
      if (name in READ_ELSEWHERE) return false;
      // With “OR”, whoever uses it chooses.
      const choices = (license ?? '').replaceAll(/[()]/g, '').split(' OR ');
      return !choices.some((choice) => choice.split(' AND ').every((one) => FREE.has(one)));
    });
    expect(strange.map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  test('run a script at their installation only where we have allowed it', () => {
    const scripted = [
      ...new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)),
    ];
    const undecided = scripted.filter((name) => !(name in allowScripts));
    expect(undecided).toEqual([]);
    expect(Object.keys(allowScripts).filter((name) => !scripted.includes(name))).toEqual([]);
  });

  test('are locked without the address of any registry, so that each school may use its own', () => {
    expect(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).not.toContain('"resolved"');
  });
});
