import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addForwarded, addPublished } from '../../src/addresses/editRegistry.ts';

describe('new addresses', () => {
  const file = `# A note.
published:
  # Pages and files
  - /

  # Clauses
  - /#kindness
  - /annex/#posts

  # Short
  - /c/kindness/

# Another.
forwarded:
`;

  test('come after the last of their kind, and a kind that’s new at the end', () => {
    const added = [
      '/check/',
      '/#care',
      '/annex/#pictures',
      '/more/#one',
      '/c/care/',
      '/situations/dogs/',
      '/s/dogs/',
    ];
    expect(addPublished(file, added)).toBe(`# A note.
published:
  # Pages and files
  - /
  - /check/

  # Clauses
  - /#kindness
  - /#care
  - /annex/#posts
  - /annex/#pictures
  - /more/#one

  # Short
  - /c/kindness/
  - /c/care/

  # Situations
  - /situations/dogs/

  # Short addresses of situations
  - /s/dogs/

# Another.
forwarded:
`);
  });

  test.each([
    ['nothing under the key', 'published:\nforwarded:\n'],
    ['empty brackets', 'published: []\nforwarded: {}\n'],
    ['no such key', '# A note.\nforwarded:\n'],
    ['no line break at the end', 'forwarded:\npublished:'],
  ])('start the list where there’s %s', (_what, empty) => {
    const made = addPublished(empty, ['/#care', '/', '/c/care/']);
    expect(parse(made).published).toEqual(['/', '/#care', '/c/care/']);
    expect(made).toContain('published:\n  # Pages and files\n  - /\n\n  # Clauses\n  - /#care\n');
  });

  test('keep what’s in brackets, and the list’s own indent', () => {
    expect(addPublished('published: [/, /check/]\n', ['/staff/'])).toBe(
      'published:\n  - /\n  - /check/\n  - /staff/\n',
    );
    expect(addPublished('published:\n- /\n', ['/staff/'])).toBe('published:\n- /\n- /staff/\n');
  });

  test('change nothing if there are none', () => {
    expect(addPublished(file, [])).toBe(file);
    expect(addForwarded(file, [])).toBe(file);
  });
});

describe('forwards', () => {
  const forward = { from: '/#old', to: '/#new' };

  test.each([
    ['published:\n  - /\nforwarded:\n', 'published:\n  - /\nforwarded:\n  /#old: /#new\n'],
    ['forwarded: {}\npublished: []\n', 'forwarded:\n  /#old: /#new\npublished: []\n'],
    ['forwarded: { /a/: /b/ }\n', 'forwarded:\n  /a/: /b/\n  /#old: /#new\n'],
    ['forwarded:\n  /a/: /b/\n\npublished:\n', 'forwarded:\n  /a/: /b/\n  /#old: /#new\n\npublished:\n'],
    ['published:\n  - /', 'published:\n  - /\n\nforwarded:\n  /#old: /#new\n'],
  ])('come last: %j', (before, after) => {
    expect(addForwarded(before, [forward])).toBe(after);
  });
});
