import { describe, expect, test } from 'vitest';
import { inlineHtml } from '../../src/content/markdown.ts';
import { readMdx } from '../../src/shared/mdx.ts';

describe('what an office may write is shown as it’s written', () => {
  test.each([
    'Open 9~10am or 2~3pm',
    'See www.hilltop.example or write to office@hilltop.example',
    'Ask for https://hilltop.example/a',
    'It’s ~~not~~ allowed',
    '"Straight" and ‘curly’ -- and so on...',
  ])('%s', (text) => {
    const tree = readMdx('content/pages/x.mdx', text);
    const [paragraph] = 'children' in tree ? tree.children : [];
    expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: text }] });
    expect(inlineHtml(text).replaceAll('&quot;', '"')).toBe(text);
  });
});
