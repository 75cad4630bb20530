import { expect, inject, test } from 'vitest';
import { pagesToRead } from '../support/pagesToRead.ts';

/** A word, or the sign at its end, with a link or the like straight behind it, or straight before it. */
const RUN_TOGETHER =
  /[\p{L}.,;:!?)]<(a|code|strong|em|time)\b[^>]*>[\p{L}`][^<]*|[^<>]*<\/(a|code|strong|em|time)>\p{L}[^<]*/gu;

// Astro drops a line break between words and an element, as JSX does.
test.each([...pagesToRead(inject('atRoot').folder)])(
  'on %s no link runs into the words beside it',
  (_address, html) => {
    const words = html.replaceAll(/<(script|style|svg)\b.*?<\/\1>/gs, '');
    expect([...words.matchAll(RUN_TOGETHER)].map(([found]) => found)).toEqual([]);
  },
);
