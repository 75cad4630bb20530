import { expect, test } from 'vitest';
import { isName, schoolNameIn, withoutName } from '../../src/adopt/schoolName.ts';

test('knows a school’s name from words that any school could use', () => {
  expect(['Hill Top Primary School', 'Our Lady of Victories School'].filter(isName)).toHaveLength(2);
  expect(isName('Parent Code of Conduct for Hill Top School')).toBe(false);
  expect(['Canal Side Centre', 'Borley Leisure Centre'].filter(isName)).toEqual(['Canal Side Centre']);
  expect(['Home and School', 'Full Trust', 'Trust School', 'The Academy'].filter(isName)).toEqual([]);
});

test.each([
  ['At Our Lady of Victories School we care.', 'Our Lady of Victories School'],
  ['At Our Lady of the Lake School we care.', 'Our Lady of the Lake School'],
  ['At All Saints’ Primary School we care.', 'All Saints’ Primary School'],
  ['We are a Rights Respecting School, and Hill Top School is kind.', 'Hill Top School'],
  ['Ysgol Gynradd Pant Glas Pant Glas Primary School', 'Pant Glas Primary School'],
  ['At Nant y Felin Primary School we care.', 'Nant y Felin Primary School'],
  ['Lakeside Learning Trust Pond Lane Academy', 'Pond Lane Academy'],
  ['The Hill Health and Social Care Trust helps Pond Lane Playgroup.', 'Pond Lane Playgroup'],
  ['We at our St. Anne’s CE (VA) Junior School are kind.', 'St. Anne’s CE (VA) Junior School'],
  ['The Governing Body of Hill Top School agreed.', 'Hill Top School'],
  [
    'The Governing Body of Hill Top Primary School and School Lane Nursery agreed.',
    'Hill Top Primary School',
  ],
  ['The Willows Primary School is part of Hill Multi-Academy Trust.', 'The Willows Primary School'],
  ['At Hill Top Primary School and Nursery we care.', 'Hill Top Primary School and Nursery'],
  ['At Hill Top Primary School and Nursery Class we care.', 'Hill Top Primary School and Nursery Class'],
  ['At Hill Top Nursery and Pre-Prep we care.', 'Hill Top Nursery and Pre-Prep'],
  ['At Hill Top Infant and Nursery School we care.', 'Hill Top Infant and Nursery School'],
  ['Tell the Valley Children’s Trust, and Hill Top School.', 'Hill Top School'],
  ['Hill Top School for Boys is kind.', 'Hill Top School for Boys'],
  ['At Hill Federation of Village Schools we care.', 'Hill Federation of Village Schools'],
  ['Hill Top Primary School Home School Agreement', 'Hill Top Primary School'],
  ['For Hill Top School and every other school of Valley Learning Trust', 'Valley Learning Trust'],
  ['The Full Trust Board meets at each Trust School of the Hill Trust.', 'Hill Trust'],
])('%s', (text, name) => {
  expect(schoolNameIn(text, [])).toBe(name);
});

test('leaves out what a school is, after its name at the bottom of pages', () => {
  const footer = 'Hill Top Nursery and Pre-Prep, a Charitable Trust';
  expect(schoolNameIn('Be kind.', [], [footer])).toBe('Hill Top Nursery and Pre-Prep');
});

test('takes the school’s line above the title, not its trust’s, in the capitals of the text', () => {
  const lines = ['St Hilda’s Academy Trust', 'TRINITY CATHOLIC COLLEGE', 'Love one another'];
  expect(schoolNameIn('At Trinity Catholic College we are kind.', lines)).toBe('Trinity Catholic College');
});

test('takes it from a table’s row above the title, and from a page’s header without what else it names', () => {
  expect(schoolNameIn('We are kind.', ['Policy | Conduct', 'School | Hill Top School'])).toBe(
    'Hill Top School',
  );
  expect(schoolNameIn('We are kind.', [], ['HILL TOP SCHOOL including Boarding'])).toBe('Hill Top School');
});

test('takes the trust’s where a line lists its schools, and the fullest of a school’s names', () => {
  const list = 'Applies to | Hill Infants; Pond Lane Juniors; The Mill School';
  expect(schoolNameIn(`We are kind.\n${list}`, [list], ['Valley Learning Trust'])).toBe(
    'Valley Learning Trust',
  );
  const text =
    'At Pond Lane Community Primary School we are kind. Ask Pond Lane School office, or Pond Lane School.';
  expect(schoolNameIn(text, [])).toBe('Pond Lane Community Primary School');
});

test('takes a line above the title with “Our” in the name, and leaves its place out', () => {
  expect(schoolNameIn('We are kind.', ['St Anne & Our Lady School'])).toBe('St Anne & Our Lady School');
  expect(schoolNameIn('We are kind.', ['Hill Top School, Lower Borley'])).toBe('Hill Top School');
});

test('takes the federation at the top of pages whose schools the text names apart', () => {
  const text = 'Hill Top Nursery School is old, and Pond Lane Nursery School is new.';
  expect(schoolNameIn(text, [], ['The Hill Top & Pond Lane Federation'])).toBe(
    'Hill Top & Pond Lane Federation',
  );
  expect(schoolNameIn(text, [], ['The Dale Federation'])).toBe('Hill Top Nursery School');
});

test('takes what several schools or academies are called together', () => {
  expect(schoolNameIn('We are kind.', ['The Duck Pond Schools'])).toBe('The Duck Pond Schools');
  expect(schoolNameIn('We are kind.', [], ['Duck Pond Academies – Charter'])).toBe('Duck Pond Academies');
});

test('takes the line of two schools together', () => {
  const lines = ['Hill Top Infant & Hill Top Junior Schools', 'Playing and Learning in Schools'];
  expect(schoolNameIn('We are kind.', lines.slice(0, 1))).toBe(lines[0]);
  expect(schoolNameIn('We are kind.', lines.slice(1))).toBeUndefined();
});

test('leaves out lines that name the old school', () => {
  const phrases = '# a1\nwhere is the leen mills code\nwhere is the code\nLeen Valley Golf Club';
  expect(withoutName(phrases, 'Leen Mills Primary School')).toBe(
    '# a1\nwhere is the code\nLeen Valley Golf Club',
  );
});

test('takes a name from the top of pages without its place', () => {
  expect(schoolNameIn('We are kind.', [], ['Hill Top Nursery, Old Church Hall', 'Policies'])).toBe(
    'Hill Top Nursery',
  );
});

test('a name in capitals is written as others are', () => {
  expect(schoolNameIn('', ['ST AIDAN’S RC SCHOOL'])).toBe('St Aidan’s RC School');
  expect(schoolNameIn('', ['ST AIDAN’S R.C. SCHOOL'])).toBe('St Aidan’s R.C. School');
  expect(schoolNameIn('', ['OUR LADY OF THE LAKE CE PRIMARY SCHOOL'])).toBe(
    'Our Lady of the Lake CE Primary School',
  );
});

test('takes the trust at the top whose schools are listed, but a school’s own name before its trust’s', () => {
  const trust = 'Duck Pond Learning Trust';
  const listed = 'Heron Primary Academy\nSwan Primary Academy\nCode of Conduct';
  expect(schoolNameIn(listed, [trust])).toBe(trust);
  expect(schoolNameIn('Heron Primary Academy\nCode of Conduct', [trust])).toBe('Heron Primary Academy');
});
