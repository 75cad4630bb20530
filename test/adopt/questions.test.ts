import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Adoption, adopt, draftFrom } from '../../src/adopt/adopt.ts';
import { sureness } from '../../src/adopt/questions.ts';
import { readMarkdown, readText } from '../../src/adopt/readText.ts';
import { adoptionReport } from '../../src/adopt/report.ts';
import { readStock } from '../../src/adopt/stock.ts';
import type { SituationFile } from '../../src/situations/schema.ts';
import { ROOT } from '../support/buildSite.ts';
import { withFewPhrases } from './fewPhrases.ts';

const stock = withFewPhrases(readStock(path.join(ROOT, 'content')));
const draftOf = (text: string) => draftFrom(readText('policy.txt', text), stock);
const idsOf = (text: string): string[] => draftOf(text).questions.map(({ id }) => id);

const BANS = 'The headteacher may ban a parent from entering the school premises.';

test('asks nothing about a list whose heading says what it is, or that holds no rules', () => {
  const list = (heading: string, item: string): string =>
    `Parent Code of Conduct\n\n${BANS}\n\n${heading}\n\n• ${item}\n• Running about in the corridors all day`;
  const swearing = 'Swearing, or using loud or offensive language to staff';
  const asks = (text: string): boolean => idsOf(text).some((id) => id.startsWith('list-'));
  expect(asks(list('In the playground', swearing))).toBe(true);
  expect(asks(list('What won’t be tolerated', swearing))).toBe(false);
  expect(asks(list('Do', swearing))).toBe(false);
  expect(asks(list('In the playground', 'Skipping with ropes at lunch'))).toBe(true);
  expect(asks(list('Appendix: model letter', 'Skipping with ropes at lunch'))).toBe(false);
});

test('marks a list as not tolerated only once somebody says so', () => {
  const list = '• Smoking or vaping in the playground\n• Bringing dogs into the playground';
  const draft = draftOf(`Parent Code of Conduct\n\n${BANS}\n\nIn the playground\n\n${list}`);
  const [question] = draft.questions.filter(({ id }) => id.startsWith('list-'));
  expect(question).toMatchObject({ options: ['expected', 'not-tolerated', 'neither'], fallback: 'neither' });
  const adopted = (answer: string) => {
    const { notTolerated, files } = adopt(draft, stock, new Map([[question?.id ?? '', answer]]));
    const pages = [...files].filter(([file]) => file.startsWith('code/')).map(([, text]) => text);
    return { marks: notTolerated.length, marked: pages.join('').includes('notTolerated') };
  };
  expect(adopted('neither')).toEqual({ marks: 0, marked: false });
  expect(adopted('expected')).toEqual({ marks: 0, marked: false });
  expect(adopted('not-tolerated')).toEqual({ marks: 1, marked: true });
});

test('lets anybody adopt the Code who can be named in the site’s details', () => {
  const [, body] = draftOf(`Parent Code of Conduct\n\n${BANS}`).questions;
  expect(body).toMatchObject({ id: 'body', fallback: 'governors' });
  expect(body?.orElse?.test('friends of the pond')).toBe(true);
  expect(body?.orElse?.test('the friends')).toBe(false);
});

const DOUBTFUL = `Parent Code of Conduct\n\n${BANS}\n\nUsing social media to bring the school or staff into disrepute.`;

test('leaves open what nobody answers: the clause is quoted as the nearest, and in no reply', () => {
  const draft = draftOf(DOUBTFUL);
  const [{ id = '', fallback } = {}] = draft.questions.filter((each) =>
    each.id.startsWith('about-campaigns'),
  );
  expect(fallback).toBe('unsure');
  const situation = (adoption: Adoption) => {
    const text = adoption.files.get('situations/social-media-complaint.yaml');
    return text === undefined ? undefined : (parse(text) as SituationFile);
  };
  const open = adopt(draft, stock, new Map());
  const [clause] = draft.clauses.filter(({ text }) => text.includes('disrepute'));
  expect(situation(open)).toMatchObject({ unconfirmed: true, cites: [clause?.anchor] });
  expect(situation(open)?.reply).not.toHaveProperty('clause');
  const nearest = 'Quoted only as the nearest there is';
  expect(adoptionReport(draft, open, stock, [id]).toCheck).toContain(nearest);

  const confirmed = adopt(draft, stock, new Map([[id, 'yes']]));
  expect(situation(confirmed)?.cites).toEqual([clause?.anchor]);
  expect(situation(confirmed)).not.toHaveProperty('unconfirmed');
  expect(adoptionReport(draft, confirmed, stock, []).toCheck.split(nearest)[1] ?? '').not.toContain(id);

  const denied = adopt(draft, stock, new Map([[id, 'no']]));
  expect(denied.dropped).toContain('social-media-complaint');
});

test.each([
  [0.599, 'doubtful, 59%'],
  [0.5, 'doubtful, 50%'],
  [0.6, '60%'],
  [0.849, '84%'],
])('says how sure a match is that has %d', (score, words) => {
  expect(sureness(score)).toBe(words);
});

test('calls nothing sure that isn’t', () => {
  const draft = draftOf(DOUBTFUL);
  const [question] = draft.questions.filter(({ id }) => id.startsWith('about-campaigns'));
  const { toCheck: report } = adoptionReport(draft, adopt(draft, stock, new Map()), stock, [
    question?.id ?? '',
  ]);
  expect(question?.text).toMatch(/\(doubtful, 5\d%\)$/);
  expect(report).toMatch(/\(doubtful, 5\d%\)/);
  expect(`${report}${question?.text}`).not.toMatch(/\b5\d% sure|\((?:5\d|60)%\)/);
});

test('asks nothing about further clauses of a situation that stays', () => {
  const surely = `${DOUBTFUL}\n\nSocial media must not be used to criticise the school or members of staff.`;
  const draft = draftOf(surely);
  expect(draft.questions.filter(({ id }) => id.startsWith('about-campaigns'))).toEqual([]);
  const [further] = draft.further.filter(({ id }) => id.startsWith('about-campaigns'));
  const answers = new Map([[further?.id ?? '', 'yes']]);
  const count = (given: ReadonlyMap<string, string>): number =>
    adopt(draft, stock, given).about.filter(({ topic }) => topic === 'campaigns').length;
  expect(count(answers)).toBe(count(new Map()) + 1);
});

test('asks which line is the title where that isn’t clear', () => {
  const text = `# Learning Together\n\n# Being Kind at the Gate\n\n${BANS}\n\n# Why`;
  const [, title] = draftFrom(readMarkdown('policy.md', text), stock).questions;
  expect(title).toMatchObject({ id: 'title', options: ['Learning Together', 'Being Kind at the Gate'] });
});

test('asks what a document without a title is called, and doesn’t count it among the words of the document', () => {
  const text = `Please be kind and calm to everybody you meet at the gate.\n\n${BANS}`;
  const policy = readText('policy.txt', text);
  const draft = draftFrom(policy, stock, undefined, 'Parent Charter.txt');
  expect(draft.questions[1]).toMatchObject({ id: 'title', options: [], fallback: 'Parent Charter' });
  const { files } = adopt(draft, stock, new Map());
  expect(files.get('editions/edition-1.txt')).toMatch(/^Parent Charter\n\nPlease be kind/);
  expect(policy.source).not.toContain('Charter');
  const report = (unanswered: string[]) =>
    adoptionReport(draft, adopt(draft, stock, new Map()), stock, unanswered).toCheck;
  expect(report(['title'])).toContain('headed “Parent Charter”, which is a guess');
  expect(report(['title'])).toContain('What’s this document called? → Parent Charter  [title]');
  expect(report([])).toContain('headed “Parent Charter”, which is what you answered');
});

test('cites clauses in the order of the Code, the surest or not', () => {
  const first = 'The headteacher may write to a parent who breaks this code.';
  const draft = draftOf(`Parent Code of Conduct\n\n${first}\n\n${BANS}`);
  const { about, files } = adopt(draft, stock, new Map());
  const bans = about.filter(({ topic }) => topic === 'sanctions').map(({ anchor }) => anchor);
  const [before = '', after = ''] = draft.clauses.map(({ anchor }) => anchor);
  expect(bans).toEqual([after, before]);
  const cited = files.get('situations/sanctions.yaml') ?? '';
  expect(cited.indexOf(before)).toBeLessThan(cited.indexOf(after));
});

test('rests the step to the class teacher on the clause that names one', () => {
  const other = 'If you have a concern, please contact the school office about it.';
  const own = 'Please raise any concern with the class teacher.';
  const { files } = adopt(draftOf(`Parent Code of Conduct\n\n${other}\n\n${own}`), stock, new Map());
  const { routes }: SituationFile = parse(files.get('situations/raise-a-concern.yaml') ?? '');
  const rests = Object.values(routes).flatMap(({ steps }) => steps.flatMap(({ clause }) => clause ?? []));
  expect(new Set(rests)).toEqual(new Set(['please-raise-concern-class-teacher']));
});
