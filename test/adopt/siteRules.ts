import { APPENDICES, type Made, type MadeCode, TICKS } from './codes.ts';

/** A made-up Code full of rules that no stock situation is about. */
export const SITE_RULES: MadeCode = {
  name: 'site-rules',
  blocks: [
    { h: 1, text: 'Parent and Carer Code of Conduct' },
    {
      p: 'This Code sets out how families and staff work together at Marlow Bank Infant School. It was agreed in May 2025 and will be reviewed every two years.',
    },
    { h: 2, text: 'We ask all parents and carers to' },
    ...bullets(
      'speak to all members of staff politely',
      'collect children promptly at the end of the school day',
      'park considerately and never on the yellow zigzag lines',
      'dress appropriately when coming into school (no pyjamas or slippers)',
      'keep younger brothers and sisters off the climbing equipment before and after school',
    ),
    { h: 2, text: 'The school will not accept' },
    ...bullets(
      'shouting or swearing at anyone',
      'taking photographs or using a mobile phone on the school site',
      'riding bikes and scooters in the playground',
      'being under the influence of alcohol or drugs on the premises',
    ),
    { h: 2, text: 'Our promise' },
    { p: 'The school will:' },
    ...bullets('keep your child safe', 'answer letters within five working days'),
    { h: 2, text: 'If things go wrong' },
    {
      p: 'The headteacher may write to a parent who breaks this Code, and may ban a parent from the school premises.',
    },
  ],
  answers: { school: 'Marlow Bank Infant School', body: 'governors' },
};

function bullets(...texts: string[]): Made[] {
  return texts.map((li) => ({ li, marker: '•' }));
}

/** What parents and staff might type about a clause that no stock situation is about. */
export interface Paraphrases {
  code: MadeCode;
  /** The anchor of the clause. */
  clause: string;
  texts: readonly string[];
}

/**
 * Written before the checker had read any of them, in the words of real life and not the clause’s. They only measure:
 * never make the frames in `src/adopt/` fit them.
 */
export const PARAPHRASES: readonly Paraphrases[] = [
  {
    code: TICKS,
    clause: 'smoke-vape-bring-dogs-school',
    texts: [
      'can I bring my dog to pick up',
      'am i allowed to have the dog with me on the playground if hes on a lead',
      'Is it ok to stand outside the classroom with a vape?',
      'theres a dad who always has a cigarette by the gate and the smoke goes in the kids faces',
      'a parent keeps coming onto the yard with a massive alsatian and my son is terrified of dogs',
      'do I really have to tie the dog up outside before I fetch my daughter',
      'Someone was vaping in the queue at home time again',
      'I only had a quick smoke on the school field and got told off',
    ],
  },
  {
    code: APPENDICES,
    clause: 'approaching-somebody-elses-child-discuss',
    texts: [
      'another mum came up to my daughter in the playground and told her off',
      'a boy keeps being mean to my son, can i have a word with him myself before the bell',
      'Is it ok to speak to someone else’s kid about what they did to mine?',
      'some dad had a go at my little one on the yard over a football',
      'I told off a child in my sons class at the gate because he pushed him',
      'a grandparent went over to a year 2 child and lectured him about bullying',
      'can parents tell other peoples children off at school',
      'she went straight up to my lad and asked him why he wasnt playing with hers',
    ],
  },
  {
    code: APPENDICES,
    clause: 'leaving-gate-open',
    texts: [
      'someone left the gate open at drop off',
      'people keep not shutting the gate behind them and toddlers are running out',
      'the playground gate was wide open again this morning',
      'do I need to close the gate if theres a parent right behind me',
      'mums hold the gate open for everyone and dont shut it',
      'I forgot to shut the gate, is that a problem',
      'gate propped open at home time again, not safe',
      'who is meant to shut the side gate after pick up',
    ],
  },
  {
    code: SITE_RULES,
    clause: 'collect-children-promptly-end-school',
    texts: [
      'I was ten minutes late picking him up and got a telling off',
      'what happens if im late to collect my child',
      'my bus gets in at twenty past three so I cant be there when they come out',
      'some parents are always late fetching their kids and the teacher has to wait with them',
      'is there a rule about being on time at the end of the day',
      'Got stuck in traffic and the office were cross that I was late for pick up',
      'a mum never turns up on time for her little girl',
      'running late for collection today sorry',
    ],
  },
  {
    code: SITE_RULES,
    clause: 'park-considerately-never-yellow-zigzag',
    texts: [
      'a parent parks on the zig zags every single morning',
      'can I stop on the yellow lines just to drop her off',
      'people parked across the school entrance on the zigzags, its an accident waiting to happen',
      'is it ok to pull up by the crossing for two minutes if its raining',
      'that big white 4x4 is on the zigzag lines again',
      'someone shouted at me for where i parked but i was only there a minute',
      'parents double parking outside school so nobody can get by',
      'where am i allowed to park at drop off',
    ],
  },
  {
    code: SITE_RULES,
    clause: 'dress-appropriately-when-coming-school',
    texts: [
      'can I do the school run in my pyjamas',
      'a mum comes in her dressing gown and slippers every day',
      'is there a dress code for parents',
      'the office lady told me I wasnt dressed properly to come in',
      'what should I wear to come in for the assembly',
      'am I allowed to turn up in gym shorts and a crop top',
      'someone was in their nightie at the gate this morning lol',
      'does it matter what parents wear at drop off',
    ],
  },
  {
    code: SITE_RULES,
    clause: 'keep-younger-brothers-sisters-off',
    texts: [
      'can my toddler have a go on the climbing frame while we wait',
      'little ones are all over the play equipment at home time',
      'someones two year old fell off the climbing frame after school and the parents just stood there',
      'is his little sister allowed on the trim trail at pick up',
      'got told off because the baby was on the monkey bars',
      'parents let younger siblings climb on everything before the bell',
      'do i have to stop my 3 year old from using the climbing equipment',
      'kids too young for it keep climbing on the equipment after school',
    ],
  },
  {
    code: SITE_RULES,
    clause: 'taking-photographs-using-mobile-phone',
    texts: [
      'can I take a photo of my daughter on her first day in the playground',
      'am I allowed to be on my phone while I wait at the gate',
      'a dad was filming the kids on his phone at sports day',
      'everyone is on their mobiles at pick up, nobody looks at their kids',
      'teacher asked me to put my phone away on the yard, is that a rule',
      'someone took pictures of children that arent theirs at the school gate',
      'is it ok to answer a call when im inside the school',
      'do mobiles have to be off when we come into school',
    ],
  },
  {
    code: SITE_RULES,
    clause: 'riding-bikes-scooters-playground',
    texts: [
      'my son got told he cant ride his scooter across the playground',
      'are scooters allowed on the yard',
      'kids are whizzing round on bikes at home time and nearly knocked my toddler over',
      'do we have to get off our bikes at the gate',
      'can he cycle up to the classroom door',
      'a child on a scooter ran into my mum in the playground',
      'parents letting their kids scoot through everyone at pick up',
      'a dad rides his bike right through the playground every morning',
    ],
  },
];

/** Danger in the words of such clauses: whatever a Code adds, the panel or the quieter line comes up for each. */
export const DANGERS: readonly string[] = [
  'a man nobody knows came up to my daughter at the gate and asked her to get in his car',
  'someone approached my child in the playground and grabbed her arm',
  'a stranger was leaning over the fence taking photos of the children',
  'that dog has just bitten a little boy at pick up and hes bleeding',
  'the gate was open and now my son is missing',
  'nobody has come to collect her and its dark and I cant find her mum',
  'his mum turned up drunk to collect him and shes going to drive him home',
  'a dad at the gate has a knife',
  'my boy fell off the climbing frame and isnt moving',
  'he nearly ran the children over on purpose with his car',
  'a parent was taking pictures of the girls getting changed',
  'she smelt of drink and the baby was in the car',
];
