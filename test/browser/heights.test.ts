import { describe, expect, inject, test } from 'vitest';
import { closestOf } from '../../src/checker/reading/closest.ts';
import { EMERGENCY } from '../../src/checker/reading/reader.ts';
import { readTrainingData } from '../../src/checker/training/cachedModel.ts';
import { loadOnce } from '../../src/content/load.ts';
import { READER_LABELS, READERS } from '../../src/situations/situation.ts';
import { trainedReader } from '../checker/trainedReader.ts';
import { openPageForEachTest, page } from '../support/pageOfEachTest.ts';

// How tall everything is on a phone, with the words of the school whose repository this is.
const site = inject('atRoot');
const { checker, situations } = loadOnce(site.root);
// A page answers with either model, by when it’s asked.
const readers = (['first', 'full'] as const).map((size) => trainedReader(site.root, size));

/** For each situation, a line that trains it and is answered with it, without a question. */
const texts = new Map<string, string>();
for (const { text, situation } of readTrainingData(site.root).lines) {
  if (texts.has(situation)) continue;
  const isAnswered = readers.every((read) => {
    const reading = read(text);
    const { answers, emergency, concern, abstains } = reading;
    const quiet = !concern && !abstains && closestOf(reading).length === 0;
    return answers[0]?.situation === situation && (situation === EMERGENCY ? emergency : quiet && !emergency);
  });
  if (isAnswered) texts.set(situation, text);
}

openPageForEachTest();

const heightOf = async (place: string): Promise<number> =>
  (await page.locator(place).boundingBox())?.height ?? Number.NaN;

const PHONES = [
  { width: 320, height: 568 },
  { width: 390, height: 664 },
  { width: 390, height: 844 },
] as const;

/** How tall an answer may be, by the width of the phone. */
const ANSWERS = [
  { width: 320, most: 1400 },
  { width: 390, most: 1200 },
] as const;

test.each([...situations.keys()].filter((id) => id !== EMERGENCY))(
  'the answer %s fits, and what to do first comes within 300 pixels',
  async (id) => {
    await page.goto(`${site.url}check/`);
    await page.getByLabel(checker.label).fill(texts.get(id) ?? '');
    await page.getByRole('button', { name: checker.button }).click();
    await page.locator('.answer').waitFor();
    // Until the headings' own font has come, they're in a wider one.
    await page.evaluate(() => document.fonts.ready.then(() => true));
    const asks = (await page.locator('.readers').count()) > 0;
    for (const reader of asks ? READERS : [undefined]) {
      if (reader !== undefined) await page.getByRole('radio', { name: READER_LABELS[reader] }).check();
      for (const { width, most } of ANSWERS) {
        await page.setViewportSize({ width, height: 664 });
        // On a very busy machine the headings’ font is drawn later than it’s there.
        await expect.poll(() => heightOf('.answer'), { message: reader ?? '' }).toBeLessThanOrEqual(most);
        if (reader === undefined) continue;
        // Both at once: the page may still be scrolling.
        const below = await page.locator('.answer').evaluate((answer) => {
          const first = answer.querySelectorAll('.start > p')[1];
          return (first?.getBoundingClientRect().top ?? 0) - answer.getBoundingClientRect().top;
        });
        expect(below, reader).toBeGreaterThan(0);
        expect(below, reader).toBeLessThan(300);
      }
    }
  },
);

describe.each(PHONES)('on a phone of $width × $height pixels', ({ width, height }) => {
  test('the promise, the box, its button and the way to the Code are on the first screen', async () => {
    await page.setViewportSize({ width, height });
    await page.goto(site.url);
    for (const place of ['h1', '.promise', '#story', '[data-answer-now]', '.read']) {
      const box = await page.locator(place).first().boundingBox();
      expect(box?.y, place).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0), place).toBeLessThanOrEqual(height);
    }
  });

  test('the emergency panel shows everyone to call at once', async () => {
    await page.setViewportSize({ width, height });
    await page.goto(`${site.url}check/`);
    await page.getByLabel(checker.label).fill(texts.get(EMERGENCY) ?? '');
    await page.getByRole('button', { name: checker.button }).click();
    await page.locator('.emergency-panel').waitFor();
    expect(await heightOf('.emergency-panel')).toBeLessThanOrEqual(width === 320 ? 680 : 580);
  });
});

test.each([...situations.keys()])('the page of %s is at most 2,600 pixels tall on a phone', async (id) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${site.url}situations/${id}/`);
  expect(await heightOf('html')).toBeLessThanOrEqual(2600);
});
