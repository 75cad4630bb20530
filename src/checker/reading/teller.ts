import { createAlarm } from './alarm.ts';
import type { Teller } from './model.ts';
import type { Word } from './words.ts';

/** Runs of words that make plain whose story it is, as `createAlarm` reads them; the first kind that matches decides. */
const PLAIN: readonly (readonly [Teller, readonly string[]])[] = [
  [
    'staff',
    [
      'im/am a/the/an/your/their/one ta/tas/teacher/teachers/governor/head/headteacher/deputy/senco/receptionist/secretary/caretaker/supervisor/assistant/cook/ect/nqt/dsl/bursar',
      'as a/the/chair/parent governor/teacher/ta/headteacher/senco/governors',
      'ta/governor/headteacher/receptionist/secretary/deputy here',
      'i teach/chair',
      'my pupils/ta/tas/colleague/colleagues',
      'one of our parents/dads/mums/families',
      'one of my pupils/parents/mums/dads',
    ],
  ],
  [
    'responsible',
    [
      'i shouted/swore/screamed/yelled/slapped/pushed/shoved/punched/threatened/posted/commented/shared/tagged',
      'ive posted/shouted/sworn/commented/threatened/shared/started',
      'i lost my temper/rag/cool',
      'i called him/her/them/the a/an',
      'i want/going/plan/planning/thinking/tempted/am/gonna to/of post/posting/report/reporting/complain/put/putting/share/sharing/start/starting/organise',
      'im going/gonna/planning/thinking/tempted to/of post/posting/report/reporting/put/putting/share/sharing/start/starting/go',
      'can/could/may/shall i just/post/put/report/share/walk/film/record',
      'i demand/insist/expect',
      'i want/need to see/speak the/head/headteacher today/now/immediately',
    ],
  ],
];

const matchers = PLAIN.map(([teller, runs]) => ({ teller, matches: createAlarm(runs) }));

/** Whose story the words plainly tell; nothing where no such run is in them. */
export const plainTeller = (words: readonly Word[]): Teller | undefined =>
  matchers.find(({ matches }) => matches(words))?.teller;
