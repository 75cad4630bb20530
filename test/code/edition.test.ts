import { describe, expect, test } from 'vitest';
import { documentsOf } from '../../src/code/document.ts';
import { blocksOfEdition, looksLikeHeading } from '../../src/code/edition.ts';
import { loadOnce } from '../../src/content/load.ts';
import { ROOT } from '../support/buildSite.ts';
import { fixtureDocument, fixtureEdition } from '../support/fixtureEditions.ts';

describe('what looks like a heading in an edition’s text', () => {
  const content = loadOnce(ROOT);
  test.each([
    ['this school’s', documentsOf(content), content.edition],
    ['a made-up one', [fixtureDocument()], fixtureEdition('edition-10')],
  ])('is marked as one: %s', (_whose, documents, { text }) => {
    const marked = documents
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    const found = blocksOfEdition(text).filter(looksLikeHeading);
    expect(found.map(({ words }) => words.join(' '))).toEqual(marked);
  });
});
