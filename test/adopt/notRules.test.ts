import { expect, test } from 'vitest';
import { beforeLeadIn, notRules } from '../../src/adopt/notRules.ts';
import { type Part, rowOf } from '../../src/adopt/policy.ts';
import { newClausesOf, structureOf } from '../../src/adopt/structure.ts';

const heading = (text: string, level = 2): Part => ({ kind: 'heading', level, text });
const paragraph = (text: string): Part => ({ kind: 'paragraph', text });
const item = (text: string): Part => ({ kind: 'item', level: 0, marker: '•', text });

/** The clauses that may be about something, by their words. */
function rulesOf(...parts: Part[]): string[] {
  const { code } = structureOf([heading('Our Code of Conduct', 1), paragraph('Be kind.'), ...parts]);
  const silent = notRules(code);
  return newClausesOf(code)
    .slice(1)
    .flatMap(({ anchor, text }) => (silent.has(anchor) ? [] : [text]));
}

const ban = paragraph('You are banned from the school site.');

test.each([
  ['a letter by its heading', [heading('Annex A – Letter to ban a parent'), ban]],
  ['a letter by its words', [heading('Annex A'), paragraph('Dear Mr Smith'), ban]],
  ['whoever signs it', [paragraph('Dear parent'), paragraph('Yours faithfully'), paragraph('The Head')]],
  ['a part of a letter', [heading('Model letter'), heading('Its second page', 3), ban]],
  ['a form', [heading('Incident report form'), paragraph('Who was violent?')]],
  ['an agreement to sign', [heading('Agreement'), paragraph('I have read the Code.'), ban]],
  ['gaps', [paragraph('Banned until [date].'), paragraph('Signed ________'), paragraph('Name ………')]],
  ['what a word means', [paragraph('We use the term ‘parents’ to refer to:'), item('Anyone who cares')]],
  ['a list of laws', [paragraph('It has due regard to legislation, such as the following:'), item('Acts')]],
  ['an Act', [item('Education Act 1996')]],
  ['a publication', [item('DfE (2016) ‘Best practice for school complaints’')]],
  ['a policy', [item('Complaints Policy and Procedure')]],
  ['other policies', [paragraph('Please read this alongside the Complaints Policy.')]],
  ['the cover’s table', [paragraph('Next review date'), paragraph('Approved by: the governors')]],
  ['a table to sign', [rowOf(['', 'Name', 'Signature'], true), rowOf(['Parent', '', ''], false)]],
  ['a row to fill in', [rowOf(['Child’s name', '', 'Room', 'Ducks / Swans'], false)]],
  ['a slip', [heading('Please return to the keeper by Friday'), paragraph('Ask for large print.')]],
  ['an acknowledgement', [paragraph('Acknowledgement. I/We have read this.')]],
  ['what only leads to a list', [paragraph('We won’t tolerate:')]],
])('leaves out %s', (_, parts) => {
  expect(rulesOf(...parts)).toEqual([]);
});

test.each([
  ['We expect you to follow these policies:', 'Speak to staff calmly'],
  ['Threatening anybody with bodily harm in any way, including:', 'in writing, by post or by text message'],
])('keeps the list under %s', (leadIn, text) => {
  expect(rulesOf(item('Be calm'), paragraph(leadIn), item(text))).toContain(text);
});

test('a Code that’s itself a letter is silent only where it greets and ends', () => {
  const rules = [paragraph('We will not tolerate rowing indoors.'), item('Feeding the ducks')];
  const parts = [paragraph('Dear families'), ...rules, paragraph('Yours faithfully'), paragraph('A Drake')];
  const { code } = structureOf([heading('Our Code of Conduct', 1), ...parts]);
  const kept = (isCode: boolean): string[] => {
    const silent = notRules(code, isCode);
    return newClausesOf(code).flatMap(({ anchor, text }) => (silent.has(anchor) ? [] : [text]));
  };
  expect(kept(true)).toEqual(['We will not tolerate rowing indoors.', 'Feeding the ducks']);
  expect(kept(false)).toEqual([]);
});

test('a second letter in a Code that’s a letter is still silent', () => {
  const parts = [paragraph('Dear families'), ban, heading('Then'), paragraph('Dear Mr Drake'), ban];
  const { code } = structureOf([heading('Our Code of Conduct', 1), ...parts]);
  const silent = notRules(code, true);
  expect(newClausesOf(code).map(({ anchor }) => silent.has(anchor))).toEqual([true, false, true, true]);
});

test('reads what a paragraph says before it leads to a list', () => {
  const text = 'Posts about us must be kind. We won’t tolerate:';
  expect(rulesOf(paragraph(text))).toEqual([text]);
  expect(beforeLeadIn(text)).toBe('Posts about us must be kind.');
  expect(beforeLeadIn('We won’t tolerate:')).toBeUndefined();
});

test('keeps rules that speak of letters, Acts and policies', () => {
  const rules = [
    'Follow the school’s complaints policy',
    'We may ban a parent under the Education Act 1996.',
    'The headteacher may write a letter to warn you.',
  ];
  expect(rulesOf(heading('Forms of abuse'), ...rules.map(item))).toEqual(rules);
  expect(rulesOf(heading('Stage 2: warning letter'), ban)).toEqual([ban.text]);
  expect(rulesOf(heading('Our agreement'), ban)).toEqual([ban.text]);
});
