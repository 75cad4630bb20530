import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import { describe, expect, inject, test } from 'vitest';
import { loadOnce } from '../../src/content/load.ts';
import { readBack } from '../../src/pdf/readBack.ts';
import { SITES } from '../support/sites.ts';

describe.each(SITES)('on the site %s', (name) => {
  const { folder, root } = inject(name);
  const { code, clauses, school } = loadOnce(root);

  test.each(['parent-code-of-conduct.pdf', 'governors/pack.pdf'])(
    '%s names the school with every character of its name, and holds every clause',
    async (file) => {
      const bytes = readFileSync(path.join(folder, file));
      const { title, blocks } = await readBack(bytes);
      expect(title).toContain(code.title);
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      // The foot of each page isn’t part of the text, so it’s read on its own.
      const { text: everything } = await extractText(pdf, { mergePages: true });
      expect(everything).toContain(school.name);
      expect((await getMeta(pdf)).info).toMatchObject({ Author: school.name });
      const words = blocks.flatMap((block) => block.words).join(' ');
      for (const { text } of clauses.values()) expect(words).toContain(text);
    },
  );

  test('a calendar reminds of the review exactly where its date is set', () => {
    expect(existsSync(path.join(folder, 'governors/review.ics'))).toBe(school.review !== undefined);
  });
});
