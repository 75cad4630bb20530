import { expect, test } from 'vitest';
import {
  doerOf,
  doerOfHeading,
  doerOfLeadIn,
  namesDoing,
  onlyNames,
  refersBack,
} from '../../src/adopt/doer.ts';

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
  'Volunteers must not row the boat.',
  'Volunteers must be prepared to get wet.',
  'The academy has a strict no smoking policy.',
  'We treat letters as vexatious if they come every hour.',
  'The school considers these photographs inappropriate',
])('parents do it: %s', (sentence) => {
  expect(doerOf(sentence)).toBe('parents');
});

test('waiting to be fetched by staff is no duty of theirs', () => {
  expect(doerOf('wait at the pier until you are fetched by a member of staff')).not.toBe('school');
});

test.each([
  'The caretaker’s office will lock the gates.',
  'The gate by the pond is opened at eight and locked at nine by the caretaker.',
  'Kitchen staff will wash the cups.',
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
  'Helpers must not be left alone with a boat and must not row it.',
  'Volunteers should be given a whistle.',
  'The parent is told by letter how long it will last.',
])('the school does it, or it happens to a parent: %s', (sentence) => {
  expect(doerOf(sentence)).toBe('school');
});

test.each([
  'Scooters must be pushed.',
  'Keep off the grass',
  'Concerns should be raised with the teacher.',
  'Damage the fence, as you may be asked to mend it',
  'Understand that the office may not be able to ring back',
  'Ask for the teacher’s view of what your child says',
  'Vaping or drinking on the field (drinks may be allowed at the fair)',
])('nobody says who does it: %s', (sentence) => {
  expect(doerOf(sentence)).toBeUndefined();
});

test('a lead-in is whose its last sentence says', () => {
  expect(
    doerOfLeadIn(
      'Our handbook is where we start, however we ask that these steps are taken by anybody on site',
      '',
      undefined,
    ),
  ).toBe('parents');
  expect(doerOfLeadIn('If you’re worried about the pond you can', '', undefined)).toBeUndefined();
  const then =
    'Thereafter, and depending on how grave it is, the keeper’s office may do one or more of the following';
  expect(doerOfLeadIn(then, '', undefined)).toBe('school');
});

test.each([
  ['We hope it never rains, but if a teacher sees a puddle they will', 'school'],
  ['If a visitor finds a puddle they must', 'parents'],
  ['Our wish is that the pond will be a place where', 'school'],
  ['We want an academy in which', 'school'],
])('a lead-in is whose its condition says, or the school’s own: %s', (leadIn, doer) => {
  expect(doerOfLeadIn(leadIn, '', 'parents')).toBe(doer);
});

test('an agreement for somebody is theirs', () => {
  expect(
    ['Agreement for Pupils', 'Agreement for Families', 'Agreement for Staff', 'TRUST'].map(doerOfHeading),
  ).toEqual(['pupils', 'parents', 'school', undefined]);
});

test.each([
  ['Guidance for members of staff', 'school'],
  ['The role of the governing body', 'school'],
  ['The school’s responsibilities', 'school'],
  ['Hilltop School expectations', 'school'],
  ['Our responsibilities', 'school'],
  ['Staff and volunteers', 'school'],
  ['What you can expect from us', 'school'],
  ['What parents can expect of staff', 'school'],
  ['What the school will do', 'school'],
  ['Our promise to families', 'school'],
  ['Appendix B – Guidance for teachers', 'school'],
  ['What children can expect', 'pupils'],
  ['As a pupil I will', 'pupils'],
  ['Children’s responsibilities', 'pupils'],
  ['Parents and carers', 'parents'],
  ['As a parent I will', 'parents'],
  ['Your responsibilities', 'parents'],
  ['Our responsibilities as parents', 'parents'],
  ['What the school expects of parents', 'parents'],
  ['Visitors and volunteers', 'parents'],
  ['What staff can expect from parents', 'parents'],
  ['How you can help us', 'parents'],
  ['What we ask', 'parents'],
  ['What we can expect of you', 'parents'],
  ['What we won’t accept', 'parents'],
  ['Responsibilities of the school and of parents', undefined],
  ['Staff and parents', undefined],
  ['Respect for staff', undefined],
  ['Contacting staff', undefined],
  ['Our expectations', undefined],
  ['On the school site', undefined],
  ['Children on the climbing frame', undefined],
] as const)('knows whose what’s below a heading is: %s', (heading, doer) => {
  expect(doerOfHeading(heading)).toBe(doer);
});

test.each([
  ['The school agrees to', '', 'school'],
  ['Staff and volunteers must not', '', 'school'],
  ['Governors will', '', 'school'],
  ['They will', 'All our teachers know how much a welcome matters.', 'school'],
  ['They must', 'Parents may wait in the hall.', 'parents'],
  ['Children can expect', '', 'pupils'],
  ['We expect pupils to', '', 'pupils'],
  ['Parents can expect', '', 'school'],
  ['Parents agree to', '', 'parents'],
  ['We expect', '', 'parents'],
  ['You can help by', '', 'parents'],
  ['Parents and visitors are asked to', '', 'parents'],
  ['Visitors and volunteers must', '', 'parents'],
  ['Children must be', '', undefined],
  ['These include', '', undefined],
  ['They should', 'We expect visitors to be kind to our staff.', 'parents'],
  ['Before doing so she will', 'The head may close the pond.', 'school'],
  ['Normally we will', '', 'school'],
  ['As a pupil I will', '', 'pupils'],
  ['As an educator I undertake to', '', 'school'],
  ['As a parent or guardian I/we undertake to', '', 'parents'],
] as const)('knows whose what follows a sentence is: %s', (leadIn, before, doer) => {
  expect(doerOfLeadIn(leadIn, before, undefined)).toBe(doer);
});

test('takes “we” and “they” to be the people in the heading', () => {
  expect(doerOfLeadIn('We will', '', 'parents')).toBe('parents');
  expect(doerOfLeadIn('I will', '', 'pupils')).toBe('pupils');
  expect(doerOfLeadIn('They should', 'It’s a busy place.', 'school')).toBe('school');
  expect(doerOfLeadIn('We will not accept', '', 'school')).toBe('parents');
  expect(doerOfLeadIn('We expect parents to', '', 'school')).toBe('parents');
});

test.each([
  ['Smoking at the gate', true, true],
  ['Deliberately blocking the drive when others are waiting', true, true],
  ['Dogs that aren’t on a lead', true, false],
  ['Park on the zigzags', true, false],
  ['Smoking is not allowed', false, false],
  ['We know that tempers fray', false, false],
  ['Please wait here', false, false],
  ['Such language upsets children', false, false],
  ['During lessons the gate is locked', false, false],
])('knows what only names something: %s', (sentence, isName, isDoing) => {
  expect([onlyNames(sentence), namesDoing(sentence)]).toEqual([isName, isDoing]);
});

test.each([
  'What our pupils say',
  'I (the pupil) will:',
  'I, the child, will',
  'I, as a pupil, promise to',
  'The pupil',
  'Pupil',
])('what’s below is the pupils’: %s', (heading) => {
  expect(doerOfHeading(heading)).toBe('pupils');
});

test('knows what says nothing without the sentence before', () => {
  expect(refersBack('This must not be seen as a full list.')).toBe(true);
  expect(refersBack('If it goes on, it will be made clear that such behaviour is wrong.')).toBe(true);
  expect(refersBack('Please don’t park here.')).toBe(false);
  expect(refersBack('It is not acceptable to park here.')).toBe(false);
});
