import { beforeEach, describe, expect, test } from 'vitest';
import { checkerPage } from '../../support/checkerPage.ts';
import { sidewaysOn } from '../../support/page.ts';
import { openPageForEachTest, page, watched } from '../../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../../support/schoolUnderTest.ts';
import { siteUnderTest } from '../../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, told, story } = schoolUnderTest();
const { situations, checker } = content;

openPageForEachTest({ permissions: ['clipboard-read', 'clipboard-write'] });
beforeEach(async () => {
  await page.goto(`${site.url}check/`);
});

const { box, headline, ask, unfold } = checkerPage(checker);

const files = () =>
  watched.requests.flatMap((url) => /mount|checker-model|answers|full-model/.exec(url) ?? []).sort();
/** Leaves the page before the next, so that nothing it still asks for is taken for the next one's. */
const leave = async () => {
  await page.goto('about:blank');
  watched.requests.length = 0;
};
const AHEAD = ['answers', 'checker-model', 'mount'];
const ALL = [...AHEAD, 'full-model'].sort();

describe('what answers', () => {
  test('is fetched beside the Code when the box is touched: the first model at once, the rest with the first letter', async () => {
    await leave();
    await page.goto(site.url, { waitUntil: 'networkidle' });
    expect(files()).toEqual([]);
    await box().focus();
    await page.waitForLoadState('networkidle');
    await expect.poll(files).toEqual(['checker-model']);
    await box().press('I');
    await expect.poll(files, { timeout: 5000 }).toEqual(ALL);
  });

  test('is fetched ahead on the checker’s own page, but not for readers who save data', async () => {
    await expect.poll(files).toEqual(AHEAD);
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    await leave();
    await page.goto(`${site.url}check/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(files()).toEqual([]);
    await box().focus();
    await expect.poll(files).toEqual(['checker-model']);
    await ask('My child is unhappy and nobody rings back');
    await page.waitForTimeout(1500);
    expect(files()).toEqual(AHEAD);
  });
});

describe('privacy', () => {
  test('typing and answering make no request, and leave the address and storage as they were', async () => {
    await ask('A first text so that all is loaded');
    await expect.poll(files, { timeout: 5000 }).toEqual(ALL);
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
    await page.getByRole('button', { name: checker.button }).click();
    await headline().waitFor();
    expect(await headline().count()).toBe(1);
    expect(await page.title()).toBe(title);
    expect(watched.complaints).toEqual([]);
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
  });

  test('typed while the checker loads is not lost', async () => {
    await page.goto(site.url);
    let release = (): void => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/*.js', async (route) => {
      await released;
      await route.continue();
    });
    await box().pressSequentially(story);
    await page.getByRole('button', { name: checker.button }).click();
    expect(await page.locator('.answer').count()).toBe(0);
    release();
    await headline().waitFor();
    expect(await box().inputValue()).toBe(story);
    expect(await headline().innerText()).toBe(told.title);
  });

  test('the list of situations takes over, and says so, where the checker cannot be loaded; the words stay', async () => {
    await page.goto(site.url);
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
  await unfold(/Copy or print/);
  await page.getByRole('button', { name: 'Copy answer' }).click();
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
