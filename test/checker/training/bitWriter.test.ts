import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBitReader } from '../../../src/checker/reading/bitReader.ts';
import { createBitWriter } from '../../../src/checker/training/bitWriter.ts';

const KINDS = 5;

test('what was written is read again, bit for bit', () => {
  const bits = fc.array(fc.tuple(fc.nat(KINDS - 1), fc.nat(1)), { maxLength: 2000 });
  fc.assert(
    fc.property(bits, (list) => {
      const writer = createBitWriter(KINDS);
      for (const [kind, bit] of list) writer.write(kind, bit);
      const read = createBitReader(writer.finish(), KINDS);
      expect(list.map(([kind]) => read(kind))).toEqual(list.map(([, bit]) => bit));
    }),
  );
});

test('bits that are nearly always the same cost nearly nothing', () => {
  const writer = createBitWriter(KINDS);
  for (let at = 0; at < 8000; at += 1) writer.write(0, at % 100 === 0 ? 1 : 0);
  expect(writer.finish().length).toBeLessThan(120);
});

test('runs of full bytes, through which a carry goes, come back whole', () => {
  for (const first of [0, 1]) {
    const writer = createBitWriter(KINDS);
    const list = [first, ...new Array<number>(5000).fill(1 - first), first];
    for (const bit of list) writer.write(0, bit);
    const read = createBitReader(writer.finish(), KINDS);
    expect(list.map(() => read(0))).toEqual(list);
  }
});
