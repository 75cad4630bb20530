import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Where a Chrome or Chromium is usually installed; one of these comes before the one in the npm package. */
const INSTALLED = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser to test in: an installed one, or else the one that comes with the npm packages (Linux, x64). */
export async function browserPath(): Promise<string> {
  const installed = INSTALLED.find((path) => path !== undefined && existsSync(path));
  return installed ?? (await chromium.executablePath());
}

/** Starts the browser, without the connections of its own that a closed network would refuse. */
export async function startBrowser(args: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', ...args],
  });
}
