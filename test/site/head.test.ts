import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decode } from 'fast-png';
import { parse } from 'node-html-parser';
import { describe, expect, inject, test } from 'vitest';
import { CARD } from '../../src/card/card.ts';
import { pagesToRead } from '../support/pagesToRead.ts';

const atRoot = inject('atRoot');
const inFolder = inject('inFolder');
const pagesAtRoot = [...pagesToRead(atRoot.folder)].map(([address, html]) => ({
  address,
  root: parse(html),
}));
const pagesInFolder = [...pagesToRead(inFolder.folder)].map(([address, html]) => ({
  address,
  root: parse(html),
}));
const attribute = (root: ReturnType<typeof parse>, selector: string, name: string) =>
  root.querySelector(selector)?.getAttribute(name);
const robotsTxt = (folder: string) => readFileSync(path.join(folder, 'robots.txt'), 'utf8');

describe('the head of every page', () => {
  test('has a title and a description of its own', () => {
    const titles = pagesAtRoot.map(({ root }) => root.querySelector('title')?.text);
    const descriptions = pagesAtRoot.map(({ root }) =>
      attribute(root, 'meta[name="description"]', 'content'),
    );
    expect(new Set(titles).size).toBe(pagesAtRoot.length);
    expect(new Set(descriptions).size).toBe(pagesAtRoot.length);
    expect([...titles, ...descriptions].filter((text) => !text)).toEqual([]);
  });

  test('names its language, and has one h1 and headings that skip no level', () => {
    for (const { address, root } of pagesAtRoot) {
      expect(attribute(root, 'html', 'lang'), address).toBe('en-GB');
      const levels = root
        .querySelectorAll('h1, h2, h3, h4')
        .map((heading) => Number(heading.tagName.slice(1)));
      expect(
        levels.filter((level) => level === 1),
        address,
      ).toHaveLength(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? 0), address).toBeLessThanOrEqual(1);
    }
  });

  test('where the site’s address is known: canonical link, card and sitemap', () => {
    for (const { address, root } of pagesInFolder) {
      if (['/404.html', '/embed/frame/', '/offline/'].includes(address)) continue;
      expect(attribute(root, 'link[rel="canonical"]', 'href')).toBe(
        `https://www.example.org/policies/code${address}`,
      );
      expect(attribute(root, 'meta[property="og:image"]', 'content')).toBe(
        'https://www.example.org/policies/code/card.png',
      );
    }
    expect(decode(readFileSync(path.join(inFolder.folder, 'card.png')))).toMatchObject(CARD);
    const sitemap = readFileSync(path.join(inFolder.folder, 'sitemap-0.xml'), 'utf8');
    expect(sitemap).toContain('<loc>https://www.example.org/policies/code/situations/emergency/</loc>');
    expect(robotsTxt(inFolder.folder)).toContain(
      'Sitemap: https://www.example.org/policies/code/sitemap-index.xml\n',
    );
  });

  test('where it is not known: nothing that would name a wrong one', () => {
    for (const { root } of pagesAtRoot) {
      expect(root.querySelector('link[rel="canonical"]')).toBeNull();
      expect(root.querySelector('meta[property="og:image"]')).toBeNull();
    }
    expect(existsSync(path.join(atRoot.folder, 'sitemap-index.xml'))).toBe(false);
    expect(existsSync(path.join(atRoot.folder, 'card.png'))).toBe(false);
    expect(robotsTxt(atRoot.folder)).toBe('User-agent: *\nAllow: /\n');
  });
});
