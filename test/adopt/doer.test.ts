import { expect, test } from 'vitest';
import { doerOf, isForSchool, refersBack } from '../../src/adopt/doer.ts';

test.each([
  'Visitors must sign in at the office.',
  'Adults who are late must use the front door.',
  'We ask families not to cycle through the gate.',
  'The academy expects all visitors to:',
  'In order to keep the site safe the school cannot tolerate:',
  'If you’d like a chat, please ring the office.',
  'On school trips, visitors and other helpers must stay with the group.',
  'As carers, we will:',
  'Staff should not be phoned at home.',
  'All staff, parents and visitors must wear a badge.',
  'Vaping is not permitted anywhere on site.',
  'The academy has a strict no smoking policy.',
])('parents do it: %s', (sentence) => {
  expect(doerOf(sentence)).toBe('parents');
});

test.each([
  'The caretaker’s office will lock the gates.',
  'Should a teacher feel unsafe, the conversation will be ended.',
  'The head will then write a letter, saying:',
  'If they go on, the class teacher will fetch somebody.',
  'The chair of governors will be informed.',
  'We expect all our teachers to stay calm.',
  'Any visitor who is banned may appeal.',
  'Adults who do not behave in an acceptable way may be asked to leave.',
  'Families will be invited to a meeting.',
  'Parents can expect:',
  'A record must be kept by the office.',
  'Every appeal must be heard within a week.',
  'When this happens staff will:',
  'Our parents will understand why this matters.',
])('the school does it, or it happens to a parent: %s', (sentence) => {
  expect(doerOf(sentence)).toBe('school');
});

test.each(['Scooters must be pushed.', 'Keep off the grass', 'Concerns should be raised with the teacher.'])(
  'nobody says who does it: %s',
  (sentence) => {
    expect(doerOf(sentence)).toBeUndefined();
  },
);

test.each([
  ['Guidance for members of staff', true],
  ['The role of the governing body', true],
  ['The school’s responsibilities', true],
  ['Responsibilities of the school and of parents', false],
  ['Respect for staff', false],
])('knows who a heading is for: %s', (heading, isTheirs) => {
  expect(isForSchool(heading)).toBe(isTheirs);
});

test('knows what says nothing without the sentence before', () => {
  expect(refersBack('This must not be seen as a full list.')).toBe(true);
  expect(refersBack('If it goes on, it will be made clear that such behaviour is wrong.')).toBe(true);
  expect(refersBack('Please don’t park here.')).toBe(false);
  expect(refersBack('It is not acceptable to park here.')).toBe(false);
});
