import { brotliCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { BUCKET_BITS, decode, decodeInPieces } from '../../../src/checker/reading/model.ts';
import { createReader } from '../../../src/checker/reading/reader.ts';
import { cachedModel, cachedModels } from '../../../src/checker/training/cachedModel.ts';
import { beginDanger } from '../../../src/checker/training/danger.ts';
import { beginDangerInThread } from '../../../src/checker/training/dangerInThread.ts';
import { encode } from '../../../src/checker/training/encode.ts';
import { PHRASES_FOLDER, readPhrases } from '../../../src/checker/training/phrases.ts';
import { SIZES } from '../../../src/checker/training/settings.ts';
import { train, trainSizes } from '../../../src/checker/training/train.ts';
import { ROOT } from '../../../src/shared/environment.ts';

const some = readPhrases(PHRASES_FOLDER).filter((_, index) => index % 24 === 0);

describe('training', () => {
  test('gives the same bytes from the same lines', () => {
    const bytes = encode(train({ lines: some }));
    expect(encode(train({ lines: some }))).toBe(bytes);
    expect(encode(train({ lines: some.slice(1) }))).not.toBe(bytes);
  });

  test('gives the same bytes of each size, trained alone or together', () => {
    const data = { lines: some };
    const together = trainSizes(data, SIZES);
    for (const size of ['first', 'full'] as const)
      expect(encode(train(data, SIZES[size]))).toBe(encode(together[size]));
  });

  test('gives the same bytes whether danger is learned in a thread of its own or not', () => {
    const data = { lines: some, groups: ['hit hits punch*'] };
    const inThread = trainSizes(data, SIZES, beginDangerInThread);
    const here = trainSizes(data, SIZES, beginDanger);
    for (const size of ['first', 'full'] as const) expect(encode(inThread[size])).toBe(encode(here[size]));
  });

  test('learns danger here where its thread hasn’t begun in time', () => {
    const data = { lines: some.slice(0, 200) };
    const rows = new Uint16Array(2 ** BUCKET_BITS).map((_, bucket) => 1 + (bucket % 1000));
    const known = { rows, rarity: new Float64Array(1001).fill(1) };
    const steps = new Float64Array(1001).fill(0.1);
    expect(beginDangerInThread(data)(known)(steps, 1e-5)()).toEqual(beginDanger(data)(known)(steps, 1e-5)());
  });

  test('needs no list of situations: any will do', () => {
    const read = createReader(
      train({
        lines: [
          { text: 'the cat sat on the mat', situation: 'cats' },
          { text: 'my cat purrs on its mat', situation: 'cats' },
          { text: 'your cat likes this mat', situation: 'cats' },
          { text: 'the dog barks at the door', situation: 'dogs' },
          { text: 'a dog barks by its door', situation: 'dogs' },
          { text: 'our dog waits by that door', situation: 'dogs' },
        ],
      }),
    );
    expect(read('cat on a mat').answers[0]?.situation).toBe('cats');
    expect(read('a dog at a door').answers[0]?.situation).toBe('dogs');
    expect(read('').answers).toHaveLength(2);
  });

  test('learns from one more line', () => {
    const line = { text: 'They confiscated my quokka', situation: 'sanctions' };
    const before = createReader(train({ lines: some }))('confiscated quokka').answers[0];
    const after = createReader(train({ lines: [...some, line, line, line] }))('confiscated quokka')
      .answers[0];
    expect(before?.situation).not.toBe('sanctions');
    expect(after?.situation).toBe('sanctions');
  });
});

describe('the encoded model', () => {
  // Training takes seconds where no model is cached yet.
  beforeAll(() => {
    cachedModels(ROOT);
  });

  test('decodes to what was trained', () => {
    const model = train({ lines: some, always: ['wants to die'], groups: ['hit hits punch*'] });
    expect(decode(encode(model))).toEqual(model);
  });

  test('decodes to the same a piece at a time, in several pieces', async () => {
    let pauses = 0;
    const pause = async (): Promise<void> => {
      pauses += 1;
    };
    expect(await decodeInPieces(cachedModel(), pause)).toEqual(decode(cachedModel()));
    expect(pauses).toBeGreaterThan(5);
    await expect(decodeInPieces(`${cachedModel()}x`, pause)).rejects.toThrow('damaged');
  });

  test('is refused when it was cut short', () => {
    const whole = cachedModel();
    expect(() => decode('')).toThrow();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (length) => {
        expect(() => decode(whole.slice(0, length))).toThrow();
      }),
      { numRuns: 20 },
    );
  });

  test('is refused when a single character was changed', () => {
    const whole = cachedModel();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (at) => {
        const other = whole[at] === 'A' ? 'B' : 'A';
        expect(() => decode(whole.slice(0, at) + other + whole.slice(at + 1))).toThrow('damaged');
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['first', 72_000],
    ['full', 180_000],
  ] as const)('is, the %s one, at most %i bytes as sent', (size, most) => {
    const sent = brotliCompressSync(`export default ${JSON.stringify(cachedModel(ROOT, size))};`).length;
    expect(sent).toBeLessThanOrEqual(most);
  });
});
