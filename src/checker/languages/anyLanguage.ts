import { EMERGENCY, type Reader, type Reading } from '../reading/reader.ts';
import { createDangerFinder, type LearnedDanger } from './danger.ts';
import type { Language } from './schema.ts';
import { createLanguageTeller, type Profile } from './tell.ts';

/** What a text in any language is read with, beside the model. */
export interface LanguageData {
  languages: readonly Language[];
  profiles: readonly Profile[];
  /** What tells of danger, by language. */
  dangers: Readonly<Record<string, LearnedDanger>>;
}

/** A reading, and the language of the text: BCP 47, `und` where it isn't English but can't be told, null for English. */
export interface AnyReading extends Reading {
  language: string | null;
}

/**
 * Makes the function that reads a text in any language: English by the model; in the others, only whether the words
 * tell of danger.
 *
 * @param read from `createReader`
 * @param data gives what the other languages take; called once, for the first text that doesn't look English
 */
export function createAnyReader(read: Reader, data: () => LanguageData): (text: string) => AnyReading {
  let others: ReturnType<typeof createOthers> | undefined;
  return (text) => {
    const reading = read(text);
    if (!reading.otherLanguage) return { ...reading, language: null };
    others ??= createOthers(data());
    const language = others.languageOf(text);
    if (language === null) return { ...read(text, true), language };
    const emergency = reading.emergency || others.inDanger(language, text);
    return emergency
      ? { ...reading, language, emergency, concern: false, answers: withFirst(reading, EMERGENCY) }
      : { ...reading, language };
  };
}

function createOthers({ languages, profiles, dangers }: LanguageData) {
  /** Made for a language when it's first met: there are many, and a reader writes in one. */
  const finders = new Map<string, (text: string) => boolean>();
  return {
    languageOf: createLanguageTeller(profiles),
    inDanger: (code: string, text: string): boolean => {
      const language = languages.find((each) => each.code === code);
      if (language === undefined) return false;
      const find = finders.get(code) ?? createDangerFinder(language, dangers[code]);
      finders.set(code, find);
      return find(text);
    },
  };
}

/** The answers, with another one first: it and the first change places, and so no confidence changes. */
function withFirst({ answers }: Reading, situation: string): Reading['answers'] {
  const [first, ...others] = answers;
  if (first === undefined) return answers;
  return [
    { ...first, situation },
    ...others.map((answer) =>
      answer.situation === situation ? { ...answer, situation: first.situation } : answer,
    ),
  ];
}
