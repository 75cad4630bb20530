import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { type EmailBlock, emailForms } from '../../src/staff/email.ts';

const HERE = 'https://www.example.org/code/staff/';
const letter: EmailBlock[] = [
  { kind: 'heading', text: 'Kindness' },
  { kind: 'text', runs: [{ text: 'Dear ' }, { text: '[name]', place: true }, { text: ',' }] },
  { kind: 'quotation', anchor: 'kindness', lines: ['Nobody should meet:', 'Shouting & "swearing"'] },
  {
    kind: 'steps',
    items: [
      [{ text: 'The office' }],
      [{ text: 'Phone: ' }, { text: '01234 567890', href: 'tel:01234567890' }],
      [{ text: 'The policy', href: 'https://school.example/policy' }],
    ],
  },
  { kind: 'text', runs: [{ text: '/code/c/kindness/', href: '/code/c/kindness/' }] },
];

describe('an email', () => {
  test('reads well as plain text', () => {
    expect(emailForms(letter, HERE).text).toBe(`Kindness

Dear [name],

“Nobody should meet: Shouting & "swearing"”

1. The office
2. Phone: 01234 567890
3. The policy (https://school.example/policy)

https://www.example.org/code/c/kindness/`);
  });

  test('needs no styles or classes, which webmail drops', () => {
    const rich = parse(emailForms(letter, HERE).html);
    expect(rich.querySelector('mark')?.text).toBe('[name]');
    expect(rich.querySelectorAll('blockquote p').map((line) => line.textContent)).toEqual([
      'Nobody should meet:',
      'Shouting & "swearing"',
    ]);
    expect(rich.querySelectorAll('ol li')).toHaveLength(3);
    expect(rich.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual([
      'tel:01234567890',
      'https://school.example/policy',
      'https://www.example.org/code/c/kindness/',
    ]);
    expect(emailForms(letter, HERE).html).not.toMatch(/class=|style=/);
  });

  test('can’t have text that becomes markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const html = emailForms(
          [
            { kind: 'heading', text },
            { kind: 'quotation', anchor: 'kindness', lines: [text] },
          ],
          HERE,
        ).html;
        const rich = parse(html);
        expect(rich.querySelectorAll('*').map(({ tagName }) => tagName)).toEqual([
          'P',
          'STRONG',
          'BLOCKQUOTE',
          'P',
        ]);
      }),
    );
  });
});
