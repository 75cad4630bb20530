import type { AdoptedName } from '../support/sites.ts';

/** A block of a made-up Code: a heading by its level, a paragraph, or an item with its level and marker. */
export type Made =
  | { h: 1 | 2 | 3; text: string }
  | { p: string }
  | { li: string; level?: number; marker: string };

/** A made-up Code, with what a person would answer about it. */
export interface MadeCode {
  name: string;
  blocks: Made[];
  answers: Record<string, string>;
}

/** One whose site is adopted and driven in the browser. */
export interface AdoptedCode extends MadeCode {
  name: AdoptedName;
}

const h = (level: 1 | 2 | 3, text: string): Made => ({ h: level, text });
const p = (text: string): Made => ({ p: text });
const items = (marker: string, ...texts: string[]): Made[] => texts.map((li) => ({ li, marker }));
const numbered = (level: number, ...texts: [marker: string, text: string][]): Made[] =>
  texts.map(([marker, li]) => ({ li, level, marker }));

/** A short one with two lists of ticks and crosses, and no sentence before them. */
export const TICKS: AdoptedCode = {
  name: 'ticks',
  blocks: [
    h(1, 'Our Code of Conduct for Parents and Carers'),
    p(
      'At Windle Brook Primary School we’re proud of our partnership with families. This Code applies to all parents, carers and visitors.',
    ),
    h(2, 'As a parent or carer I will'),
    ...items(
      '✔',
      'speak to staff and to other families calmly and politely',
      'raise any concerns with the class teacher first (please don’t wait)',
      'make an appointment if I’d like a longer meeting',
      'use social media kindly, and never to criticise the school or its staff',
    ),
    h(2, 'As a parent or carer I will not'),
    ...items(
      '✘',
      'shout, swear or use offensive language',
      'threaten or use any violence towards another adult or a child',
      'spread false rumours or make malicious allegations about anyone',
      'smoke, vape or bring dogs on to the school grounds',
    ),
    h(2, 'What happens next'),
    p(
      'If this Code is broken, the headteacher may send a warning letter. In serious cases a parent can be banned from the school premises.',
    ),
  ],
  answers: { school: 'Windle Brook Primary School', body: 'governors' },
};

/** A trust’s: numbered at three levels, with trustees. */
export const TRUST: AdoptedCode = {
  name: 'trust',
  blocks: [
    h(1, 'Parent, Carer and Visitor Code of Conduct'),
    h(2, '1. Introduction'),
    ...numbered(
      0,
      [
        '1.1',
        'The Harrow Vale Learning Trust believes that educating children is a partnership between parents, staff and trustees.',
      ],
      ['1.2', 'The trustees adopted this Code on 14 July 2025. It will be reviewed by 14 July 2028.'],
    ),
    h(2, '2. Expectations'),
    ...numbered(0, ['2.1', 'Parents, carers and visitors are expected to:']),
    ...numbered(
      1,
      ['(a)', 'treat all members of the school community with respect;'],
      ['(b)', 'follow the complaints procedure if a concern can’t be resolved informally; and'],
      ['(c)', 'seek to clarify a child’s version of events with the school.'],
    ),
    h(2, '3. Behaviour that will not be tolerated'),
    ...numbered(0, ['3.1', 'The Trust will not tolerate:']),
    ...numbered(
      1,
      ['(a)', 'using loud or offensive language, swearing or displaying temper;'],
      ['(b)', 'threatening or violent behaviour, including:'],
    ),
    ...numbered(
      2,
      ['(i)', 'pushing, hitting or spitting; and'],
      ['(ii)', 'damaging or destroying school property;'],
    ),
    ...numbered(
      1,
      ['(c)', 'abusive or threatening emails, texts, voicemails or other messages;'],
      [
        '(d)',
        'defamatory, offensive or derogatory comments about the Trust or its staff on social media; and',
      ],
      ['(e)', 'persistent or vexatious complaints about a matter that has already been dealt with.'],
    ),
    h(2, '4. Consequences'),
    ...numbered(
      0,
      [
        '4.1',
        'The headteacher may restrict contact with staff or withdraw permission to enter the school site.',
      ],
      [
        '4.2',
        'The Trust’s Code has 4 sections & <no> exceptions: see {policy} *A_1* at www.harrowvale.example.org.',
      ],
    ),
  ],
  answers: { school: 'The Harrow Vale Learning Trust', body: 'trustees' },
};

/** Three appendices, a bare list, nested bullets and a form to sign. */
export const APPENDICES: AdoptedCode = {
  name: 'appendices',
  blocks: [
    h(1, 'Home and School: How We Work Together'),
    h(2, 'Why we have this Code'),
    p('Everyone at St Osyth’s Catholic Primary School has the right to be treated with dignity and respect.'),
    p('The governors want every visit to our school to be a happy one.'),
    h(2, 'Unacceptable behaviour'),
    ...items(
      '•',
      'Using loud or offensive language, swearing, cursing or displaying temper',
      'Threatening to do actual bodily harm to a member of staff, visitor or pupil',
      'Posting defamatory or offensive comments about the school on Facebook or other social media',
    ),
    ...items('•', 'Demanding to see staff without an appointment:'),
    { li: 'before school', level: 1, marker: '○' },
    { li: 'during lessons', level: 1, marker: '○' },
    h(2, 'In the playground'),
    ...items('•', 'Approaching somebody else’s child to discuss or chastise them', 'Leaving the gate open'),
    h(2, 'Raising a concern'),
    p(
      'Please speak to the class teacher first. If the concern isn’t resolved, follow our Complaints Policy.',
    ),
    h(2, 'Appendix A – Social media'),
    p(
      'Parents should not post photographs of other people’s children. Cyberbullying of staff or families is treated as bullying.',
    ),
    h(2, 'Appendix B – Steps we may take'),
    ...numbered(
      0,
      ['1.', 'A meeting with the headteacher.'],
      ['2.', 'A warning letter from the chair of governors.'],
      ['3.', 'A ban from the school premises.'],
    ),
    h(2, 'Appendix C – Agreement form'),
    p('I have read the Code and agree to follow it.'),
    p('Name: ______________ Signed: ______________ Date: ____________'),
  ],
  answers: {
    school: 'St Osyth’s Catholic Primary School',
    body: 'governors',
    // Nothing in the Code says which it is.
    'list-approaching-somebody-elses-child-discuss': 'not-tolerated',
  },
};

export const MADE_CODES = [TICKS, TRUST, APPENDICES];
