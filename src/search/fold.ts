import { type Word, wordsOf } from '../checker/reading/words.ts';

/** Letters that Unicode doesn't take apart, unlike `é`. */
const LETTERS: Readonly<Record<string, string | undefined>> = {
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
};

/** American words that no rule changes into British ones. */
const WORDS = new Map(
  Object.entries({
    mom: 'mum',
    moms: 'mums',
    mommy: 'mummy',
    program: 'programme',
    programs: 'programmes',
    gray: 'grey',
    jewelry: 'jewellery',
    pajamas: 'pyjamas',
    diarrhea: 'diarrhoea',
    judgment: 'judgement',
    skillful: 'skilful',
    willful: 'wilful',
    fulfill: 'fulfil',
    enroll: 'enrol',
    enrollment: 'enrolment',
  }),
);

/** American endings and their British ones. What else these change doesn't matter: it changes in queries and texts alike. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^((?:mis)?behavi|col|fav|hon|hum|rum|neighb|lab|harb|endeav|demean|flav)or/, '$1our'],
  [/([iy])z(e|es|ed|er|ers|ing|ation|ations)$/, '$1s$2'],
  [/^(cent|theat|met|lit|fib)er(s|ed)?$/, '$1re$2'],
  [/^(catal|dial|anal)og(s?)$/, '$1ogue$2'],
  [/^(defen|offen|licen|preten|practi)s(e|es|ed|ing)$/, '$1c$2'],
  [/^(travel|cancel|counsel|label|model|quarrel|signal)(ed|ing|er|ers|or|ors)$/, '$1l$2'],
];

/**
 * A word as the search compares it: `lukasz` for `Łukasz`, `behaviour` for `behavior`. Queries and texts are both folded,
 * and only to compare them: what's shown is what was written.
 *
 * @param form of `wordsOf`
 */
export function fold(form: string): string {
  const known = folded.get(form);
  if (known !== undefined) return known;
  const plain = form.replace(/[^a-z0-9]/g, (letter) => LETTERS[letter] ?? letter);
  const british =
    WORDS.get(plain) ?? RULES.reduce((word, [american, british]) => word.replace(american, british), plain);
  folded.set(form, british);
  return british;
}

/** The same few words make up all sections. */
const folded = new Map<string, string>();

/** The words of a text, as `wordsOf` has them, with their forms folded. */
export function foldedWordsOf(text: string): Word[] {
  return wordsOf(text).map((word) => ({ ...word, form: fold(word.form) }));
}
