import { describe, expect, test } from 'vitest';
import { pruneYaml } from '../../src/shared/pruneYaml.ts';

describe('what a file is to lose is taken out of it', () => {
  test.each<[string, string, unknown, string]>([
    ['the first in brackets', '- a: [x, y, z]\n', [{ a: ['y', 'z'] }], '- a: [y, z]\n'],
    ['one in the middle', '- a: [x, y, z]\n', [{ a: ['x', 'z'] }], '- a: [x, z]\n'],
    ['the last', '- a: [x, y, z]\n', [{ a: ['x', 'y'] }], '- a: [x, y]\n'],
    ['the last two', '- a: [x, y, z]\n', [{ a: ['x'] }], '- a: [x]\n'],
    ['the first and the last', '- a: [x, y, z]\n', [{ a: ['y'] }], '- a: [y]\n'],
    ['over several lines', 'a: [x,\n    y,\n    z]\n', { a: ['x', 'y'] }, 'a: [x,\n    y]\n'],
    ['all in brackets', 'a: [x]\nb: 1\n', { a: [], b: 1 }, 'a: []\nb: 1\n'],
    [
      'all on lines of their own',
      'a:\n  - b: x\n    c: "y"\n\n# d\nd: 1\n',
      { a: [], d: 1 },
      'a: []\n\n# d\nd: 1\n',
    ],
    [
      'an entry over several lines, with the note right above it',
      '# The file.\n\n- a: 1\n  b: |\n    x\n\n    y\n\n# Two.\n- a: 2\n  c: [x]\n\n# Three.\n- a: 3\n',
      [{ a: 1, b: 'x\n\ny\n' }, { a: 3 }],
      '# The file.\n\n- a: 1\n  b: |\n    x\n\n    y\n\n# Three.\n- a: 3\n',
    ],
    [
      'the first, but not the file’s own note',
      '# The file.\n- a: 1\n- a: 2\n',
      [{ a: 2 }],
      '# The file.\n- a: 2\n',
    ],
    ['the last, and the blank line before it', '- a: 1\n\n- a: 2\n', [{ a: 1 }], '- a: 1\n'],
    [
      'a key and its note',
      'a:\n  # X\n  x: "1"\n  # Y\n  y: "2"\nb: 1\n',
      { a: { y: '2' }, b: 1 },
      'a:\n  # Y\n  y: "2"\nb: 1\n',
    ],
    ['every key', 'a:\n  x: 1\n', { a: {} }, 'a: {}\n'],
    ['nothing', 'a:   [ x,y ] \n#note\n', { a: ['x', 'y'] }, 'a:   [ x,y ] \n#note\n'],
  ])('%s', (_what, before, after, expected) => {
    expect(pruneYaml(before, after)).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['something more', { a: ['x', 'y'] }],
    ['something else', { a: ['y'] }],
  ])('%s is refused', (_what, after) => {
    expect(() => pruneYaml('a: [x]\n', after)).toThrow(RangeError);
  });
});
