import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** What `BROWSER` says for the browser that comes with the npm packages. */
export const FROM_NPM = 'npm';

/** Where a Chrome or Chromium usually is, for machines on which the one from npm does not run. */
const INSTALLED = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
];

/** The browser to test in: the one that `BROWSER` names, or else the one from npm, which runs on Linux (x64). */
export async function browserPath(named = process.env.BROWSER ?? FROM_NPM): Promise<string> {
  if (named !== FROM_NPM) return named;
  if (process.platform === 'linux' && process.arch === 'x64') return chromium.executablePath();
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed === undefined) throw new Error('No browser found. Say where one is: BROWSER=/path/to/chrome');
  return installed;
}

/** Starts the browser, without the connections of its own that a closed network would refuse. */
export async function startBrowser(args: readonly string[] = []): Promise<Browser> {
  return playwright.launch({
    executablePath: await browserPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu', ...args],
  });
}

let shared: Promise<Browser> | undefined;

/** The browser that all test files of one worker share. It ends with the worker. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= startBrowser();
  return shared;
}
