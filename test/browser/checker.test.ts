import { beforeEach, describe, expect, test } from 'vitest';
import { EMERGENCY, NOT_COVERED } from '../../src/checker/reading/reader.ts';
import { READER_LABELS, READERS } from '../../src/situations/situation.ts';
import { unsureText } from '../checker/unsureText.ts';
import { axeFindings } from '../support/axe.ts';
import { checkerPage } from '../support/checkerPage.ts';
import { sidewaysOn, wordsIn } from '../support/page.ts';
import { openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { isOurs, siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, told, clause, story, decides, mistyped, danger, notCovered } = schoolUnderTest();
const { situations, checker, help } = content;
const unsure = unsureText(site.root);

openPageForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });
beforeEach(async () => {
  await page.goto(`${site.url}check/`);
});

const { box, headline, ask, unfold } = checkerPage(checker);

describe('the answer', () => {
  test('waits for the button; while the reader types, one quiet line says what it sounds like', async () => {
    await box().pressSequentially(story);
    const preview = page.locator('[data-preview]');
    await expect.poll(() => preview.innerText()).toBe(`Sounds like: ${told.title}`);
    expect(await page.locator('.answer').count()).toBe(0);
    await page.getByRole('button', { name: checker.button }).click();
    expect(await headline().innerText()).toBe(told.title);
    expect(await preview.isVisible()).toBe(false);
  });

  test.runIf(isOurs()).each(['Control+Enter', 'Meta+Enter'])(
    'comes at once on %s, and the reader is taken to it',
    async (keys) => {
      await box().fill(story);
      await box().press(keys);
      await headline().waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-headline')))
        .toBe(true);
    },
  );

  test('starts with help: an acknowledgement and a first step, and the Code’s words after them', async () => {
    await ask(story);
    await page.getByRole('radio', { name: READER_LABELS.affected }).check();
    const { start, steps } = told.routes.affected;
    const said = await page.locator('.answer .start').innerText();
    expect(said).toContain(start);
    expect(said).toContain(steps[0]?.how);
    const [first, code] = await Promise.all(
      ['.answer .start', '.answer .quotation'].map((place) => page.locator(place).first().boundingBox()),
    );
    expect(first?.y).toBeLessThan(code?.y ?? 0);
  });

  test('quotes the Code’s words, linked to their anchor, and shows which words decided', async () => {
    await ask(story);
    await unfold(/More from the Code/).catch(() => undefined);
    const quotation = page.locator(`.answer [data-quotation="${clause.anchor}"]`).first();
    expect((await quotation.innerText()).replace(/[“”"]/g, '')).toBe(clause.text);
    expect(await page.locator(`.answer .quotation a[href="${site.base}#${clause.anchor}"]`).count()).toBe(1);
    await unfold(/Why this answer/);
    const marked = await page.locator('.answer .excerpt mark').allInnerTexts();
    expect(marked.join(' ')).toContain(decides);
  });

  test('asks which reader it is where the words don’t say, and tells each of them their own steps', async () => {
    await ask(story);
    expect(await page.locator('.readers :checked').count()).toBe(0);
    expect(await page.locator('.answer .start').innerText()).toContain(told.start);
    for (const reader of READERS) {
      await page.getByRole('radio', { name: READER_LABELS[reader] }).check();
      const { start, steps } = told.routes[reader];
      expect(await page.locator('.answer .start').innerText()).toContain(start);
      expect(await page.locator('.answer .steps > li').count()).toBe(steps.length - 1);
    }
  });

  test('opens a step to say how', async () => {
    await ask(story);
    await page.getByRole('radio', { name: READER_LABELS.staff }).check();
    const second = told.routes.staff.steps[1];
    if (second === undefined) return;
    await page.locator('.answer .steps summary').first().click();
    expect(await page.locator('.answer .steps').innerText()).toContain(second.how);
  });

  test('offers the next two, and shows the one that is picked until the words change', async () => {
    await ask(story);
    const others = page.locator('.answer .others button');
    expect(await others.count()).toBe(2);
    const picked = await others.last().innerText();
    await others.last().click();
    await expect.poll(() => headline().innerText()).toBe(picked);
    await ask(`${story} again`);
    expect(await headline().innerText()).not.toBe(picked);
  });

  test('says honestly what the Code does not cover, and where to go instead', async () => {
    await ask(notCovered);
    expect(await wordsIn(page, '.answer')).toContain(checker.notCovered);
    expect(await headline().innerText()).toBe(situations.get(NOT_COVERED)?.title);
  });

  test('is a panel with who to call where someone may be in danger', async () => {
    await ask(danger);
    const panel = page.locator('.emergency-panel');
    expect(await panel.locator('.lifelines a').first().getAttribute('href')).toBe('tel:999');
    const toCall = situations.get(EMERGENCY)?.routes.affected.steps.flatMap((step) => step.help ?? []) ?? [];
    const numbers = toCall.flatMap((id) => help[id]?.phone ?? []);
    expect(numbers.length).toBeGreaterThan(1);
    for (const number of numbers) expect(await panel.textContent()).toContain(number);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('emergency-heading');
  });

  test('is the ordinary one once the reader says that nobody is in danger', async () => {
    await ask(danger);
    await page.getByRole('button', { name: checker.emergency.safe }).click();
    await page.locator('.answer').waitFor();
    expect(await page.locator('.emergency-panel').count()).toBe(0);
    expect(await page.locator('.answer').innerText()).toContain(checker.emergency.saidSafe);
    expect(await headline().innerText()).not.toBe(checker.emergency.heading);
    await ask(danger);
    expect(await page.locator('.emergency-panel').count()).toBe(1);
  });

  test.runIf(isOurs())('goes when the words change', async () => {
    await ask(story);
    await box().fill('');
    await page.locator('.answer').waitFor({ state: 'detached' });
    expect(await page.locator('[data-example]').first().isVisible()).toBe(true);
  });

  test('can be tried with an example', async () => {
    await page.getByRole('button', { name: checker.examples[0] ?? '' }).click();
    await headline().waitFor();
    expect(await box().inputValue()).toBe(checker.examples[0]);
  });

  test('with a word or two offers situations by title, spelling mistakes included', async () => {
    await page.waitForLoadState('networkidle');
    await ask(mistyped);
    await ask(mistyped);
    // Where the reading knows the word, it has answered with the situation.
    const offered = await page.locator('.others button').allInnerTexts();
    expect([await headline().innerText(), ...offered]).toContain(told.title);
  });

  test('can be copied, without what was typed', async () => {
    await ask(`${story}, says Xanthippe`);
    await page.getByRole('radio', { name: READER_LABELS.affected }).check();
    await unfold(/Copy or print/);
    await page.getByRole('button', { name: 'Copy answer' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(told.title);
    expect(copied).toContain(told.routes.affected.start);
    expect(copied).toContain(told.routes.affected.steps[0]?.how);
    expect(copied).not.toContain('Xanthippe');
  });

  test.runIf(isOurs())('can be copied by hand where the clipboard is refused', async () => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await ask(story);
    await unfold(/Copy or print/);
    await page.getByRole('button', { name: 'Copy answer' }).click();
    expect(await page.locator('.take textarea').inputValue()).toContain(told.title);
  });

  test.runIf(isOurs())('prints alone', async () => {
    await ask(story);
    await page.evaluate(() => {
      window.print = () =>
        document.documentElement.setAttribute(
          'data-was-printing',
          document.documentElement.dataset.printing ?? '',
        );
    });
    await unfold(/Copy or print/);
    await page.getByRole('button', { name: 'Print answer' }).click();
    expect(await page.locator('html').getAttribute('data-was-printing')).toBe('answer');
    await page.emulateMedia({ media: 'print' });
    expect(await headline().isVisible()).toBe(true);
    expect(await page.locator('.answer .excerpt').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(false);
    expect(await box().isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('html').getAttribute('data-printing')).toBeNull();
  });
});

describe.runIf(isOurs())('where the answer isn’t sure, which situation is closest', () => {
  test('can be chosen: the headline moves there, the reader is taken to it, and nothing more is asked', async () => {
    await ask(unsure);
    const before = await headline().innerText();
    const buttons = page.locator('.closest > ul button');
    expect(await buttons.count()).toBeGreaterThan(1);
    // The others are below “None of these”, in place of “Not quite right?”.
    expect(await page.locator('.others').count()).toBe(0);
    await buttons.nth(1).click();
    await expect.poll(() => headline().innerText()).not.toBe(before);
    // The place is taken up after the answer has been drawn.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-headline')))
      .toBe(true);
    expect(await page.locator('.closest').count()).toBe(0);
    expect(await page.locator('.others').count()).toBe(1);
  });

  test('can be any other, at once and without leaving the page', async () => {
    await ask(unsure);
    await page.locator('.closest summary').click();
    const other = page.locator('.closest details button').last();
    expect(await other.evaluate((button) => getComputedStyle(button).pointerEvents)).toBe('auto');
    const title = await other.innerText();
    await other.click();
    await expect.poll(() => headline().innerText()).toBe(title);
    expect(await box().inputValue()).toBe(unsure);
  });

  test('takes no second tap for an answer while the page is still moving', async () => {
    await ask(unsure);
    expect(
      await page.locator('.closest > ul').evaluate((list) => {
        const animation = list.getAnimations()[0];
        animation?.pause();
        if (animation !== undefined) animation.currentTime = 1;
        return getComputedStyle(list).pointerEvents;
      }),
    ).toBe('none');
  });

  test('can be the first answer: the headline stays', async () => {
    await ask(unsure);
    const before = await headline().innerText();
    await page.locator('.closest > ul button').first().click();
    await page.locator('.closest').waitFor({ state: 'detached' });
    expect(await headline().innerText()).toBe(before);
  });

  test('is forgotten when the words change', async () => {
    await ask(unsure);
    await page.locator('.closest > ul button').nth(1).click();
    await ask(story);
    expect(await headline().innerText()).toBe(told.title);
  });

  test('how sure the checker is is behind a control, in words', async () => {
    await ask(story);
    await unfold(/Why this answer/);
    const why = await page.locator('.folds details[open]').innerText();
    expect(checker.sure.some(({ says }) => why.includes(says))).toBe(true);
    expect(why).not.toMatch(/\d\s*%/);
  });
});

describe.runIf(isOurs())('a screen reader', () => {
  test('hears nothing while typing goes on, and the headline once the button is pressed', async () => {
    await page.evaluate(() => {
      const heard: string[] = [];
      for (const region of document.querySelectorAll('[role=status], [role=alert], [aria-live]'))
        new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
          childList: true,
          characterData: true,
          subtree: true,
        });
      Object.assign(window, { heard });
    });
    await box().pressSequentially(story, { delay: 20 });
    await page.waitForTimeout(600);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    await page.getByRole('button', { name: checker.button }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(told.title);
  });

  test('is told to write something where the box is empty', async () => {
    await page.getByRole('button', { name: checker.button }).click();
    await page.getByText(checker.empty).waitFor();
    expect((await page.getByText(checker.empty).boundingBox())?.height).toBeGreaterThan(20);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('story');
  });
});

describe('the keyboard and the screen reader', () => {
  test('go through an answer in one order: help, who you are, the steps, why, and what else it may be', async () => {
    await ask(story);
    await page.getByRole('radio', { name: READER_LABELS.affected }).check();
    const read = await page
      .locator('.answer')
      .evaluate((answer) =>
        [...answer.querySelectorAll('h2, h3, legend, .steps summary strong, .folds > details > summary')].map(
          (element) => element.textContent?.trim() ?? '',
        ),
      );
    const { steps } = told.routes.affected;
    expect(read.filter((words) => !words.startsWith('More from the Code'))).toEqual([
      told.title,
      'Start here',
      'Which of these is you?',
      ...steps.slice(1).map(({ who }) => who),
      'Why this answer? Copy or print it',
      'Not quite right?',
    ]);
    await page.locator('[data-headline]').focus();
    const stops: string[] = [];
    for (let tab = 0; tab < 30; tab += 1) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const active = document.activeElement;
        if (active?.closest('.answer') == null) return undefined;
        return getComputedStyle(active).outlineStyle === 'none' ? 'nothing to be seen' : active.localName;
      });
      if (stop === undefined) break;
      stops.push(stop);
    }
    // The radio buttons are one stop; each folded row, fold and other situation is one.
    expect(stops).not.toContain('nothing to be seen');
    expect(stops.filter((stop) => stop === 'input')).toHaveLength(1);
    expect(stops.filter((stop) => stop === 'summary').length).toBeGreaterThanOrEqual(steps.length);
    expect(stops.at(-1)).toBe('button');
  });
});

describe.runIf(isOurs())('axe finds nothing', () => {
  const texts = [
    ['an answer', story],
    ['a question', unsure],
    ['the emergency panel', danger],
    ['another language', 'Dzień dobry, gdzie jest szkoła?'],
  ] as const;
  test.each(texts)('in %s, at 320 pixels, in the light and in the dark', async (_what, text) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await ask(text);
    expect(await axeFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await axeFindings(page, 'colours')).toEqual([]);
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
  });
});

test('the console stays empty through all of an answer', async () => {
  await ask(story);
  await page.getByRole('radio', { name: READER_LABELS.staff }).check();
  await ask(`${story}, and I am afraid for a child`);
  expect(watched.complaints).toEqual([]);
});
