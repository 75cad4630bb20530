import { beforeEach, describe, expect, test } from 'vitest';
import { EMERGENCY, NOT_COVERED } from '../../src/checker/reading/reader.ts';
import { unsureText } from '../checker/unsureText.ts';
import { axeFindings } from '../support/axe.ts';
import { sidewaysOn, wordsIn } from '../support/page.ts';
import { openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, told, clause, story, decides, mistyped, danger, notCovered } = schoolUnderTest();
const { situations, checker, help } = content;
const unsure = unsureText(site.root);

openPageForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });
beforeEach(async () => {
  await page.goto(`${site.url}check/`);
});

const box = () => page.getByLabel(checker.label);
const headline = () => page.locator('.answer .headline');
const ask = async (text: string): Promise<void> => {
  await box().fill(text);
  await page.getByRole('button', { name: 'See what the Code says' }).click();
  await page.locator('.answer').waitFor();
};

describe('the answer', () => {
  test('comes while the reader types, without a button', async () => {
    await box().pressSequentially(story);
    await headline().waitFor();
    expect(await headline().innerText()).toBe(told.title);
  });

  test.each(['Control+Enter', 'Meta+Enter'])(
    'comes at once on %s, and the reader is taken to it',
    async (keys) => {
      await box().fill(story);
      await box().press(keys);
      await headline().waitFor();
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-says')))
        .toBe(true);
    },
  );

  test('quotes the Code’s words, linked to their anchor, and shows which words decided', async () => {
    await ask(story);
    const quotation = page.locator('.answer [data-quotation]').first();
    expect(await quotation.getAttribute('data-quotation')).toBe(clause.anchor);
    expect((await quotation.innerText()).replace(/[“”"]/g, '')).toBe(clause.text);
    expect(await page.locator('.answer .quotation a').first().getAttribute('href')).toBe(
      `${site.base}#${clause.anchor}`,
    );
    const marked = await page.locator('.answer .excerpt mark').allInnerTexts();
    expect(marked.join(' ')).toContain(decides);
  });

  test('tells the route for each reader, and remembers which one while they stay', async () => {
    await ask(story);
    const affected = await wordsIn(page, '.answer .todo > .route');
    await page.getByRole('radio', { name: 'I work at the school' }).check();
    const staff = await wordsIn(page, '.answer .todo > .route');
    expect(staff).not.toBe(affected);
    expect(staff).toContain(told.routes.staff[0]?.how);
    await ask(`${story} again`);
    expect(await page.getByRole('radio', { name: 'I work at the school' }).isChecked()).toBe(true);
  });

  test('offers the next two, and shows the one that is picked until the words change', async () => {
    await ask(story);
    const others = page.locator('.answer .others button');
    expect(await others.count()).toBe(2);
    const calm = others.filter({ hasNotText: situations.get(EMERGENCY)?.title ?? '' }).last();
    const picked = await calm.locator('strong').innerText();
    await calm.click();
    expect(await headline().innerText()).toBe(picked);
    await ask(`${story} again`);
    expect(await headline().innerText()).not.toBe(picked);
  });

  test('says honestly what the Code does not cover, and where to go instead', async () => {
    await ask(notCovered);
    expect(await wordsIn(page, '.answer')).toContain(checker.notCovered);
    expect(await headline().innerText()).toBe(situations.get(NOT_COVERED)?.title);
  });

  test('puts a panel above everything where someone may be in danger', async () => {
    await ask(danger);
    const panel = page.locator('.emergency-panel');
    expect(await panel.getByRole('link', { name: 'Call 999' }).getAttribute('href')).toBe('tel:999');
    const toCall = situations.get(EMERGENCY)?.routes.affected.flatMap((step) => step.help ?? []) ?? [];
    const numbers = toCall.flatMap((id) => help[id]?.phone ?? []);
    expect(numbers.length).toBeGreaterThan(1);
    for (const number of numbers) expect(await wordsIn(page, '.emergency-panel')).toContain(number);
    const [top, rest] = await Promise.all([
      panel.boundingBox(),
      page.locator('.answer .others').boundingBox(),
    ]);
    expect(top?.y).toBeLessThan(rest?.y ?? 0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('emergency-heading');
  });

  test('goes when the box is emptied', async () => {
    await ask(story);
    await box().fill('');
    await page.locator('.answer').waitFor({ state: 'detached' });
    expect(await page.locator('[data-examples]').isVisible()).toBe(true);
  });

  test('can be tried with an example', async () => {
    await page.getByRole('button', { name: checker.examples[0] ?? '' }).click();
    await headline().waitFor();
    expect(await box().inputValue()).toBe(checker.examples[0]);
  });

  test('with a word or two offers situations by title, spelling mistakes included', async () => {
    await box().pressSequentially(mistyped);
    await page.locator('.suggestions a').first().waitFor();
    expect(await page.locator('.suggestions a').allInnerTexts()).toContain(told.title);
    await box().fill(story);
    await page.locator('.suggestions').waitFor({ state: 'detached' });
  });

  test('can be copied, without what was typed', async () => {
    await ask(`${story}, says Xanthippe`);
    await page.getByRole('button', { name: 'Copy this answer' }).click();
    await page.getByText('The answer is copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(told.title);
    expect(copied).toContain(`"${clause.text}"`);
    expect(copied).toContain(`${site.url}#${clause.anchor}`);
    expect(copied).not.toContain('Xanthippe');
  });

  test('can be copied by hand where the clipboard is refused', async () => {
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await ask(story);
    await page.getByRole('button', { name: 'Copy this answer' }).click();
    expect(await page.locator('.take textarea').inputValue()).toContain(told.title);
  });

  test('prints alone', async () => {
    await ask(story);
    await page.evaluate(() => {
      window.print = () =>
        document.documentElement.setAttribute(
          'data-was-printing',
          document.documentElement.dataset.printing ?? '',
        );
    });
    await page.getByRole('button', { name: 'Print this answer' }).click();
    expect(await page.locator('html').getAttribute('data-was-printing')).toBe('answer');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.answer .headline').isVisible()).toBe(true);
    expect(await page.locator('.answer .excerpt').isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(false);
    expect(await box().isVisible()).toBe(false);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('html').getAttribute('data-printing')).toBeNull();
  });
});

describe('a question asked back', () => {
  test('has its answers as buttons; an answer moves the headline, and the reader is taken to it', async () => {
    await ask(unsure);
    const before = await headline().innerText();
    const buttons = page.locator('.ask-back .options button');
    expect(await buttons.count()).toBeGreaterThanOrEqual(3);
    const asked = await page.locator('[data-question]').innerText();
    await buttons.nth(1).click();
    await expect.poll(() => headline().innerText()).not.toBe(before);
    // The place is taken up after the answer has been drawn.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.hasAttribute('data-says')))
      .toBe(true);
    expect(await page.locator('[data-question]').allInnerTexts()).not.toContain(asked);
  });

  test('can be skipped, and comes at most twice', async () => {
    await ask(unsure);
    const before = await headline().innerText();
    let skipped = 0;
    while ((await page.locator('.ask-back').count()) > 0) {
      await page.getByRole('button', { name: 'Skip this question' }).click();
      skipped += 1;
      expect(skipped).toBeLessThanOrEqual(2);
    }
    expect(skipped).toBeGreaterThan(0);
    expect(await headline().innerText()).toBe(before);
  });

  test('is forgotten when the words change', async () => {
    await ask(unsure);
    await page.locator('.ask-back .options button').nth(1).click();
    await ask(story);
    expect(await headline().innerText()).toBe(told.title);
  });

  test('how sure the checker is stands behind a control, in words', async () => {
    await ask(story);
    await page.getByText('How sure is this?').click();
    expect(checker.sure.map(({ says }) => says)).toContain(await page.locator('.sure p').innerText());
    expect(await page.locator('.sure').innerText()).not.toMatch(/\d\s*%/);
  });
});

describe('a screen reader', () => {
  test('hears of the answer once typing rests, and nothing while it goes on', async () => {
    await page.evaluate(() => {
      const status = document.querySelector('[data-status]');
      const heard: string[] = [];
      if (status === null) return;
      new MutationObserver(() => heard.push(status.textContent ?? '')).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      Object.assign(window, { heard });
    });
    await box().pressSequentially(story, { delay: 60 });
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(await heard()).toEqual([]);
    await expect.poll(heard).toEqual([expect.stringContaining(told.title)]);
  });

  test('is told to write something where the box is empty', async () => {
    await page.getByRole('button', { name: 'See what the Code says' }).click();
    await page.getByText('Write a few words first.').waitFor();
    expect((await page.getByText('Write a few words first.').boundingBox())?.height).toBeGreaterThan(20);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('story');
  });
});

describe('axe finds nothing', () => {
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

describe('privacy', () => {
  test('the model is loaded when the box is first touched, and not before', async () => {
    const answering = () => watched.requests.filter((url) => /mount|checker-model|answers/.test(url)).length;
    await page.waitForLoadState('networkidle');
    expect(answering()).toBe(0);
    await box().focus();
    await expect.poll(answering).toBe(3);
  });

  test('typing and answering make no request, and leave the address and storage as they were', async () => {
    await ask('A first text so that all is loaded');
    const before = watched.requests.length;
    await ask('My secret story about Xanthippe at the gate');
    await box().pressSequentially(` ${story}`);
    await page.waitForTimeout(800);
    expect(watched.requests.slice(before)).toEqual([]);
    expect(page.url()).toBe(`${site.url}check/`);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
    );
    expect(kept).not.toContain('Xanthippe');
  });

  test('a request from the page is refused by its policy', async () => {
    const refused = await page.evaluate(
      (address) =>
        fetch(address).then(
          () => false,
          () => true,
        ),
      `${site.url}icon.svg`,
    );
    expect(refused).toBe(true);
    expect(watched.complaints.join()).toContain('connect');
    watched.complaints.length = 0;
  });

  test('the box has no name, so that no form can send it', async () => {
    expect(await box().getAttribute('name')).toBeNull();
    expect(await page.locator('form #story').count()).toBe(0);
  });
});

describe('whatever is typed', () => {
  test.each([
    ['a hundred thousand characters', `${story} again and again `.repeat(2000)],
    ['emoji', '😡😡😡 🤬 👩‍👩‍👧'],
    ['right-to-left text', 'المعلمة صرخت في وجهي أمام الأطفال'],
    ['only punctuation', '?!… --- ...'],
    ['HTML and script', '<img src=x onerror="document.title=1"><script>document.title=1</script> shouting'],
    ['half of a surrogate pair', 'swearing \ud83d at me'],
    ['control characters', 'swearing\u0000\u0007\u202e at me'],
    ['one very long word', 'a'.repeat(20_000)],
  ])('%s breaks nothing', async (_what, text) => {
    const title = await page.title();
    await box().evaluate((element, value) => {
      (element as HTMLTextAreaElement).value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await page.locator('.answer').waitFor();
    expect(await page.locator('.answer [data-says]').count()).toBe(1);
    expect(await page.title()).toBe(title);
    expect(watched.complaints).toEqual([]);
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
  });

  test('typed while the checker loads is not lost', async () => {
    await page.route('**/*.js', async (route) => {
      await new Promise((wait) => setTimeout(wait, 700));
      await route.continue();
    });
    await box().pressSequentially(story);
    expect(await page.locator('.answer').count()).toBe(0);
    await headline().waitFor();
    expect(await box().inputValue()).toBe(story);
    expect(await headline().innerText()).toBe(told.title);
  });

  test('the list of situations takes over, and says so, where the checker cannot be loaded; the words stay', async () => {
    await page.route(/checker-model/, (route) => route.abort());
    await box().pressSequentially(story);
    await page.getByText(checker.failed).waitFor();
    expect(await page.locator('[data-checker] [data-list] a:visible').count()).toBe(situations.size);
    expect(await box().inputValue()).toBe(story);
  });
});

test('where the page’s own scripts are lost, it is as without them', async () => {
  await page.route('**/*.js', (route) => route.abort());
  await page.reload();
  await page.locator('[data-checker] [data-list] a').first().waitFor();
  expect(await box().isVisible()).toBe(false);
  expect(await page.locator('[data-checker] [data-list] a:visible').count()).toBe(situations.size);
});

test('it answers, and is copied, in a browser that has nothing of the last years', async () => {
  await page.addInitScript(() => {
    for (const [of, names] of [
      [Array.prototype, ['at', 'findLast', 'toSorted', 'toReversed']],
      [String.prototype, ['at', 'matchAll', 'replaceAll', 'isWellFormed', 'toWellFormed']],
      [Object, ['hasOwn', 'groupBy', 'fromEntries']],
      [Promise, ['allSettled', 'any', 'withResolvers']],
      [Element.prototype, ['replaceChildren']],
      [Navigator.prototype, ['clipboard', 'connection']],
      [window, ['structuredClone', 'ResizeObserver', 'requestIdleCallback', 'ClipboardItem']],
    ] as const)
      for (const name of names) Reflect.deleteProperty(of, name);
  });
  await page.reload();
  await ask(story);
  expect(await headline().innerText()).toBe(told.title);
  await page.getByRole('button', { name: 'Copy this answer' }).click();
  expect(await page.locator('.take textarea').inputValue()).toContain(told.title);
  await page.goto(site.url);
  await page.locator('[data-copy="quotation"]').first().click();
  await page.getByText(/Copied. Paste it into an email|Here’s the text/).waitFor();
  expect(watched.complaints).toEqual([]);
});

test('where the browser is too old for the page’s scripts, it is as without them', async () => {
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'flat'));
  await page.reload();
  expect(await box().isVisible()).toBe(false);
  expect(await page.locator('[data-checker] [data-list] a:visible').count()).toBe(situations.size);
});

test('the console stays empty through all of an answer', async () => {
  await ask(`${story}, and I am afraid for a child`);
  await page.getByRole('radio', { name: 'I work at the school' }).check();
  expect(watched.complaints).toEqual([]);
});
