/** A verb’s forms, for phrases that train the checker. */
interface VerbForms {
  base: string;
  ing: string;
  past: string;
}

/** Base and past of verbs that aren’t regular. */
const IRREGULAR = new Map(
  'be was,begin began,bite bit,build built,break broke,bring brought,buy bought,catch caught,choose chose,come came,cut cut,deal dealt,dig dug,do did,draw drew,drink drank,drive drove,eat ate,feed fed,fight fought,find found,fly flew,forget forgot,get got,give gave,go went,have had,hit hit,hold held,hurt hurt,keep kept,lead led,leave left,lend lent,let let,lie lay,light lit,lose lost,make made,meet met,pay paid,put put,read read,ride rode,ring rang,run ran,say said,see saw,seek sought,sell sold,send sent,set set,shut shut,sit sat,sleep slept,speak spoke,spend spent,spread spread,stand stood,steal stole,swear swore,take took,teach taught,tell told,think thought,throw threw,understand understood,uphold upheld,wear wore,write wrote'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Participles that differ from the past. */
const PARTICIPLES: Readonly<Record<string, string>> = {
  been: 'be',
  broken: 'break',
  driven: 'drive',
  eaten: 'eat',
  given: 'give',
  ridden: 'ride',
  taken: 'take',
  thrown: 'throw',
  worn: 'wear',
  written: 'write',
};

/** Regular verbs that such rules often have. */
const REGULAR = new Set(
  'abuse accept accompany achieve acknowledge address adhere agree allow apply appreciate approach arrange arrive ask assault attend avoid behave block book bully carry chase chastise chat climb close collect communicate comply congregate consider consume contact copy cooperate criticise cross crowd damage defame demand demonstrate destroy discourage discuss disrupt distract distribute dress drop email encourage engage ensure enter escort expect express film fold follow gather gossip harass help idle ignore include inform insist insult interfere interrupt intimidate join label learn listen litter lock look maintain notify obey observe obstruct offer open park participate phone photograph play post prevent prioritise promote prop provide punish push question raise recognise recognize record refer refrain refuse rely remain remember remove reply report request resolve respect respond return reverse scoot share shout show sign smoke spit stay stop submit supervise supply support sustain switch tackle talk telephone tease text threaten tie touch travel treat try undermine upload value use vape video visit wait walk wash watch water'.split(
    ' ',
  ),
);

const FROM_PAST = new Map([...IRREGULAR].map(([base, past]) => [past, base]));

/** Whether a word is the base of a verb, with or without a hyphen: “co-operate”. */
export function isKnownVerb(word: string): boolean {
  const joined = word.replace('-', '');
  return IRREGULAR.has(joined) || REGULAR.has(joined);
}

/** Whether a text’s first word is the base of a verb, as an order’s is. */
export function beginsWithVerb(text: string): boolean {
  return isKnownVerb((text.split(/[ ,]/)[0] ?? '').toLowerCase());
}

/** The base of a word that may be a form in -ing or -ed, or an irregular participle. */
export function baseOf(word: string): string {
  const irregular = PARTICIPLES[word] ?? FROM_PAST.get(word);
  if (irregular !== undefined) return irregular;
  if (isKnownVerb(word)) return word;
  const stem = /^(.{2,})(?:ing|ed)$/.exec(word)?.[1];
  if (stem === undefined || /^(?:bring|ring|sing|during)$/.test(word)) return word;
  for (const base of [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')]) if (isKnownVerb(base)) return base;
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  // “chastis”, “damag”, “us”: few verbs end so without an e.
  if (
    /(?:[cvz]|[^s]s|[^n]g|dg|[^o]at|iz|[^aeiou]l|u)$/.test(stem) ||
    /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)
  )
    return `${stem}e`;
  return stem;
}

/** The forms of a verb by its base. */
export function formsOf(base: string): VerbForms {
  const isShort =
    /^[^aeiou]*[aeiou][bdgmnpt]$/.test(base) ||
    /^(?:cut|get|hit|let|put|quit|set|shut|sit)$|(?:mit|fer|begin|forget|upset|control|travel|cancel|label|model|signal|quarrel|equip)$/.test(
      base,
    );
  const doubled = isShort ? `${base}${base.at(-1) ?? ''}` : base;
  if (/^(?:tie|lie|die)$/.test(base))
    return { base, ing: base.replace('ie', 'ying'), past: IRREGULAR.get(base) ?? `${base}d` };
  const stem = /[^eoy]e$/.test(base) && base !== 'be' ? base.slice(0, -1) : doubled;
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem.replace(/e$/, '')}ed`;
  return { base, ing: `${stem}ing`, past: IRREGULAR.get(base) ?? past };
}
