import { describe, expect, test } from 'vitest';
import { EMERGENCY } from '../../src/checker/reading/reader.ts';
import { sidewaysOn, wordsIn } from '../support/page.ts';
import { openPageForEachTest, page, watched } from '../support/pageOfEachTest.ts';
import { schoolUnderTest } from '../support/schoolUnderTest.ts';
import { isOurs, siteUnderTest } from '../support/siteUnderTest.ts';

const site = siteUnderTest();
const { content, situation, told, clause, story, decides, mistyped, inBoth, danger } = schoolUnderTest();
const { checker } = content;
/** Where the links to the situation and to its clause lead. */
const toSituation = `a[href="${site.base}situations/${situation}/"]`;
const toClause = `a[href="${site.base}#${clause.anchor}"]`;

openPageForEachTest();

const open = (query: string) => page.goto(`${site.url}search/?${new URLSearchParams({ q: query })}`);
const results = () => page.locator('[data-results]');

describe('a search', () => {
  test('opens a result at its anchor', async () => {
    await open(inBoth);
    const link = results().locator(toClause).first();
    await link.waitFor();
    await link.click();
    // The clause can be there before the rest of its page, which the browser waits for to go to it.
    await page.locator(`#${clause.anchor}:target`).waitFor();
    expect(page.url()).toBe(`${site.url}#${clause.anchor}`);
  });

  test('groups what it finds, counts it and marks the words', async () => {
    await open(inBoth);
    await results().locator('h2').first().waitFor();
    const groups = await results().locator('h2').allInnerTexts();
    expect(groups).toEqual(expect.arrayContaining(['The Code', 'Situations']));
    expect(await wordsIn(page, '[data-results] .count')).toMatch(
      new RegExp(`^\\d+ results for “${inBoth}”$`),
    );
    expect((await results().locator('mark').allInnerTexts()).map((word) => word.toLowerCase())).toContain(
      inBoth,
    );
  });

  test('comes as one types, keeps the focus and the address, and is announced once', async () => {
    await page.goto(`${site.url}search/`);
    await page.locator('#search-box').pressSequentially(inBoth, { delay: 40 });
    await results().locator(toClause).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search-box');
    await expect.poll(() => page.locator('[data-status]').textContent()).toContain(`for “${inBoth}”`);
    expect(new URL(page.url()).searchParams.get('q')).toBe(inBoth);
  });

  test('answers a mistyped word with what was meant', async () => {
    await open(mistyped);
    await page.getByRole('link', { name: decides, exact: true }).click();
    await results().locator(toSituation).first().waitFor();
    expect(await page.locator('#search-box').inputValue()).toBe(decides);
  });

  test('answers a whole sentence with the checker’s reading', async () => {
    await open(`${story} in front of everyone on the way home`);
    await results().locator(toSituation).first().waitFor();
    expect(await wordsIn(page, '[data-results]')).toContain(told.summary);
  });

  test('puts the emergency panel above everything', async () => {
    await open(danger);
    await page.locator('.emergency-panel').waitFor();
    expect(await wordsIn(page, '.emergency-panel')).toContain(checker.emergency.heading);
    expect(await page.locator('.emergency-panel a[href="tel:999"]').count()).toBe(1);
  });

  test('with nothing found offers ways on', async () => {
    await open('zxqvbn');
    await results().locator(`a[href="${site.base}situations/"]`).waitFor();
    expect(await results().locator(`a[href="${site.base}check/"]`).count()).toBe(1);
  });

  test('before anything is typed, suggests searches and lists everything', async () => {
    await page.goto(`${site.url}search/`);
    expect(await page.locator('.suggestions a:visible').count()).toBeGreaterThan(2);
    expect(await page.locator(`main ${toClause}:visible`).count()).toBe(1);
  });
});

describe('what the search fetches', () => {
  const fetched = () => watched.requests.filter((url) => /\/search\/records-\w+\.js$/.test(url));

  test('sets out before the page’s own script has come, and once', async () => {
    let release = (): void => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    await page.route('**/_astro/**', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${site.url}search/?q=${inBoth}`, { waitUntil: 'commit' });
    await expect.poll(() => fetched().length).toBe(1);
    release();
    await results().locator(toClause).first().waitFor();
    expect(fetched()).toHaveLength(1);
    expect(watched.complaints).toEqual([]);
  });

  test('is nothing while nothing is searched for', async () => {
    await page.goto(`${site.url}search/`, { waitUntil: 'networkidle' });
    expect(fetched()).toEqual([]);
  });
});

test('a search says what it left out, and shows what it found for the rest', async () => {
  await open(`${inBoth} zxqvbn`);
  await results().locator(toClause).first().waitFor();
  expect(await wordsIn(page, '[data-results] .count')).toContain(
    'No section has “zxqvbn”, so it was left out.',
  );
});

test('a mistyped word finds what was meant at once, and says so', async () => {
  await open(mistyped);
  await results().locator(toSituation).first().waitFor();
  expect(await wordsIn(page, '[data-results] .count')).toMatch(
    new RegExp(`for “${decides}”. No section has “${mistyped}”.$`),
  );
});

describe.runIf(isOurs())('a hostile address', () => {
  test.each([
    ['script', '"><script>document.title="broken"</script><img src=x onerror=alert(1)>'],
    ['half of a surrogate pair', 'a\ud83dz'],
    ['right to left', '\u202eevil \u0627\u0644\u0645\u062f\u0631\u0633\u0629'],
    ['emoji', '😡😡😡'],
    ['ten thousand characters', `${decides} `.repeat(1100)],
    ['punctuation', "' OR 1=1; -- %00 \\"],
  ])('%s breaks nothing', async (_what, query) => {
    const title = 'Search';
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query.toWellFormed())}`);
    await page.locator('[data-results] .count, [data-results] .emergency-panel').first().waitFor();
    expect(await page.title()).toContain(title);
    expect(await page.locator('main img').count()).toBe(0);
    expect(await sidewaysOn(page)).toBeLessThanOrEqual(0);
    expect(watched.complaints).toEqual([]);
  });

  test.each(['?q=%', '?q=%E0%A4%A', '?q=a&q=b', '?other=1#"><b>'])(
    '%s is read without harm',
    async (query) => {
      await page.goto(`${site.url}search/${query}`);
      await page.waitForTimeout(300);
      expect(await page.locator('h1').innerText()).toBe('Search');
      expect(watched.complaints).toEqual([]);
    },
  );
});

test('where the records are lost, the page says so and lists everything', async () => {
  await page.route('**/search/records-*', (route) => route.abort());
  await open(decides);
  await page.getByText('search didn’t load').first().waitFor();
  await page.locator(`main ${toClause}`).first().waitFor();
  watched.complaints.length = 0;
});

test('what’s typed before the script has loaded is kept, and searched for', async () => {
  let load = () => {};
  const loaded = new Promise<void>((resolve) => {
    load = resolve;
  });
  await page.route('**/_astro/*.js', async (route) => {
    await loaded;
    await route.continue();
  });
  await page.goto(`${site.url}search/?q=${decides}`, { waitUntil: 'commit' });
  await page.fill('#search-box', inBoth);
  load();
  await page.getByText(`for “${inBoth}”`).first().waitFor();
  expect(await page.locator('#search-box').inputValue()).toBe(inBoth);
  expect(new URL(page.url()).searchParams.get('q')).toBe(inBoth);
});

test('the header leads here from any page', async () => {
  await page.goto(`${site.url}situations/${EMERGENCY}/`);
  await page.click('header a[href$="/search/"]');
  await page.fill('#search-box', inBoth);
  await page.press('#search-box', 'Enter');
  await results().locator(toSituation).first().waitFor();
});
