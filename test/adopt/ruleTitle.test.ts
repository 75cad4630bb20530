import { expect, test } from 'vitest';
import { boundTitle, conditionIn, readsAsOrder, ruleTitle } from '../../src/adopt/ruleTitle.ts';

test.each([
  ['park on the zigzags', 'Park on the zigzags'],
  ['to label coats, and to travel by bus', 'Label coats, and travel by bus'],
  ['only park in marked bays', 'Only park in marked bays'],
  ['refrain from smoking at the gate', 'Refrain from smoking at the gate'],
  ['lean over, prod or chase a duck', 'Lean over, prod or chase a duck'],
  ['keep dogs outside and do not tie them up', 'Keep dogs outside and do not tie them up'],
  ['row to the island on time (8.50am; boats 9.10am)', 'Row to the island on time'],
  ['feedback any news of the ducks', 'Feedback any news of the ducks'],
  ['ring the keeper first thing on 01632 960123', 'Ring the keeper first thing'],
  ['make loud noise e.g shouting', 'Make loud noise e.g. shouting'],
  ['look after the pond by', 'Look after the pond'],
  ['use the following oars on the pond:', 'Use oars on the pond'],
  ['remember that ducks need to rest', 'Remember that ducks need to rest'],
  ['not use mobile phones on site', 'Don’t use mobile phones on site'],
  ['Please do not park on the zigzags. They keep children safe', 'Don’t park on the zigzags'],
  ['Late? Please come to the mill and wait', 'Late? Please come to the mill and wait'],
  [
    'To tell the keeper, by noon, if their child will not be in',
    'Tell the keeper, by noon, if your child will not be in',
  ],
])('what’s below “Parents must:” keeps its words: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must:', 'expected')).toBe(title);
});

test.each([
  ['park on the zigzags', 'Don’t park on the zigzags'],
  ['lean over, prod or chase a duck', 'Parents must not lean over, prod or chase a duck'],
  ['share or copy a map of the pond', 'Don’t share or copy a map of the pond'],
  ['be late for the boat', 'Don’t be late for the boat'],
  ['never park by the pond', 'Never park by the pond'],
  ['insistent ringing at the pond', 'Insistent ringing at the pond'],
  ['open dislike of a keeper', 'Open dislike of a keeper'],
  ['open the sluice', 'Don’t open the sluice'],
  ['threats, spoken or written', 'Threats, spoken or written'],
  ['not greeting the swans', 'Not greeting the swans'],
])('what’s below “Parents must not:” says so: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must not:', 'not-tolerated')).toBe(title);
});

test.each([
  [
    'We ask that group chats, however small, should not be used to:',
    'not-tolerated',
    'Group chats should not be used to swap gossip',
  ],
  ['Parents must not use the pond’s app to:', 'not-tolerated', 'Don’t use the pond’s app to swap gossip'],
  ['Parents should use the boathouse line to:', 'expected', 'Use the boathouse line to swap gossip'],
] as const)('what’s below says with what: %s', (above, means, title) => {
  expect(ruleTitle('swap gossip', above, means)).toBe(title);
});

test.each([
  [
    'tell others of your worries about the ducks, the keepers, the boats or their crews in public or at the gate',
    'not-tolerated',
    'Don’t tell others of your worries about the ducks … in public or at the gate',
  ],
  [
    'leave the pond, or ask the keeper who is on the bridge to row you over, if you are uneasy about the ice',
    'expected',
    'If you are uneasy about the ice, leave the pond …',
  ],
  [
    'tell the keeper of every boat that you find upside down, if a storm with lightning is on its way to our pond from the hills',
    'expected',
    undefined,
  ],
] as const)('a long one says when it’s so and where: %s', (says, means, title) => {
  expect(ruleTitle(says, 'At the pond:', means)).toBe(title);
});

test.each([
  ['That oars are left in the rack', 'Oars are left in the rack'],
  ['That nobody – rower or swimmer – is splashed', undefined],
  ['That staff count the oars', undefined],
])('what’s expected to be is said as it is: %s', (says, title) => {
  expect(ruleTitle(says, 'Expectations', 'expected')).toBe(title);
});

test.each([
  ['Ducks on the lawn (swans are welcome)', 'Ducks on the lawn'],
  [
    'Ducks on the lawn (ducks from the mill are welcome)',
    'Ducks on the lawn (ducks from the mill are welcome)',
  ],
  [
    'Ducks, geese or swans on any of the lawns around the boathouse and in the yard (ducks are allowed in May)',
    'Ducks, geese or swans on any of the lawns around the boathouse and in the yard (with exceptions)',
  ],
])('what a bracket allows of it is said: %s', (says, title) => {
  expect(ruleTitle(says, 'Not allowed', 'not-tolerated')).toBe(title);
});

test('what else people must do in the same sentence is left to that', () => {
  expect(ruleTitle('Parents should not name a duck, should not feed one and should wave', '')).toBe(
    'Don’t name a duck',
  );
  expect(ruleTitle('We ask you to stay calm, to use the oars and to remember the ducks', '')).toBe(
    'Stay calm, use the oars and remember the ducks',
  );
});

test('what visitors are to do names them, and “Please note” is no order', () => {
  expect(ruleTitle('sign in at the boathouse', 'Visitors will:', 'expected')).toBe(
    'Visitors will sign in at the boathouse',
  );
  expect(ruleTitle('Please note: parents must shut the gate', '')).toBe('Shut the gate');
  expect(ruleTitle('prod any duck other than their own', 'Parents must not:', 'not-tolerated')).toBe(
    'Don’t prod any duck other than your own',
  );
});

test('what’s only part of a choice isn’t cut to the other part', () => {
  const says =
    'Taunts of any kind, whether in person or online, at a rower, a swimmer, a keeper of the ducks or the ducks themselves';
  expect(ruleTitle(says, 'Not allowed', 'not-tolerated')).toMatch(
    /^Taunts of any kind, whether in person or online/,
  );
});

test('several things to do are no reasons for the first of them', () => {
  expect(
    ruleTitle('We expect parents to ring first, to shut the gate, and never to leave early', '', 'expected'),
  ).toBe('Ring first, shut the gate, and never leave early');
  expect(ruleTitle('We expect parents to ring first, to save time', '', 'expected')).toBe(
    'Ring first, to save time',
  );
});

test('an exception to one of several things says to which', () => {
  const says = 'Boats, wine or bread on the bank. Wine may only be drunk at the fair';
  expect(ruleTitle(says, 'Not allowed', 'not-tolerated')).toBe(
    'Boats, wine or bread on the bank (with exceptions for wine)',
  );
});

test('what points to something else on its page makes no title', () => {
  expect(ruleTitle('Please don’t take it up with them yourself', '', 'not-tolerated')).toBeUndefined();
  expect(ruleTitle('Please follow the steps below', '', 'expected')).toBeUndefined();
});

test.each([
  ['Parents should be considerate when parking: please use the bays', 'Be considerate when parking'],
  ['Care of the garden: Parents should water the tomatoes', 'Water the tomatoes'],
  ['Muddy boots Parents must not wear boots in the hall', 'Don’t wear boots in the hall'],
  ['We ask all visitors to wear a badge', 'Wear a badge'],
  ['That all adults drive slowly by the pond', 'Drive slowly by the pond'],
  ['Under no circumstances should a visitor climb the willow', 'Don’t climb the willow'],
])('what people are told is said without who they are: %s', (text, title) => {
  expect(ruleTitle(text, 'On the school site')).toBe(title);
});

test.each([
  'It is not acceptable to park across drives',
  'Dogs must not be brought on to the site',
  'Dogs are not allowed on the field',
  'No dogs on the field',
  'There must be no running in the hall',
  'Any parent wishing to see a governor must write to the clerk',
  'The academy is a smoke-free site',
  'We are a nut-free school',
  'When visiting, parents must switch off their phones',
  'If you are still unhappy, ask to see the ferryman',
  'Children must be collected by an adult',
  'Rowing is not allowed on the pond, and boats must be left at the gate',
  'We ask that you are kind to ducks, and that you leave the swans',
  'Drivers must keep to 5 km/h and must use the bridge',
  'All letters must respect the ducks',
  'Little ducks remain the care of parents at all times and must be watched',
  'We ask that whistles are put away by the pond',
])('any other sentence stays whole: %s', (text) => {
  expect(ruleTitle(text, 'On the school site')).toBe(text);
});

test.each([
  'The use of mobile phones in the building',
  'Approaching someone else’s child to discuss or chastise them',
  'Any dog that is not on a lead',
  'Punctual collection of children',
  'Actions that bring the school into disrepute',
  'Phone calls in the hall',
  'Damage to, or loss of, boats',
])('so does a name: %s', (text) => {
  expect(ruleTitle(text, 'Unacceptable behaviour', 'not-tolerated')).toBe(text);
});

test.each([
  ['Please note that balloons are not allowed in the hall', 'Balloons are not allowed in the hall'],
  ['The pond is a no rowing zone. This includes the bank', 'The pond is a no rowing zone'],
  ['Rowing by the mill (see Rowing Policy)', 'Rowing by the mill'],
  ['Covert rowing⁵', 'Covert rowing'],
  ['going up to a swan in order to:', 'Going up to a swan …'],
])('notes, and what only leads to something, are left out: %s', (text, title) => {
  expect(ruleTitle(text, 'The pond')).toBe(title);
});

test.each([
  ['copies a letter to every duck', 'when a parent:', 'When a parent copies a letter to every duck'],
  ['films a swan and sends it on', 'A person who:', 'A person who films a swan and sends it on'],
  ['dries the oars', 'We ask that every parent of a duck:', 'Every parent of a duck dries the oars'],
  ['makes demands of the keeper', 'Contact where it', 'Contact where it makes demands of the keeper'],
  ['rowing at night; or', 'an insistence on', 'An insistence on rowing at night'],
  ['hard on the ducks', 'Visitors are told of: actions which are', 'Actions which are hard on the ducks'],
  ['Muddy boots', 'Parents are asked to agree on:', 'Muddy boots'],
])('what ends the words above it has them too: %s', (text, above, title) => {
  expect(ruleTitle(text, above)).toBe(title);
});

test.each([
  ['phone calls are finished before the gate', 'Phone calls are finished before the gate'],
  ['your child rows on time', 'Your child rows on time'],
  ['I come to the pond on time', 'We will see that I come to the pond on time'],
])('what’s below “that” is whole, if need be with what it ends: %s', (text, title) => {
  expect(ruleTitle(text, 'We will see that:', 'expected')).toBe(title);
});

test.each([
  ['feed my duck', 'Feed your duck'],
  ['tell the keeper when their child rows', 'Tell the keeper when your child rows'],
  ['feed their own duck', 'Parents must feed their own duck'],
  ['mind what they say and do', 'Parents must mind what they say and do'],
  ['ask another adult to row their child', 'Parents must ask another adult to row their child'],
  [
    'feed their own child, especially where their voice is loud',
    'Parents must feed their own child, especially where their voice is loud',
  ],
])('“their child” is yours, and who else “they” are is said: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must:', 'expected')).toBe(title);
});

test.each([
  'The gate by the pond is opened at eight and locked at nine by the keeper',
  'Under no circumstances should parents park there',
  'Until they answer, the ban stays, and another keeper must row the boat',
  'Please use it there',
  'not',
  'Please be aware that there are ducks',
  'They must not be fed in the pond',
  'We hope for a quiet pond',
  'Our field has been muddy since the summer',
  'In boats – a quiet voice',
  'Online – only what’s kind',
  'III. The parent writes to the clerk',
  'Even if he or she has been splashed',
  'In muddy weather a swan giving way',
  'Use it for boots and coats',
  'These steps will be followed',
  'Stage 2: There will be a letter',
  'Stage 2 – The clerk will write',
  'What we will do: There will be a letter',
  'Best kept in boats. Some people fear ducks',
  'If a keeper asks you about any of these you must stop at once',
  'Behaviour of any of these kinds',
  'then the keeper of the ducks',
  'Late? The mill is shut',
  'Nobody will be allowed to row after dark',
  'They are reminded that parents row slowly',
  'Sadly, parents find the balance hard; it is tiring',
  'Pond staff will answer within two days and give a reply in ten',
])('what says nothing alone, or tells of what others do, has no title: %s', (text) => {
  expect(ruleTitle(text, 'On the school site')).toBeUndefined();
});

test.each([
  [
    'Bringing dogs on to the field, which is muddy at any time of the day or of the year, and so is the path',
    'Bringing dogs on to the field …',
  ],
  [
    'Make sure that ducks are safe on their way to and from the island using boats of the right size for them',
    'Make sure that ducks are safe on their way to and from the island using boats …',
  ],
  [
    'Row home from the pond by the old willow if you have eaten berries, leaves or other things that have made you ill',
    'Row home from the pond by the old willow if you have eaten berries …',
  ],
  [
    'Parents alone are responsible for ducklings that they bring, and the keeper of the pond has asked us to remind everybody of it',
    'Parents alone are responsible for ducklings that they bring',
  ],
  [
    'Boats must not be left on the bank, in the hall or by the mill gate, since the ducks and the swans both sleep there by night',
    'Boats must not be left on the bank, in the hall or by the mill gate',
  ],
  [
    'Boats on the pond must be tied to the willow by the mill gate at any time of the day or night when the keeper isn’t there',
    undefined,
  ],
])('a long one ends where a part of it ends, and doesn’t lose when it’s so: %s', (text, title) => {
  expect(ruleTitle(text, 'The pond', 'expected')).toBe(title);
});

test.each([
  [
    'Bringing dogs on to the site, except boats’ cats, which may come on to it at any time of day or night',
    'Bringing dogs on to the site (with exceptions)',
  ],
  [
    'Feeding a duck other than your own, when it swims in the pond by the gate',
    'Feeding a duck other than your own, when it swims in the pond by the gate',
  ],
  [
    'Rowing or sailing on the pond (unless the keeper of the boats has said yes to it at the gate that morning)',
    'Rowing or sailing on the pond (with exceptions)',
  ],
  [
    'Rowing, sailing, fishing (other than on the first of May) or wading',
    'Rowing, sailing, fishing (other than on the first of May) or wading',
  ],
  [
    'Rowing, sailing, old oars, new oars and paddles (other than on the first Sunday in May or June) or wading',
    'Rowing, sailing, old oars, new oars and paddles (other than on the first Sunday in May or June) …',
  ],
  [
    'Filming a duck or a swan, by whatever means, without the consent of everybody who feeds them or rows by them',
    'Filming a duck or a swan, by whatever means, without the consent of everybody who feeds them …',
  ],
  [
    'Fishing or rowing on the pond (rowing may only be tried in May)',
    'Fishing or rowing on the pond (rowing may only be tried in May)',
  ],
  [
    'Rowing to the island in the pond, or coming back to the old mill by the bridge in the dark late at night without a word to the clerk of the boats',
    undefined,
  ],
  [
    'Rowing to the island in the very middle of the pond by the old mill in the wood in early spring without telling us first',
    undefined,
  ],
])('an exception is kept or said to be one, if it isn’t only to a part: %s', (text, title) => {
  expect(ruleTitle(text, 'Not allowed', 'not-tolerated')).toBe(title);
  expect((title ?? '').length).toBeLessThanOrEqual(100);
});

test('what reads as an order is told from a name', () => {
  expect(['Bring bread', 'Support the ducks', 'Leave early'].filter(readsAsOrder)).toHaveLength(3);
  expect(
    ['Abuse towards ducks', 'Damage to boats', 'Use of boats', 'Rowing', 'Phone calls'].filter(readsAsOrder),
  ).toEqual([]);
});

test.each([
  ['While a ban from the pond is in place:', 'While a ban from the pond is in place: rowing by the gate'],
  ['Duties of parents during a ban', 'During a ban: rowing by the gate'],
  ['What happens when a parent is banned', undefined],
  ['When visiting the pond', undefined],
])('what’s so only for some has when it is in its title: %s', (heading, title) => {
  const condition = conditionIn(heading);
  expect(condition === undefined ? undefined : boundTitle(condition, 'Rowing by the gate')).toBe(title);
});

test('where people come is no order to them', () => {
  const says = 'The Trust expects that visitors to our ponds will be quiet and polite.';
  expect(ruleTitle(says, '', 'expected')).not.toMatch(/^Our ponds/);
});
