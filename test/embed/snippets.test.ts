import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { frameSnippet, linkToSituation, scriptSnippet } from '../../src/embed/snippets.ts';

const SITE = 'https://www.example.org/policies/code/';

describe('the snippets', () => {
  test('with a script: the script and the element with a link inside', () => {
    const html = parse(scriptSnippet(SITE));
    expect(html.querySelector('script')?.attributes).toEqual({ src: `${SITE}embed.js`, defer: '' });
    const element = html.querySelector('parent-code-checker');
    expect(element?.attributes).toEqual({});
    expect(element?.querySelector('a')?.getAttribute('href')).toBe(`${SITE}check/`);
  });

  test('for a situation, the element names it', () => {
    const element = parse(scriptSnippet(SITE, 'some-situation')).querySelector('parent-code-checker');
    expect(element?.attributes).toEqual({ situation: 'some-situation' });
  });

  test('without a script: a frame with a title and a sandbox, and a link', () => {
    const html = parse(frameSnippet(SITE));
    const frame = html.querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe(`${SITE}embed/frame/`);
    expect(frame?.getAttribute('title')).toBeTruthy();
    expect(frame?.getAttribute('sandbox')?.split(' ')).toEqual([
      'allow-scripts',
      'allow-same-origin',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
    ]);
    expect(html.querySelector('a')?.getAttribute('href')).toBe(`${SITE}check/`);
  });

  test('a link to a situation has it as the hash', () => {
    expect(linkToSituation(SITE, 'some-situation')).toBe(`${SITE}check/#some-situation`);
  });
});
