import { beginsWithVerb } from './verbs.ts';

/**
 * Who does what a sentence says: `parents` if parents, carers, visitors or anyone on site must or mustn’t do it; `school` if
 * it’s what the school, its staff or its governors do, or what then happens to a parent; `pupils` if it’s for children.
 */
export type Doer = 'parents' | 'school' | 'pupils';

/** Whether something is known to be for others than parents. */
export function ofOthers(doer: Doer | undefined): boolean {
  return doer === 'school' || doer === 'pupils';
}

const PARENTS =
  /\b(?:parents?|carers?|guardians?|mothers?|fathers?|grandparents?|visitors?|adults?|famil(?:y|ies)|relatives|contractors?|childminders?|friends|individuals?|persons?|people|anyone|anybody|everyone|everybody|nobody|those|you|i|they|public|community|cyclists|owners?|callers?)\b/i;

/** Parents may be among them; with staff, they’re the school’s own people. */
const HELPERS = /\b(?:volunteers?|helpers)\b/i;

const PUPILS = /\b(?:pupils?|students?|learners?|child(?:ren)?)\b/i;

const SCHOOL =
  /\b(?:schools?|academ(?:y|ies)|trust|college|federation|staff|teachers?|headteachers?|head|principal|governors?|governing|trustees?|directors?|board|chair|clerk|committee|panel|office|lmb|leaders?|leadership|lead|employees?|team|police|authorit(?:y|ies)|council|secretary|crews?|escorts?|chaperones?|(?:bus|minibus|coach|taxi|transport) drivers?|educators?|caretakers?|receptionists?|assistants?|deput(?:y|ies)|managers?|officers?|we)\b/i;

/** What only the school does with a matter, a meeting or a file. */
const PROCEDURE =
  /^\w+(?: not)? (?:\w+ly |also |then |always )?(?:be|been) (?:\w+ly |also |then )?(?:recorded|logged|noted|minuted|documented|filed|stored|retained|informed|notified|told|advised|reviewed|monitored|evaluated|updated|published|displayed|shown|listed|added|investigated|considered|assessed|offered|invited|issued|given|sent|written|ended|terminated|closed|adjourned|dealt|handled|managed|resolved|answered|acknowledged|referred|escalated|provided|supported|trained|arranged|convened|chaired|appointed|made (?:clear|aware|available)|carried out|put in place|confirmed|approved|agreed|communicated|lifted|imposed|taken|kept (?:by|on|in|confidential)|(?!accompanied|escorted)\w+ed by (?:the |our |a )?(?:school|staff|office|head|governors?|member of staff))\b/i;

/** What’s the school’s to deal with. */
const MATTER =
  /^(?:(?:the|any|a|an|each|every|all|such) )?(?:decisions?|bans?|incidents?|records?|letters?|appeals?|investigations?|restrictions?|sanctions?|concerns about staff)\b/i;

/** Headings of what the school’s own people are to do. */
const OWN_PEOPLE =
  '(?:staff|schools?|governors?|governing (?:body|board)|trust(?:ees)?|academy|headteachers?|principal|teachers?)';
const FOR_SCHOOL = new RegExp(
  `\\b(?:roles?|responsibilit(?:y|ies)|duties|support|guidance|guidelines|advice|training|information|notes|procedures?|protocol|expectations)\\b(?: \\w+){0,2} (?:of|for)\\b(?: (?:the|our|all|members of))* ${OWN_PEOPLE}\\b|\\b${OWN_PEOPLE}(?:[’']s?)? (?:conduct|roles?|responsibilit(?:y|ies)|duties|procedures?|actions?|responses?|guidance|training)\\b|\\b${OWN_PEOPLE}(?:[’']s?)? expectations:?$`,
  'i',
);

/** What’s said of people who broke a rule. */
const HAPPENS =
  /^(?:(?:may|might|can|could|will)\b(?: not)?(?: (?:then|also|first|therefore))? (?:be\b(?! (?:expected|asked(?! to (?:leave|meet|attend))|required|requested|reminded))|(?:receive|get|have|face|lose|expect|find)\b)|(?:may|might|can|could)\b(?! ?not)|(?:is|are|was|were|has|have|had)\b(?! (?:\w+ )?(?:not (?:to\b|allowed|permitted)|to\b|expected|asked|required|requested|reminded|prohibited|forbidden|responsib|the responsib|a (?:duty|responsib)|a legal)))/i;

/** Parents as they are, and not what they must do. */
const DESCRIBED =
  /^(?:will|do|can|should)(?: also| always)? (?:understand|recogni[sz]e|appreciate|know|feel|find|see|want|wish|like|be (?:able|aware|pleased|delighted))\b/i;

const ALLOWS = 'tolerat\\w*|accept\\w*|allow\\w*|permit\\w*|condon\\w*|welcom\\w*|put up with';
const FORBIDS = new RegExp(
  `\\b(?:treat|regard|consider|see|view)(?:s|ed)?\\b[^.:;]{1,60}\\bas (?:\\w+ )?(?:vexatious|unreasonable|unacceptable|abusive|harassment)\\b|\\bconsiders? [^.:;]{1,60}\\b(?:inappropriate|unacceptable|unreasonable)$|(?:\\b(?:not|never|cannot|unable to|refuse to|no longer)|n[’']t)(?: \\w+){0,2} (?:${ALLOWS})\\b|zero[- ]tolerance|\\b(?:prohibited|forbidden|banned from)\\b|\\bno[- ]\\w+ (?:polic(?:y|ies)|zones?|sites?)\\b|\\b\\w+[- ]free (?:sites?|zones?|schools?|premises)\\b|\\bunaccept|\\bintoler`,
  'i',
);

/** The school says what others do: “we expect parents to”. */
const ASKS =
  /^(?:will (?=expect)|would (?=like)|do |also |and \w+ )*(?:expects?|asks?|requires?|requests?|reminds?|urges?|encourages?|insists?|wants?|like)\b(?: and \w+)?(?: (?:that|of))?(?: ((?:(?!\bto\b)[^.;:]){0,120})|:?$)/i;

const AUXILIARY =
  "(?:must|should|shall|will|may|might|cannot|could|can|needs?|ought|is|are|was|were|has|have|had|do|does)(?:n[’']t)?|(?:wo|ca|sha)n[’']t";

/** None is finite after “to”: “threatening to do harm”. */
const MODAL = new RegExp(
  `(?<!\\bto )\\b(?:${AUXILIARY}|reserves?|aims?|believes?|considers?|seeks?|commits?|values?|recogni[sz]es?|expects?|asks?|requires?|requests?|reminds?|encourages?|regards?|reviews?|agrees?|undertakes?|promises?|pledges?|intends?|strives?)(?![\\w’'])`,
  'gi',
);

/** How a sentence’s subject begins. */
const STARTS =
  /^(?:the|our|all|any|a|an|each|every|both|other|no|some|most|many|several|few|members?|individual|senior|class|local|school|staff|governors?|governing|teachers?|trustees?|directors?|head\w*|we)\b/i;

/** “Hill Top School expects” */
const NAMED =
  /^(?:\p{Lu}[\p{L}.’']*\s+)+(?:School|SCHOOL|Academy|ACADEMY|Trust|TRUST|College|COLLEGE|Federation|FEDERATION)\b/u;

/** “Kitchen staff” or “The duty teacher”, with its kind before it */
const ROLE =
  /^(?!(?!(?:teaching|visiting|nursing|cleaning|catering)\b)\p{L}+ing\b)(?:[\p{L}’'-]+ ){1,2}(?:staff|teachers?|governors?|assistants?|caretakers?|leaders?|managers?|officers?|team)$/iu;

/** “The gate is locked at nine by the caretaker” */
const DONE_BY_SCHOOL =
  /^(?:is|are) (?!not\b)[^.;]*? by (?:the |our |an? )?(?:[\p{L}’'-]+ ){0,2}(?:school|staff|teachers?|governors?|head(?:teacher)?|principal|caretakers?|office|receptionists?|nurse|council|escorts?|team)\b/iu;

/** Before the main sentence: when it’s so, why or where. */
const BEFORE =
  /^(?:if|when|whenever|where|wherever|should|in|once|after|before|following|on|for|at|as|depending|during|unless|with|to|by|until|while|whilst|under|because|since|however|therefore|thereafter|afterwards|otherwise|alternatively|subsequently|accordingly|also|normally|usually|generally|ordinarily|typically|please note that|note that)\b/i;

/** A subject has so many words at most. */
const LONGEST = 12;

const IMPERATIVE =
  /^(?:please(?! (?:note|see|be aware))|kindly|do not|don[’']t|never|no|always|remember|make sure|ensure)\b/i;

/** What’s said of something in the sentence before, and no rule without it. */
const REFERS =
  /^(?:this|that|these|those behaviours?|it(?! is (?:the responsibility|expected|required|important|essential|vital|never|not (?:acceptable|permitted|allowed|appropriate)))|such|the above|any of the above|the following)\b/i;

/**
 * Who does what a sentence or the beginning of one says.
 *
 * @param text without its number or mark
 * @returns nothing if it doesn’t say
 */
export function doerOf(text: string): Doer | undefined {
  const whole = mainOf(text.replaceAll(/\s*\([^)]* [^)]*\)/g, '').trim());
  // “Keep on once it has been answered” says what was done only in passing.
  const main = beginsWithVerb(whole)
    ? (whole.split(/ (?:after|once|until|before) (?=\w)/i)[0] ?? whole)
    : whole;
  if (IMPERATIVE.test(main)) return 'parents';
  const { subject, predicate } = splitSubject(main);
  const whose = subject === undefined ? undefined : namedIn(subject);
  const [isParents, isSchools] = [whose === 'parents', whose === 'school'];
  const asked = askedIn(predicate);
  if (asked !== undefined && !isParents && SCHOOL.test(headOf(asked)) && !PARENTS.test(asked))
    return STARTS_AS_ORDER.test(main) ? undefined : 'school';
  if (asked !== undefined && !isParents) return 'parents';
  // “Helpers must not be left alone with a class”
  if (
    isParents &&
    (LEFT_TO_OTHERS.test(predicate) ||
      RECEIVES.test(predicate) ||
      (isHelpers(subject) && DONE_TO.test(predicate)))
  )
    return 'school';
  if (isParents)
    return [HAPPENS, DESCRIBED, PROCEDURE].some((words) => words.test(predicate)) ? 'school' : 'parents';
  if (DRIVERS.test(main)) return 'school';
  // “Staff needn’t reply at night, and do not accept requests”
  const [said = ''] = predicate.split(/[,;] (?:and|but) (?=(?:do|does) not\b)/i);
  if (FORBIDS.test(said)) return 'parents';
  if (isDoneBySchool(main)) return 'school';
  // “Staff must not be phoned at home”
  if (isSchools)
    return /^\w+(?: ?not|n[’']t) be\b(?! (?:able|available|free|in a position|there|here)\b)/i.test(predicate)
      ? 'parents'
      : 'school';
  if (
    MATTER.test(main) &&
    /^\w+(?: \w+ly| also| then)? (?:be|say|tell|explain|give|set|last|take)\b/i.test(predicate)
  )
    return 'school';
  // “Correct your child’s behaviour where it could be unsafe” says what could be only in passing.
  const isOrder = beginsWithVerb(main);
  const [first = ''] = main.split(isOrder ? IN_ORDER : IN_PASSING);
  return first.search(MODAL) >= 0 &&
    (PROCEDURE.test(predicate) || /^(?:will|can|could|may|might) (?:\w+ )?be\b/i.test(predicate))
    ? 'school'
    : undefined;
}

/** What somebody gets from others: “Visitors should be met at the door”. */
const RECEIVES =
  /^(?:must|should|shall|will)(?: always| also| all| \w+ly)? be (?:met|greeted|welcomed|treated|listened to|given|told|offered|kept informed|supported|thanked|heard|helped|looked after)\b/i;

/** What others mustn’t do with somebody. */
const LEFT_TO_OTHERS =
  /^(?:must|should|shall|may)(?: not| never|n[’']t) be (?:left|shown|counted|relied|placed|put|used as)\b/i;
/** What’s done to somebody, so that somebody else sees to it. */
const DONE_TO =
  /^(?:must|should|shall|may)(?: not| never|n[’']t)? be (?!(?:expected|asked|required|requested|reminded|prepared|dressed|seated|punctual|qualified|willing)\b)(?:\w+ly )?(?:\w+ed|left|given|shown|put|told|taken|paid|kept|sent)\b/i;

function isHelpers(subject = ''): boolean {
  return HELPERS.test(subject) && !PARENTS.test(subject);
}

/** Drivers, where nothing says that they’re parents with cars: they may be the school’s own. */
const DRIVERS =
  /^(?:(?:the|all|our|any) )*drivers?\b(?!.*\b(?:park\w*|speeds?|slow\w*|gates?|zig\w*|roads?|cars?|vehicles?|bays?|engines?|drop\w*|turn\w*|reverse|considera\w*|yellow)\b)/i;

/** Whether a sentence says what staff do, such as “the gate is locked by the caretaker”, and not only in passing. */
function isDoneBySchool(main: string): boolean {
  const [said = ''] = main.split(/ (?:until|who|that|which|where|when|while|if|so|unless|as|once) /i);
  return !beginsWithVerb(main) && DONE_BY_SCHOOL.test(splitSubject(said).predicate);
}

/** What begins a part that says something only in passing, and after an order’s verb. */
const IN_PASSING = /,? (?:where|wherever|when|whenever|while|whilst|if|because|unless|since|so that) /i;
const IN_ORDER =
  /,? (?:where|wherever|when|whenever|while|whilst|if|whether|because|unless|since|as|so|that|there|what|how) /i;

/** Whom the school asks something of, if it does; no words if it doesn’t say. */
function askedIn(predicate: string): string | undefined {
  const found = ASKS.exec(predicate);
  return found === null ? undefined : (found[1] ?? '');
}

/** Whether a sentence says nothing without the one before it. */
export function refersBack(text: string): boolean {
  return REFERS.test(mainOf(text.trim()));
}

/** “This applies to group chats too”, which says no more than how far what’s before it goes. */
const REMARK =
  /^(?:this|that|these|those|it|they|the same)(?: rules?)?(?: also)? (?:appl(?:y|ies)|includes?|covers?|extends?|goes|means?|is also (?:true|so)|holds?)\b/i;

/** Whether a sentence only says of what’s before it how far it goes. */
export function isRemark(text: string): boolean {
  return REMARK.test(text.trim());
}

/** A sentence from its subject on. */
export function mainOf(text: string): string {
  if (!BEFORE.test(text)) return text;
  // “As parents, we will” is about parents, and “as a pupil I will” about pupils.
  const as =
    /^as (?:an? |the )?((?:\w+ ){0,2}?\w+(?:(?:,| or| and) \w+)*?),? (?:i|we)(?:\/we)?\b(.*)$/is.exec(text);
  const who = as === null ? undefined : namedIn(as[1] ?? '');
  if (who !== undefined)
    return `${who === 'parents' ? 'parents' : who === 'pupils' ? 'pupils' : 'the school'}${as?.[2] ?? ''}`;
  const rests = [...text.matchAll(/,\s*(?:then\s+)?/g)].map(({ 0: comma, index }) =>
    text.slice(index + comma.length),
  );
  const isMain = (rest: string): boolean => IMPERATIVE.test(rest) || splitSubject(rest).subject !== undefined;
  const own = rests.find(isMain);
  if (own !== undefined) return own;
  // “In order to support a safe school the Trust cannot …”
  const inside = [
    ...text.matchAll(
      /\b(?:the|an?|our|we|(?<!\b(?:if|when|once|after|before|as|while|until|unless|where)\s)(?:he|she|they|you)|i(?= (?:will|must|shall|promise|agree)\b)|all|any|parents|visitors|staff)\b/gi,
    ),
  ].map(({ index }) => text.slice(index));
  const isShort = (rest: string): boolean =>
    /^(?:he|she|they) (?:will|may|must|should|shall|can)\b/i.test(rest) ||
    // “sees a puddle they will” has its subject at the end.
    /^(?!.* (?:he|she|they|you|we|i)$)\S+(?: \S+){0,2}$/i.test(splitSubject(rest).subject ?? '');
  const names = (rest: string): boolean => namedIn(splitSubject(rest).subject ?? '') !== undefined;
  return inside.find((rest) => isShort(rest) && names(rest)) ?? inside.find(isShort) ?? rests[0] ?? text;
}

/** “The person in charge” */
const IN_CHARGE = /\b(?:persons?|people|adults?) (?:in charge|on duty)\b/i;

/** A sentence’s subject, if it begins with one, and the verb with what follows. */
function splitSubject(sentence: string): { subject: string | undefined; predicate: string } {
  const text = sentence.replace(IN_CHARGE, 'staff');
  // “Parents who are late must”
  const verb = [...text.matchAll(MODAL)].find(
    ({ index }) => !/\b(?:who|that|which)(?: \w+ly)?\s+$/i.test(text.slice(0, index)),
  );
  const before = verb === undefined ? '' : text.slice(0, verb.index);
  const head = headOf(before);
  const isSubject =
    head !== '' &&
    head.split(' ').length <= LONGEST &&
    (STARTS.test(head) ||
      NAMED.test(head) ||
      (ROLE.test(head) && !beginsWithVerb(head)) ||
      [PARENTS, HELPERS, PUPILS].some((who) => startsWith(who, head)));
  return {
    subject: isSubject ? head : undefined,
    predicate: verb === undefined ? text : text.slice(verb.index),
  };
}

/** Who a sentence is about, if it starts by naming them. */
export function subjectOf(sentence: string): Doer | undefined {
  const main = mainOf(sentence.trim());
  return namedIn(splitSubject(main).subject ?? FIRST_PEOPLE.exec(main)?.[0] ?? '');
}

/** Whom words name: parents with others count as parents, and staff with others as the school. */
export function namedIn(words: string): Doer | undefined {
  if (PARENTS.test(words)) return 'parents';
  if (SCHOOL.test(words)) return 'school';
  if (HELPERS.test(words)) return 'parents';
  return PUPILS.test(words) ? 'pupils' : undefined;
}

/** “What you can expect from us” */
const CAN_EXPECT = /\b(?:can|may|should be able to|have (?:a|the) right to) expect\b/i;

/** “Our promise to parents” */
const PROMISE =
  /^(?:our|the school[’']s|staff) (?:commitments?|promises?|pledges?|undertakings?|offer)\b(?! (?:as|by|of|from) parents)/i;
const OUR_DUTIES = /^our (?:own )?(?:responsibilit(?:y|ies)|dut(?:y|ies)|roles?|parts?|obligations?)\b/i;

/** What others owe somebody, and nobody’s duty alone. */
const RIGHTS =
  /^(?!.*\b(?:responsibilit|dut(?:y|ies)|code|expect)).*\b(?:rights|(?:have|has) (?:the|a) right)\b/i;

/** “How you can help” */
const CAN_HELP =
  /\b(?:parents|carers|families|visitors|you) can (?:all |also )?(?:help|support|assist|contribute|play)\b/i;

/** What somebody’s part is called in a heading. */
const PART =
  '(?:agreements?|roles?|responsibilit(?:y|ies)|dut(?:y|ies)|parts?|commitments?|obligations?|promises?|pledges?|undertakings?)';
const VERB =
  '(?:will|must|should|shall|can|may|are|is|agrees?|undertakes?|promises?|pledges?|aims?|do|does|to)';
const PEOPLE = `(?:${[PARENTS, HELPERS, PUPILS, SCHOOL].map(({ source }) => source).join('|')}|all|any|each|every|the|our|other|senior|and|or|members?|of|body|as|a|an|[&/,])`;
/** “Staff and volunteers”, “Governors’ responsibilities”, “Pupils will” or “As a parent I will” */
const ONLY_PEOPLE = new RegExp(
  `^((?:${PEOPLE}[,\\s]*)+)(?:[’']s?)?(?:\\s*(?:${PART}\\b.*|${VERB}\\b(?: not)?(?: to)?))?$`,
  'i',
);
const FIRST_PEOPLE = new RegExp(`^(?:${PEOPLE}[,\\s]*)+`, 'i');
const PART_OF = new RegExp(
  `\\b(?:${PART} (?:of|for|from|by)|(?:support|help) from) ((?:${PEOPLE}[,\\s]*)+)`,
  'i',
);

/** “What our pupils say” */
const PUPILS_SAY = new RegExp(
  `^(?:what |how )?(?:our |the )?${PUPILS.source} (?:say|said|think|tell|told|wrote|made|want)\\b`,
  'i',
);

/**
 * Whose what’s below a heading is.
 *
 * @param heading without its number
 * @returns nothing if it doesn’t say
 */
export function doerOfHeading(heading: string): Doer | undefined {
  // Alone, it’s a value more often than the school’s trust.
  if (/^trust$/i.test(heading.trim())) return undefined;
  const text = heading
    .trim()
    .replace(/^(?:appendix|annex|schedule) \S+(?: ?[–:—-])? */i, '')
    // “AIM: Expect the best of your child, as we do”
    .replace(/^\p{Lu}{2,}: (?=\p{Lu})/u, '')
    .replace(/[:.]$/, '');
  const [whoExpects, more] = text.split(CAN_EXPECT);
  if (whoExpects !== undefined && more !== undefined) {
    const who = namedIn(whoExpects);
    return who === 'school' ? 'parents' : who === 'pupils' ? 'pupils' : 'school';
  }
  const speaker = inBrackets(text);
  if (speaker !== undefined) return speaker;
  if (PUPILS_SAY.test(text)) return 'pupils';
  if (PROMISE.test(text) || RIGHTS.test(text)) return 'school';
  if (/^your\b/i.test(text) || CAN_HELP.test(text)) return 'parents';
  if (OUR_DUTIES.test(text)) return PARENTS.test(text) ? 'parents' : 'school';
  const people = (ONLY_PEOPLE.exec(text)?.[1] ?? PART_OF.exec(text)?.[1])?.replace(
    /(?<=\w.*)\b(?:i|we)\b/i,
    '',
  );
  if (people !== undefined && PARENTS.test(people) && SCHOOL.test(people)) return undefined;
  const named = people === undefined ? undefined : namedIn(people);
  if (named !== undefined) return named;
  if (FOR_SCHOOL.test(text) && !PARENTS.test(text)) return 'school';
  const said = doerOf(text.replace(/^(?:what|how) (?=\S+ \S)/i, ''));
  return said ?? (SOMEBODYS.test(text) && namedIn(text) !== 'parents' ? 'school' : undefined);
}

/** “The crew’s part”, “What the kitchen does”, “The wardens will”: others’ than parents’, whoever they are. */
const SOMEBODYS = new RegExp(
  `^(?:the |our )?\\p{L}+(?: \\p{L}+){0,2}(?:[’']s|s[’']) ${PART}$|^(?:what|how) (?:the |our )\\p{L}+(?: \\p{L}+){0,2} (?:will|can|may|must|should|do|does|help|helps)\\b|^(?:the |our )\\p{L}+(?: \\p{L}+){0,2} (?:will|agrees? to|promises? to)$`,
  'iu',
);

/** Whose words “I will … (children)” are; nothing if no name in brackets says so. */
function inBrackets(text: string): Doer | undefined {
  const [, words = '', name = ''] =
    /^([^()]+)\(([^()]+)\)(?: (?:will|must|shall|promise|agree|can|try|am|are)\b(?: \w+){0,2})?[\s:.…–—-]*$/i.exec(
      text.trim().replace(AS_WHO, '$1 ($2) '),
    ) ?? [];
  return SAID_BY_SOMEBODY.test(words) ? namedIn(name.replace(/\b(?:i|we|you|they)\b/gi, '')) : undefined;
}
/** “I, the pupil, will” and “I as a pupil will” */
const AS_WHO = /^(i|we),? (?:as )?((?:the|an?|your) \w+(?:\/\w+)?),? (?=\w)/i;
const SAID_BY_SOMEBODY = /^(?:as an? \w+,? )?(?:i|we|my|our)\b/i;

/**
 * Whose what follows a sentence is that ends in a colon.
 *
 * @param before the sentence before it, and what it says itself
 * @param heading whose what’s below the heading is
 * @returns nothing if none of them says
 */
export function doerOfLeadIn(leadIn: string, before: string, heading: Doer | undefined): Doer | undefined {
  const speaker = inBrackets(leadIn);
  if (speaker !== undefined) return speaker;
  const main = lastMainOf(mainOf(leadIn.trim().replace(TOLD_US, '')));
  if ((CHALLENGED.test(main) || CALLED_WHEN.test(main)) && heading !== 'pupils' && !PUPILS.test(main))
    return 'parents';
  if ((BY_PARENTS.test(main) || TAKEN_AWAY.test(leadIn)) && heading !== 'pupils') return 'parents';
  if (RIGHTS.test(main)) return 'school';
  if (PLACE_WHERE.test(main) || PAPER.test(main) || HAPPENS_THEN.test(main)) return 'school';
  const { subject = '', predicate } = splitSubject(main);
  if (/^(?:they|these|it|he|she)\b/i.test(subject === '' ? main : subject)) {
    const condition = conditionBefore(leadIn.trim(), main);
    if (condition !== undefined) return condition;
    // “We expect parents to be polite. They should:” goes on about parents.
    const asked = headOf(askedIn(splitSubject(mainOf(before)).predicate) ?? '');
    const [named = ''] = FIRST_PEOPLE.exec(asked === '' ? mainOf(before) : asked) ?? [];
    return namedIn(named.replace(/\b(?:they|it)\b/gi, '')) ?? heading ?? doerOf(leadIn);
  }
  if (/^(?:we|i)\b/i.test(subject) && heading !== undefined && askedIn(predicate) === undefined)
    return FORBIDS.test(predicate) ? 'parents' : heading;
  // “As children, we expect:” says what they wish for.
  if (namedIn(subject) === 'pupils' && askedIn(predicate) === '') return 'pupils';
  if (CAN_EXPECT.test(predicate) || CAN_HELP.test(main)) return doerOfHeading(main);
  // What they can do they needn’t.
  if (namedIn(subject) === 'parents' && /^(?:can|may|could|might)$/i.test(predicate)) return heading;
  // Others see to it that children are, such as “collected on time”.
  const isDone = /^\w+(?: not|n[’']t)? be\b/i.test(predicate);
  if (namedIn(askedIn(predicate) ?? subject) === 'pupils') return isDone ? heading : 'pupils';
  return doerOf(main) ?? (subject === '' ? doerOfHeading(leadIn) : namedIn(subject)) ?? heading;
}

/** “Our ducklings told us that” */
const TOLD_US = /^[^,.;:]{0,60}\b(?:told|tell|tells) us (?:that )?/i;

/** “Any of these will be challenged” says what isn’t wanted, and not only what the school does. */
export const CHALLENGED =
  /\b(?:will|must|should)(?: \w+)? be challenged\b|\b(?:not|never) (?:go|be left) unchallenged\b/i;

/** “A parent may be regarded as vexatious when they” leads to what they do. */
const CALLED_WHEN =
  /\b(?:regarded|treated|considered|seen|viewed|classed|deemed)(?: as| to be)? (?:\w+ )?(?:vexatious|unreasonable|unacceptable|abusive|persistent|harassment)\b.*\b(?:when|where|if)(?: (?:he|she|they|you|it|he or she|she or he|(?:the |a )?parents?))?$/i;

/** Grounds for sending somebody away are things that aren’t tolerated. */
const TAKEN_AWAY =
  /\b(?:permission|access|licen[cs]e|entry|admission|person|parents?|visitors?|adults?|anyone|you|they)\b[^.:;]{0,60} (?:may|can|could|will|might) (?:\w+ )?be (?:taken away|withdrawn|removed|refused|ended|revoked|banned|barred|asked to leave|sent away)\b[^.:;]{0,80} (?:where|when|if|who)(?: (?:they|you|(?:an?|the|any|that) (?:adult|parent|carer|visitor|person)|parents|visitors|anyone))?$/i;
/** “The following is misuse of social media by parents and carers” says whose it is, whoever says so. */
const BY_PARENTS =
  /\b(?:behaviou?rs?|conduct|actions?|misuse|abuse|use|acts?|posts?|comments?)\b[^.:;]{0,50} (?:by|from) (?:all |any |some |our )?(?:parents|carers|visitors|families|adults)\b/i;

/** What the school is meant to be: “a place where” */
const PLACE_WHERE =
  /\b(?:place|school|academy|nursery|setting|community|environment)s? (?:where|in which|(?:that|which) (?:is|are|has))$/i;

/** What the school writes or decides: “The letter will” */
const PAPER =
  /^(?:the|an?|this|each|any|our) (?:\w+ ){0,2}?(?:letters?|warning|notice|ban|assessment|audit|plan|log|training|email|e-mail|reply|response|report|record|decision|review|panel|investigation|meeting)\b.*\b(?:will|must|should|may|can)(?: \w+)?$/i;

/** “What happens if this is broken” */
const HAPPENS_THEN = /^what (?:will |may |might |can |could )?happens?\b/i;

/** Whose rule it is when it says “they”: “If a member of staff feels threatened they will” */
function conditionBefore(leadIn: string, main: string): Doer | undefined {
  const before = leadIn.endsWith(main) ? leadIn.slice(0, -main.length) : '';
  const [, condition] = /.*\b(?:if|when(?:ever)?|where|once)\s+(.+)$/is.exec(before) ?? [];
  const [people] = FIRST_PEOPLE.exec(condition ?? '') ?? [];
  return people === undefined ? undefined : namedIn(people.replace(/\b(?:they|it|you|we|i)\b/gi, ''));
}

/** “The agreement is what we start from; however, we ask that …” leads to its list with its last main sentence. */
function lastMainOf(text: string): string {
  return (
    text
      .split(
        /[,;] (?:(?:however|but|so),? (?=(?:we|parents|visitors|you|all|the school|the academy)\b)|(?:but|and) (?=(?:if|when|where|once)\b))/i,
      )
      .map((part, at) => (at === 0 ? part : mainOf(part)))
      .at(-1) ?? text
  );
}

/** What begins a part of a sentence with a verb of its own. */
const SUBORDINATE =
  /[,;:–—(]?\s(?:who|that|which|whose|when|whenever|while|whilst|where|wherever|whether|if|unless|because|since|so|as|than|how|what|or not)\s/i;

/** How a name for what people do begins, such as “smoking” or “deliberately damaging”. */
const DOING =
  /^(?:not |persistently |\w+ly )*(?!(?:during|nothing|everything|anything|something|following|according|regarding|concerning|morning|evening|being aware|building|spring|bring|including|having said)\b)[a-z]{2,}ing\b/i;

/** Whether a sentence begins as a name for what people do. */
export function namesDoing(sentence: string): boolean {
  return DOING.test(sentence) && onlyNames(sentence);
}

/** What says what to do where nobody’s named before it: “Seek help from the office”. */
const STARTS_AS_ORDER =
  /^(?:seek|aim|expect|value|recogni[sz]e|ask|request|remind|encourage|regard|review|agree|strive|consider) (?=\S)/i;

/** Whether a sentence only names something, such as “dogs on the field”, and says nothing of it. */
export function onlyNames(sentence: string): boolean {
  const [main = ''] = sentence.split(SUBORDINATE);
  return (
    main.replace(STARTS_AS_ORDER, '').search(MODAL) < 0 &&
    !REFERS.test(main) &&
    !IMPERATIVE.test(main) &&
    !/^(?:we|i|you|they|he|she|it|there|thankfully|fortunately|sadly)\b/i.test(main)
  );
}

function startsWith(words: RegExp, text: string): boolean {
  return words.exec(text)?.index === 0;
}

/** A noun without what’s said of it: “any member of staff” of “any member of staff who feels threatened”. */
function headOf(words: string): string {
  const [head = words] = words.split(
    /[,;:–]?\s(?:who|that|which|whose|in|on|at|with|from|for|to|by|during|entering|visiting|attending|wishing|dropping|collecting|using|under|regarding|about|towards?)\s/i,
  );
  return head
    .replace(/\b(?:of|between)\s+(?:the\s+)?(?:school(?:[’']s)? community|public)\b/i, 'of the community')
    .trim();
}
