import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content/load.ts';
import { schoolSchema, unsetKeys } from '../../src/school/school.ts';
import { problemsOf } from '../shared/problemsOf.ts';
import { ROOT } from '../support/buildSite.ts';
import { thinPhrases } from '../support/copyProject.ts';

// A copy of the project's own content, with one mistake added.
let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'content-'));
  cpSync(path.join(ROOT, 'content'), path.join(root, 'content'), { recursive: true });
  thinPhrases(root, 20);
});
afterEach(() => rmSync(root, { recursive: true }));

const change = (file: string, before: string | RegExp, after: string): void => {
  const place = path.join(root, file);
  const text = readFileSync(place, 'utf8');
  const changed = text.replace(before, after);
  if (changed === text) throw new Error(`${file} doesn’t contain ${before}.`);
  writeFileSync(place, changed);
};
const problems = () => problemsOf(() => loadContent(root));
const lineOf = (file: string, sought: string): number =>
  readFileSync(path.join(root, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(sought)) + 1;

describe('the content of this school', () => {
  test('has no problems', () => {
    expect(problemsOf(() => loadContent(ROOT))).toEqual([]);
  });

  test('has a group for each of the eighteen situations', () => {
    const { situations, groups } = loadContent(root);
    expect([...situations.keys()].sort()).toEqual(groups.flatMap((group) => group.situations).sort());
    expect(situations.size).toBe(18);
  });

  test('quotes the agreed clauses for each situation', () => {
    const { situations } = loadContent(root);
    expect(Object.fromEntries([...situations].map(([id, { cites }]) => [id, cites]))).toEqual({
      'verbal-abuse': ['verbal-abuse', 'what-the-school-expects', 'sanctions'],
      'physical-abuse': ['physical-abuse', 'what-the-school-expects', 'sanctions'],
      'threat-to-post': ['threats', 'channels'],
      'threat-to-report': ['threats', 'further-action'],
      'unreasonable-meeting': ['meetings'],
      'dictating-decisions': ['management-decisions'],
      'repeat-meetings': ['repeat-meetings'],
      'inciting-others': ['inciting-others'],
      'social-media-complaint': ['campaigns', 'channels'],
      'defamatory-post': ['libel', 'removal', 'legal-options'],
      cyberbullying: ['cyberbullying'],
      'raise-a-concern': ['what-parents-can-expect', 'channels'],
      'concern-unresolved': ['what-parents-can-expect', 'further-action'],
      'treated-disrespectfully': ['what-parents-can-expect'],
      sanctions: ['sanctions'],
      'about-the-code': ['vision', 'what-parents-can-expect', 'what-the-school-expects'],
      emergency: [],
      'not-covered': [],
    });
  });

  test('has the exact adopted text', () => {
    const { edition } = loadContent(root);
    expect(edition.text).toContain("'report abuse' section of the network site");
    expect(edition.text).toContain('This will be dealt with this as a serious incident');
    expect('adopted' in edition).toBe(false);
  });
});

describe('bad content stops the build with its file, its line, what is wrong and what to do', () => {
  const situation = 'content/situations/verbal-abuse.yaml';
  const school = 'content/school.yaml';

  test.each<[string, () => void, { file: string; find?: string; wrong: string }]>([
    [
      'an unknown clause id',
      () => change(situation, 'cites: [verbal-abuse', 'cites: [verbal-abusive'),
      { file: situation, find: 'cites:', wrong: 'no clause called “verbal-abusive”' },
    ],
    [
      'a missing field',
      () => change(situation, /^summary:.*\n/m, ''),
      { file: situation, wrong: '“summary” is missing' },
    ],
    [
      'a step without its `who`',
      () => change(situation, '- who: The police', '- next: The police'),
      { file: situation, find: '- next: The police', wrong: 'who” is missing' },
    ],
    [
      'a title that is too long',
      () => change(situation, /^title: .*$/m, `title: ${'long '.repeat(25)}`),
      { file: situation, find: 'title:', wrong: 'longer than 100' },
    ],
    [
      'an unknown situation to tell apart',
      () => change(situation, 'see: physical-abuse', 'see: physical'),
      { file: situation, find: 'see: physical', wrong: 'no other situation called “physical”' },
    ],
    [
      'an unknown placeholder',
      () => change(situation, 'goes to the {chair}.', 'goes to the {chiar}.'),
      { file: situation, find: '{chiar}', wrong: 'no placeholder called “{chiar}”' },
    ],
    [
      'an article before whoever adopts the Code',
      () => change(school, /^body:.*$/m, 'body: the trustees'),
      { file: school, find: 'body:', wrong: 'without “the” before them' },
    ],
    [
      'broken YAML',
      () => change(situation, /^title: .*$/m, 'title: "no end'),
      { file: situation, wrong: 'isn’t valid YAML' },
    ],
    [
      'a situation without phrases',
      () => rmSync(path.join(root, 'content/phrases/verbal-abuse.txt')),
      { file: 'content/phrases/verbal-abuse.txt', wrong: 'has no phrases' },
    ],
    [
      'a line that isn’t a group of words',
      () => change('content/checker/word-groups.txt', /$/, 'no quokka\n'),
      {
        file: 'content/checker/word-groups.txt',
        find: 'no quokka',
        wrong: 'neither a group of words nor a note',
      },
    ],
    [
      'emergency words without a reason',
      () => change('content/checker/emergency-words.yaml', /^ *reason: .*$/m, ''),
      { file: 'content/checker/emergency-words.yaml', wrong: 'not just a text for each of' },
    ],
    [
      'no list of emergency words',
      () => rmSync(path.join(root, 'content/checker/emergency-words.yaml')),
      { file: 'content/checker/emergency-words.yaml', wrong: 'This file is missing' },
    ],
    [
      'a statement without its description',
      () => change('content/pages/privacy.mdx', /^description: .*\n/m, ''),
      { file: 'content/pages/privacy.mdx', wrong: '“description” is missing' },
    ],
    [
      'no situation for what is not covered',
      () => rmSync(path.join(root, 'content/situations/not-covered.yaml')),
      { file: 'content/situations/not-covered.yaml', wrong: '“not-covered” is missing' },
    ],
    [
      'a situation that isn’t in a group',
      () => change('content/groups.yaml', 'verbal-abuse, ', ''),
      { file: 'content/groups.yaml', wrong: '“verbal-abuse” isn’t in any group' },
    ],
    [
      'a situation in two groups',
      () => change('content/groups.yaml', 'verbal-abuse, ', 'verbal-abuse, cyberbullying, '),
      { file: 'content/groups.yaml', wrong: 'is in two groups' },
    ],
    [
      'a wrong date',
      () => change(school, 'review:', 'review: 2027-02-30'),
      { file: school, find: 'review:', wrong: 'isn’t a real date' },
    ],
    [
      'an unknown key in school.yaml',
      () => change(school, 'phone:', 'telephone:'),
      { file: school, find: 'telephone:', wrong: '“telephone” isn’t a recognised key' },
    ],
    [
      'an address that isn’t https',
      () => change(school, 'website:', 'website: www.example.org'),
      { file: school, find: 'website:', wrong: 'https' },
    ],
    [
      'an impossible date in help.yaml',
      () => change('content/help.yaml', /checked: .*/, 'checked: last week'),
      { file: 'content/help.yaml', find: 'checked: last week', wrong: 'isn’t a real date' },
    ],
    [
      'a published anchor that’s gone',
      () =>
        change(
          'content/code/3-school-expectations.mdx',
          'anchor="meetings"',
          'anchor="unreasonable-meetings"',
        ),
      { file: 'content/addresses.yaml', wrong: '/#meetings was published' },
    ],
    [
      'two clauses with one anchor',
      () => change('content/appendix/1-social-networking-sites.mdx', 'anchor="rare"', 'anchor="vision"'),
      { file: 'content/addresses.yaml', wrong: '#rare was published' },
    ],
    [
      'an appendix with the address of a statement',
      () => change('content/appendix/1-social-networking-sites.mdx', 'Appendix 1 –', 'Privacy –'),
      {
        file: 'content/appendix/1-social-networking-sites.mdx',
        find: '# Privacy',
        wrong: 'the address /privacy/',
      },
    ],
    [
      'no edition in force',
      () => change('content/editions/edition-1.yaml', 'status: adopted', 'status: superseded'),
      { file: 'content/editions', wrong: 'No edition' },
    ],
    [
      'help for the checker that isn’t in help.yaml',
      () => change('content/checker/words.yaml', 'nspcc', 'nspc'),
      { file: 'content/checker/words.yaml', wrong: '“nspc”' },
    ],
    [
      'a situation without a reply',
      () => change(situation, /^reply:[\s\S]*/m, ''),
      { file: situation, wrong: '“reply” is missing' },
    ],
    [
      'a reply with the route for staff',
      () => change(situation, '  route: responsible', '  route: staff'),
      { file: situation, find: '  route: staff', wrong: '“reply → route” isn’t right' },
    ],
    [
      'a reply with a step that doesn’t exist',
      () => change(situation, '  steps: [2, 3]', '  steps: [2, 6]'),
      { file: situation, find: '  steps: [2, 6]', wrong: 'gives step 6 of the route “responsible”' },
    ],
    [
      'a reply that quotes a clause its situation doesn’t cite',
      () => change(situation, '  clause: verbal-abuse', '  clause: meetings'),
      { file: situation, find: '  clause: meetings', wrong: 'isn’t under `cites:`' },
    ],
    [
      'a reply that names a clause without quoting it',
      () => change(situation, '    {clause}\n\n', ''),
      { file: situation, find: '  clause: verbal-abuse', wrong: 'names a clause, but has no “{clause}”' },
    ],
    [
      'a reply that quotes a clause without naming it',
      () => change(situation, '  clause: verbal-abuse\n', ''),
      { file: situation, find: '    {clause}', wrong: 'doesn’t say which clause' },
    ],
    [
      'a reply without its route',
      () => change(situation, '    {route}\n\n', ''),
      { file: situation, find: '  text: |', wrong: 'has no “{route}”' },
    ],
    [
      'a reply with its route twice',
      () => change(situation, '    {route}', '    {route}\n\n    {route}  '),
      { file: situation, find: '    {route}  ', wrong: '“{route}” is in the reply twice' },
    ],
    [
      'a reply with its route in the middle of a line',
      () => change(situation, '    {route}', '    Do this: {route}'),
      { file: situation, find: 'Do this:', wrong: 'among other words' },
    ],
    [
      'a reply with something unknown in curly brackets',
      () => change(situation, '    {route}', '    {route}\n\n    {contact}'),
      { file: situation, find: '{contact}', wrong: '“{contact}”, which has no meaning' },
    ],
    [
      'an unclosed curly bracket in a reply',
      () => change(situation, '    {route}', '    {route}\n\n    See {route'),
      { file: situation, find: 'See {route', wrong: '“{route”, which has no meaning' },
    ],
    [
      'a reply with no placeholder for the parent’s name',
      () => change(situation, 'Dear [name of parent],', 'Dear all,'),
      { file: situation, find: '  text: |', wrong: 'no placeholder for the name of the person it’s for' },
    ],
    [
      'a reply with no placeholder for the writer’s name',
      () => change(situation, '    [your name]\n', ''),
      { file: situation, find: '  text: |', wrong: 'no placeholder for the name of the person writing it' },
    ],
    [
      'an unclosed square bracket in a reply',
      () => change(situation, 'on [day].', 'on [day.'),
      { file: situation, find: 'on [day.', wrong: 'A square bracket has no partner' },
    ],
    [
      'an unopened square bracket in a reply',
      () => change(situation, 'on [day].', 'on day].'),
      { file: situation, find: 'on day].', wrong: 'A square bracket has no partner' },
    ],
    [
      'an empty placeholder in a reply',
      () => change(situation, 'on [day].', 'on [].'),
      { file: situation, find: 'on [].', wrong: 'doesn’t say what to write there' },
    ],
    [
      'a missing file',
      () => rmSync(path.join(root, 'content/groups.yaml')),
      { file: 'content/groups.yaml', wrong: 'missing' },
    ],
  ])('%s', (_what, spoil, { file, find, wrong }) => {
    spoil();
    const found = problems();
    expect(found).toContainEqual(expect.objectContaining({ file, wrong: expect.stringContaining(wrong) }));
    const problem = found.find((each) => each.wrong.includes(wrong));
    if (find !== undefined) expect(problem?.line).toBe(lineOf(file, find));
    expect(problem?.instead).toMatch(/\w{3}.*\.$/);
  });

  test('all mistakes in all files at once', () => {
    change(school, 'phone:', 'telephone:');
    change(situation, /^summary:.*\n/m, '');
    change('content/help.yaml', /checked: .*/, 'checked: never');
    expect(new Set(problems().map(({ file }) => file)).size).toBe(3);
  });

  test('clauses that can’t be read aren’t reported again by every address that leads to them', () => {
    change('content/appendix/1-social-networking-sites.mdx', 'Appendix 1 –', 'Privacy –');
    expect(problems()).toHaveLength(1);
  });

  test('clauses that several situations cite and the Code doesn’t have are listed together', () => {
    change(situation, 'cites: [verbal-abuse', 'cites: [verbal-abusive');
    change('content/situations/sanctions.yaml', 'cites: [sanctions', 'cites: [punishments');
    const found = problems().filter(({ wrong }) => wrong.includes('clauses that the Code doesn’t have'));
    expect(found).toHaveLength(1);
    expect(found[0]?.wrong).toContain(`${situation}: line ${lineOf(situation, 'cites:')} (verbal-abusive)`);
    expect(found[0]?.wrong).toContain('content/situations/sanctions.yaml: line');
    expect(found[0]?.instead).toContain('npm run drop');
    expect(problems().filter(({ wrong }) => wrong.includes('no clause called'))).toEqual([]);
  });

  test('gone clauses are reported with what cites them, and with their addresses', () => {
    change('content/code/3-school-expectations.mdx', 'anchor="meetings"', 'anchor="urgent-meetings"');
    expect(new Set(problems().map(({ file }) => file))).toEqual(
      new Set([
        'content/addresses.yaml',
        'content/poster.yaml',
        'content/situations/unreasonable-meeting.yaml',
      ]),
    );
  });

  test('an unknown key is reported with the keys that can go there', () => {
    change(school, 'phone:', 'telephone:');
    expect(problems()[0]?.instead).toContain('phone, email');
  });
});

describe('school.yaml', () => {
  test('may have everything but the name empty', () => {
    const school = schoolSchema.parse({ name: 'A School', phone: null });
    expect(unsetKeys(school)).toContain('phone');
    expect(unsetKeys(school)).not.toContain('name');
  });
  test('keeps what’s set', () => {
    const school = schoolSchema.parse({ name: 'A School', phone: '01234 567890', review: '2027-09-01' });
    expect(school).toMatchObject({ phone: '01234 567890', review: '2027-09-01' });
    expect(unsetKeys(school)).not.toContain('review');
  });
});
