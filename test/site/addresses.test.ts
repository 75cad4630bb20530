import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { addressesOf } from '../../src/addresses/registry.ts';
import { loadContent } from '../../src/content/load.ts';
import { readPublishedSite } from '../../src/content/publishedSite.ts';
import { builtPages } from '../../src/shared/builtPages.ts';

test.each(['atRoot', 'otherSchool'] as const)(
  '`npm run addresses` knows every page of the site (%s) without building it',
  (name) => {
    const { folder, root } = inject(name);
    const { pages, clauses, situations } = readPublishedSite(root);
    const known = [...pages, ...addressesOf(clauses, situations)];
    const forwarded = Object.keys(loadContent(root).addresses.forwarded);
    const built = [...builtPages(folder).keys()].filter(
      (address) =>
        !/^\/(?:404\.html|offline\/|governors\/(?:compare|draft)\/)/.test(address) &&
        // Where an old address leads.
        !(/^\/[cs]\//.test(address) && !known.includes(address)) &&
        !forwarded.includes(address),
    );
    expect(known.filter((address) => address.endsWith('/')).sort()).toEqual(built.sort());
    const files = pages.filter((address) => !address.endsWith('/'));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !existsSync(path.join(folder, file)))).toEqual([]);
  },
);
