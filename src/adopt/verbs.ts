/** A verb’s forms, for phrases that train the checker. Nothing made from them is shown to a reader. */
export interface VerbForms {
  base: string;
  ing: string;
  past: string;
}

/** Base and past of verbs that aren’t regular. */
const IRREGULAR = new Map(
  'be was,break broke,bring brought,buy bought,catch caught,choose chose,come came,cut cut,dig dug,do did,draw drew,drink drank,drive drove,eat ate,feed fed,fight fought,get got,give gave,go went,have had,hit hit,hold held,keep kept,lead led,leave left,let let,lie lay,make made,meet met,pay paid,put put,read read,ride rode,ring rang,run ran,see saw,sell sold,send sent,set set,shut shut,sit sat,sleep slept,speak spoke,stand stood,steal stole,swear swore,take took,tell told,think thought,throw threw,wear wore,write wrote'
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
  'accompany allow approach arrange arrive ask attend avoid behave block chat climb close collect congregate contact cross discuss drop enter film follow gather idle ignore inform interrupt litter open park phone photograph play post prop record report respect respond return scoot share shout sign smoke spit stop supervise support talk text touch treat tie use vape video visit wait walk'.split(
    ' ',
  ),
);

const FROM_PAST = new Map([...IRREGULAR].map(([base, past]) => [past, base]));

export function isKnownVerb(word: string): boolean {
  return IRREGULAR.has(word) || REGULAR.has(word);
}

/** The base of a word that may be a form in -ing or -ed, or an irregular participle. */
export function baseOf(word: string): string {
  const irregular = PARTICIPLES[word] ?? FROM_PAST.get(word);
  if (irregular !== undefined) return irregular;
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
    /^[^aeiou]*[aeiou][bdgmnpt]$/.test(base) || /^(?:cut|get|hit|let|put|set|shut|sit)$/.test(base);
  const doubled = isShort ? `${base}${base.at(-1) ?? ''}` : base;
  const stem = /[^eoy]e$/.test(base) && base !== 'be' ? base.slice(0, -1) : doubled;
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem.replace(/e$/, '')}ed`;
  return { base, ing: `${stem}ing`, past: IRREGULAR.get(base) ?? past };
}
