import type { AdoptedName } from './sites.ts';

/** What tests say to a site, and what its school's content must make of it. */
export interface Stories {
  /** The situation that most tests are about. The first clause that it cites must stand in the Code itself. */
  situation: string;
  /** A text that the checker answers with the situation, and that is no emergency. */
  story: string;
  /** A word of the story that decides, which people say of nothing else; and the same with a slip. */
  decides: string;
  mistyped: string;
  /** A word that stands both in that clause and on the situation's page. */
  inBoth: string;
  /** A text that brings up the emergency panel. */
  danger: string;
  /** A text that the Code does not cover. */
  notCovered: string;
}

/** For the school whose repository this is. */
export const LEEN_MILLS: Stories = {
  situation: 'verbal-abuse',
  story: 'Another parent was swearing at me',
  decides: 'swearing',
  mistyped: 'sweering',
  inBoth: 'abuse',
  danger: 'My daughter says her uncle hits her and she is scared',
  notCovered: 'What time does the school day finish?',
};

/** For the made-up school in `test/fixtures/other-school`. */
export const OTHER_SCHOOL: Stories = {
  situation: 'harsh-words',
  story: 'she was yelling insults at the crossing warden',
  decides: 'yelling',
  mistyped: 'yeling',
  inBoth: 'mocked',
  danger: 'There is a man with an axe on the footbridge',
  notCovered: 'which trainers may she wear in winter',
};

/** For the made-up Codes in `test/adopt/codes.ts`. Two stories are about what the Code says under a heading. */
export const ADOPTED_STORIES: Readonly<Record<AdoptedName, Stories>> = {
  ticks: {
    ...LEEN_MILLS,
    situation: 'as-a-parent-or-carer-i-will-not',
    story: 'people smoke right outside the gate',
    decides: 'smoke',
    mistyped: 'smokke',
    inBoth: 'vape',
  },
  trust: { ...LEEN_MILLS, inBoth: 'swearing' },
  appendices: {
    ...LEEN_MILLS,
    situation: 'in-the-playground',
    story: 'she approached my child to chastise him',
    decides: 'chastise',
    mistyped: 'chastisse',
    inBoth: 'chastise',
  },
};
