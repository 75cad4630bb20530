import { expect, test } from 'vitest';
import { boundTitle, conditionIn, orderTitle, readsAsOrder, ruleTitle } from '../../src/adopt/ruleTitle.ts';

test.each([
  ['not use mobile phones on site', 'Using mobile phones on site'],
  ['park on the zigzags', 'Parking on the zigzags'],
  ['sign in at reception and wear a badge', 'Signing in at reception and wearing a badge'],
  ['fold buggies and stack them in the hall', 'Folding buggies and stacking them in the hall'],
  ['smoke, vape or bring dogs on to the field', 'Smoking, vaping or bringing dogs on to the field'],
  ['bring reading books and record cards', 'Bringing reading books and record cards'],
  ['park considerately and never on the zigzags', 'Parking considerately and never on the zigzags'],
  ['keep dogs outside and do not tie them up', 'Keeping dogs outside'],
  ['only park in marked bays', 'Parking only in marked bays'],
  ['help children cross the road and climb the steps', 'Help children cross the road and climb the steps'],
  ['be kind to ducks and to other birds', 'Being kind to ducks and to other birds'],
  ['be kind to ducks and to swans', 'Being kind to ducks and to swans'],
  ['row to the island on time (8.50am; boats 9.10am)', 'Rowing to the island on time'],
  ['to label coats, and to travel by bus', 'Labelling coats, and travelling by bus'],
  ['be punctual', 'Being punctual'],
  ['comply with the rules and quietly leave', 'Complying with the rules and quietly leaving'],
  ['refrain from smoking at the gate', 'Smoking at the gate'],
  ['refrain from acts that upset the ducks', 'Acts that upset the ducks'],
  ['film, tease or drink from a pond', 'Filming, teasing or drinking from a pond'],
  ['lean over, prod or chase a duck', 'Leaning over, prodding or chasing a duck'],
  ['damage to the pond', 'Damage to the pond'],
  ['ask a duck to leave, or to film a swan', 'Asking a duck to leave, or to film a swan'],
  [
    'bring bread by 9am and ring by 10am if he or she is late',
    'Bringing bread by 9am and ringing by 10am if he or she is late',
  ],
  ['go home if asked to do so, and take the ducks', 'Go home if asked to do so, and take the ducks'],
  ['fly kites', 'Flying kites'],
  ['keep ducklings near you, and off the jetty', 'Keeping ducklings near you, and off the jetty'],
  ['look after the pond by', 'Looking after the pond'],
  ['deal with muddy boots', 'Dealing with muddy boots'],
  [
    'row to the island in the middle of the pond by the mill at all times, showing others how to row with the oars',
    'Rowing to the island in the middle of the pond by the mill at all times …',
  ],
  ['row by the island and not to stop on it', 'Rowing by the island'],
  ['speak to, question or tell off a duck', 'Speaking to, questioning or telling off a duck'],
  ['make sure their boat is dry by noon', 'Making sure your boat is dry by noon'],
  ['stay with the keeper they have come to see', 'Staying with the keeper they have come to see'],
  ['go up to a swan to have it out with them', 'Going up to a swan to have it out with them'],
  [
    'break the rules of the pond, e.g. by rowing to the island or by climbing the willow, at any time of the day',
    'Breaking the rules of the pond …',
  ],
  [
    'row to the middle of the pond in spring without leave of the keeper',
    'Rowing to the middle of the pond in spring without leave of the keeper',
  ],
])('orders below “Parents must:” name what’s done: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must:')).toBe(title);
});

test.each([
  ['copies a letter to every duck', 'when a parent:', 'Copying a letter to every duck'],
  ['films a swan and sends it on', 'A person who:', 'Filming a swan and sending it on'],
  [
    'insult, chase or prod a duck',
    'A visitor may not, by the pond or in a boat:',
    'Insulting, chasing or prodding a duck',
  ],
  ['threats, spoken or written', 'on the part of a parent:', 'Threats, spoken or written'],
  ['damage to, or loss of, boats', 'Not tolerated', 'Damage to, or loss of, boats'],
])('so do those below other beginnings: %s', (text, above, title) => {
  expect(ruleTitle(text, above)).toBe(title);
});

test.each([
  ['Please do not park on the zigzags. They keep children safe', 'Parking on the zigzags'],
  ['Parents should be considerate when parking: please use the bays', 'Being considerate when parking'],
  ['Parking: please use the marked bays', 'Parking'],
  ['Care of the garden: Parents should water the tomatoes', 'Watering the tomatoes'],
  ['We ask all visitors to wear a badge', 'Wearing a badge'],
  ['It is not acceptable to park across drives', 'Parking across drives'],
  ['Dogs must not be brought on to the site', 'Bringing dogs on to the site'],
  ['Children must be collected by an adult', 'Children must be collected by an adult'],
  ['Dogs are not allowed on the field', 'Dogs on the field'],
  ['No dogs on the field', 'Dogs on the field'],
  ['There must be no running in the hall', 'Running in the hall'],
  ['Please note that balloons are not allowed in the hall', 'Balloons in the hall'],
  ['Any parent wishing to see a governor must write to the clerk', 'Writing to the clerk'],
  ['Smoking is not permitted anywhere on site', 'Smoking anywhere on site'],
  [
    'Children should walk their scooters through the gate',
    'Children should walk their scooters through the gate',
  ],
  ['The academy is a smoke-free site', 'Smoking'],
  ['The pond is a no fishing and no rowing zone. This includes the bank', 'Fishing or rowing'],
  ['We are a nut-free school', 'A nut-free school'],
  ['Muddy boots: We warmly encourage visitors to dry their boots', 'Drying your boots'],
  [
    'Fishing or rowing on the pond (rowing may only be tried in May)',
    'Fishing or rowing on the pond (with exceptions)',
  ],
  [
    'Parents are reminded that the boat house is for staff only',
    'Parents are reminded that the boat house is for staff only',
  ],
  ['That all adults drive slowly by the pond', 'Driving slowly by the pond'],
  ['Rowing by the mill (see Rowing Policy)', 'Rowing by the mill'],
  ['That ducks are fed at noon', 'Feeding ducks at noon'],
  ['Muddy boots Parents must not wear boots in the hall', 'Wearing boots in the hall'],
  ['Muddy boots: there will be none', 'Muddy boots'],
  [
    'Dogs being brought on to the field or into the hall of the school, other than guide dogs',
    'Dogs being brought on to the field or into the hall of the school, other than guide dogs',
  ],
  [
    'Please do not park by the pond between 8.30 and 9.15. The path is muddy',
    'Parking by the pond between 8.30 and 9.15',
  ],
  ['When visiting, parents must switch off their phones', 'Switching off your phones'],
])('sentences give what they’re about: %s', (text, title) => {
  expect(ruleTitle(text, '')).toBe(title);
});

test.each([
  'The use of mobile phones in the building',
  'Approaching someone else’s child to discuss or chastise them',
  'Any dog that is not on a lead',
  'Punctual collection of children',
  'Actions that bring the school into disrepute',
  'Phone calls in the hall',
])('names stay as they are: %s', (text) => {
  expect(ruleTitle(text, 'Unacceptable behaviour')).toBe(text);
});

test.each([
  'The gate by the pond is opened at eight and locked at nine by the keeper',
  'If you bring a buggy, you must fold it',
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
])('what makes no such phrase has no title: %s', (text) => {
  expect(ruleTitle(text, 'On the school site')).toBeUndefined();
});

test('a long one ends where a part of it ends', () => {
  const end = 'which is muddy at any time of the day or of the year, and so is the path';
  expect(ruleTitle(`Bringing dogs on to the field, ${end}`, 'Not allowed')).toBe(
    'Bringing dogs on to the field …',
  );
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
    'Rowing, fishing or wading in the pond (unless the keeper of the boats has said yes to it at the gate that day)',
    'Rowing, fishing or wading in the pond (with exceptions)',
  ],
  [
    'Filming a duck or a swan, by whatever means, without the consent of everybody who feeds them or rows by them',
    'Filming a duck or a swan, by whatever means, without the consent of everybody who feeds them …',
  ],
])('an exception is kept, or said to be one if there’s no room for it: %s', (text, title) => {
  expect(ruleTitle(text, 'Not allowed')).toBe(title);
  expect(title.length).toBeLessThanOrEqual(100);
});

test.each([
  'Rowing to the island in the pond, or coming back to the old mill by the bridge in the dark late at night without a word to the clerk of the boats',
  'Rowing to the island in the very middle of the pond by the old mill in the wood in early spring without telling us first',
])('but has none if it’s only to a part, or too long: %s', (text) => {
  expect(ruleTitle(text, 'Not allowed')).toBeUndefined();
});

test.each([
  ['then the keeper of the ducks', 'Raise it this way', undefined],
  [
    'walk round the pond, bridge and meadow quietly',
    'Parents must:',
    'Walk round the pond, bridge and meadow quietly',
  ],
  [
    'make sure that your boat waits each day, and tell the keeper',
    'Parents must:',
    'Make sure that your boat waits each day, and tell the keeper',
  ],
  ['going up to a swan in order to:', 'Not allowed', 'Going up to a swan …'],
  ['use the following oars on the pond:', 'Parents must:', 'Using oars on the pond'],
  ['Covert rowing⁵', 'Not allowed', 'Covert rowing'],
  ['Anything else that frightens a duck', 'Not allowed', 'Anything that frightens a duck'],
  ['PondApp groups must not be used to sell boats', 'The pond', 'Using PondApp groups to sell boats'],
  ['If a keeper asks you about any of these you must stop at once', 'The pond', undefined],
  ['Rowing is not allowed on the pond, and boats must be left at the gate', 'The pond', 'Rowing on the pond'],
  ['We ask that you are kind to ducks, and that you leave the swans', 'The pond', 'Being kind to ducks'],
  [
    'makes demands of the keeper of the pond that cannot be met, eg a boat within the hour, oars and a sail',
    'Contact where it',
    'Making demands of the keeper of the pond that cannot be met …',
  ],
])('has no word that isn’t English: %s', (text, above, title) => {
  expect(ruleTitle(text, above)).toBe(title);
});

test.each([
  ['Rowing by the island is risky and is not allowed', 'Rowing by the island is risky and is not allowed'],
  ['Rowing is not allowed by the island', 'Rowing by the island'],
  ['No form of splashing is allowed', 'Any form of splashing'],
  ['No splashing is welcome or allowed by the island', undefined],
  ['Nobody will be allowed to row after dark', undefined],
  ['No parent will be allowed in a boat after dark', undefined],
  ['Ferrymen are not allowed to leave a duck', undefined],
  ['Leave ducks alone. (Swans are always welcome.)', 'Leaving ducks alone'],
  ['Under no circumstances should a visitor climb the willow', 'Climbing the willow'],
  [
    'Drivers must keep to 5 km/h and must use the bridge',
    'Drivers must keep to 5 km/h and must use the bridge',
  ],
  [
    'Parents should see that their boat waits each day, is dry and is tied',
    'Seeing that your boat waits each day, is dry and is tied',
  ],
])('a sentence names what’s done: %s', (text, title) => {
  expect(ruleTitle(text, 'On the school site')).toBe(title);
});

test.each([
  ['respect, and co-operate with, the keeper', 'Respecting, and co-operating with, the keeper'],
  ['telephone or e-mail the keeper by noon', 'Telephoning or e-mailing the keeper by noon'],
  ['feed your own duck, above all in public', 'Feeding your own duck, above all in public'],
  ['treat ducks with dignity and respect', 'Treating ducks with dignity and respect'],
  ['mind what they say and do', 'Mind what they say and do'],
  ['make an appointment by noon, and give a reason', 'Making an appointment by noon, and giving a reason'],
  ['let the keeper know who rows, and give a time', 'Let the keeper know who rows, and give a time'],
  ['park outside the gate', 'Parking outside the gate'],
  ['see that the boats are dry and shut the gate', 'See that the boats are dry and shut the gate'],
  ['ensure that boats and oars are dry', 'Ensuring that boats and oars are dry'],
  ['understand that ducks and swans need to rest', 'Understanding that ducks and swans need to rest'],
  [
    'show by their own example that ducks should be fed',
    'Showing by your own example that ducks should be fed',
  ],
  ['share with us any special needs', 'Sharing with us any special needs'],
  [
    'Everybody by the pond should be treated with respect, so we must be kind',
    'Everybody by the pond should be treated with respect, so we must be kind',
  ],
  ['Behaviour of any of these kinds', undefined],
])('a title is whole and English: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must:')).toBe(title);
});

test.each([
  ['take on advice about ducks and act on it at home', 'Take on advice about ducks and act on it at home'],
  [
    'call before coming in to the mill, and give a name',
    'Calling before coming in to the mill, and giving a name',
  ],
  ['bring oars and park with care', 'Bring oars and park with care'],
  [
    'Late? Please come to the mill and wait there with your duck',
    'Late? Please come to the mill and wait there with your duck',
  ],
  ['Late? The mill is shut', undefined],
])('what isn’t surely one phrase keeps its own words, or has no title: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must:')).toBe(title);
});

test('what’s below a ban has no title that reads as an order', () => {
  expect(ruleTitle('take on bread for the ducks and throw stones at night', 'Parents must not:')).toBe(
    'Taking on bread for the ducks and throwing stones at night',
  );
  expect(ruleTitle('bring bread for the ducks and act on a whim', 'Parents must not:')).toBeUndefined();
});

test('what reads as an order is told from a name', () => {
  expect(['Bring bread', 'Support the ducks', 'Leave early'].filter(readsAsOrder)).toHaveLength(3);
  expect(
    ['Abuse towards ducks', 'Damage to boats', 'Use of boats', 'Rowing', 'Phone calls'].filter(readsAsOrder),
  ).toEqual([]);
});

test.each([
  ['ring the crew on their own phones', 'Drivers must:', 'Ringing the crew on their own phones'],
  ['wear their badge', 'The crew’s part', 'Wearing their badge'],
  ['wear their badge', 'Visitors must:', 'Wearing your badge'],
])('“their” is parents’ only where nobody else is named: %s', (text, above, title) => {
  expect(ruleTitle(text, above)).toBe(title);
});

test.each([
  ['feed their own duck', 'Feeding your own duck'],
  ['feed my duck', 'Feeding your duck'],
  ['sign in and wear their badge until they leave', 'Signing in and wearing your badge until you leave'],
  [
    'feed their own child, especially where their voice is loud',
    'Feeding your own child, especially where their voice is loud',
  ],
  ['help swans find their nests', 'Helping swans find their nests'],
  ['ask another adult to row their child', 'Asking another adult to row their child'],
])('a parent is “you”, and nobody else: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must:')).toBe(title);
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

test.each([
  [
    'persistant shouts or whistles',
    'Examples include, but are not limited to:',
    'Persistant shouts or whistles',
  ],
  ['insistent ringing at the pond', 'Parents must not:', 'Insistent ringing at the pond'],
  ['commend the ferryman', 'Parents must:', 'Commending the ferryman'],
  [
    'ensure that all rowers, including beginners, report to the ferryman',
    'Parents must:',
    'Ensure that all rowers, including beginners, report to the ferryman',
  ].map((text) => text.replaceAll('rowers', 'visitors')),
  [
    'approach another rower in order to scold them or shout at them from the bank because of what a duck of theirs did',
    'Parents must not:',
    'Approaching another rower in order to scold them …',
  ],
  [
    'If you are still unhappy, ask to see the ferryman',
    'Raising a concern',
    'Asking to see the ferryman if you are still unhappy',
  ],
  ['If it is not settled, ask the ferryman', 'Raising a concern', 'Asking the ferryman if it is not settled'],
])(
  'only verbs get their form in -ing, and no condition or purpose is lost: %s',
  (text = '', above = '', title = '') => {
    expect(ruleTitle(text, above)).toBe(title);
  },
);

test('what’s to be avoided says so', () => {
  expect(orderTitle('Please avoid feeding the ducks; they are full.')).toBe('Avoiding feeding the ducks');
  expect(orderTitle('Avoid any of these')).toBeUndefined();
});

test.each([
  ['an insistence on', 'rowing at night; or', 'An insistence on rowing at night'],
  ['Visitors are told of: actions which are', 'hard on the ducks', 'Actions which are hard on the ducks'],
  ['Parents are asked to agree on:', 'Muddy boots', 'Muddy boots'],
])('a point ends the name above it: %s', (above, text, title) => {
  expect(ruleTitle(text, above)).toBe(title);
});

test.each([
  ['shout at the ducks, or insist on a boat', 'Shouting at the ducks, or insisting on a boat'],
  ['respect & support the keeper', 'Respecting & supporting the keeper'],
  ['walk to the pond when dry, but park with care', 'Walking to the pond when dry, but parking with care'],
  [
    'accept that the ducks are tired and refrain from feeding any',
    'Accept that the ducks are tired and refrain from feeding any',
  ],
  [
    'ask the keeper, rather than row themselves, where the pond is deep',
    'Ask the keeper, rather than row themselves, where the pond is deep',
  ],
  ['dry own child’s boots (or those in their care)', 'Drying your own child’s boots (or those in your care)'],
  ['Promptly telling the keeper of their boat', 'Promptly telling the keeper of their boat'],
  ['being splashed on their own bank', 'Being splashed on their own bank'],
  [
    'If you are late for the boat, ring the keeper by noon',
    'Ringing the keeper by noon if you are late for the boat',
  ],
])('every verb of an order is turned, and what it depends on is kept: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents must:')).toBe(title);
});

test.each([
  [
    'Little ducks remain the care of parents at all times and must be watched',
    'Little ducks remain the care of parents at all times and must be watched',
  ],
  [
    'Parents alone are responsible for ducklings that they bring, and the keeper of the pond has asked us to remind everybody of it',
    'Parents alone are responsible for ducklings that they bring',
  ],
  ['They are reminded that parents row slowly', undefined],
  [
    'Small ducks remain the care of their parents by the pond at all times and should be kept off the old willow by the mill',
    'Small ducks remain the care of their parents by the pond at all times',
  ],
  ['Anyone who sees litter should pick it up', 'Anyone who sees litter should pick it up'],
  ['All letters must respect the ducks', 'All letters must respect the ducks'],
  ['Pond staff will answer within two days and give a reply in ten', undefined],
])('a sentence that makes no such phrase stays as it is: %s', (text, title) => {
  expect(ruleTitle(text, 'The pond')).toBe(title);
});

test.each([
  ['feedback any news of the ducks', 'Feeding back any news of the ducks'],
  ['handout bread', 'Handing out bread'],
  ['discover the island', 'Discovering the island'],
  ['tell us what you saw, and we will look for the duck', 'Telling us what you saw'],
  ['tell us if you, or they, row', 'Telling us if you, or they, row'],
  ['ring the keeper first thing on 01632 960123', 'Ringing the keeper first thing'],
  ['make loud noise e.g shouting', 'Making loud noise'],
  ['set ducks a good example through their behaviour', 'Setting ducks a good example through your behaviour'],
  ['talk to pupils about their behaviour', 'Talking to pupils about their behaviour'],
  ['tell the keeper when their child rows', 'Telling the keeper when your child rows'],
  ['tell other adults how their child rows', 'Telling other adults how their child rows'],
  [
    'make sure that all those who row by night are aware of it',
    'Making sure that all those who row by night are aware …',
  ],
  ['try to hold long conversations with them by the pond', 'Trying to hold long conversations …'],
  [
    'show the map to visitors and talk to them about it',
    'Showing the map to visitors and talking to them about it',
  ],
])('says nothing by halves, nor what others do: %s', (text, title) => {
  expect(ruleTitle(text, 'Parents are expected to:')).toBe(title);
});

test('a long one isn’t cut within what’s used, nor within things that one word tells of', () => {
  const title = (text: string) => ruleTitle(text, 'Parents must:');
  expect(
    title(
      'make sure that ducks are safe on their way to and from the island using boats of the right size for them',
    ),
  ).toBe('Making sure that ducks are safe on their way to and from the island …');
  expect(
    title(
      'row home from the pond by the old willow if you have eaten berries, leaves or other things that have made you ill',
    ),
  ).toBe('Rowing home from the pond by the old willow if you have eaten berries …');
});

test('not doing something stays so, and what may be no verb isn’t made one', () => {
  expect(ruleTitle('not greeting the swans', 'Not tolerated')).toBe('Not greeting the swans');
  expect(ruleTitle('keep to the rules on boats and livery both in and out', 'Parents must:')).not.toContain(
    'liverying',
  );
});
