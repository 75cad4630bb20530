import { bareWords } from './acts.ts';
import { hasCue, plain } from './matchTopics.ts';

/** Words that don’t say what a clause is about. */
const COMMON = new Set(
  'about above after again therefore otherwise especially particularly setting following against all also always and any anyone are around another ask asked because been before being below between both but can child children could does doing down during each either else elses everyone except expect expects expected families family few for from further have having her here him his how into its just later least like made make making may members member more most must never not off once one only other others our out over own parent parents carer carers visitor visitors adult adults people please pupil pupils should some somebody someone staff such than that the their them then there these they this those through too under until use used uses using very was way were what when where which while who whom why will with without would you your school schools grounds premises site times time things'.split(
    ' ',
  ),
);

/** A clause’s telling words, each once, in order. */
export function tellingWords(text: string, general: readonly string[]): string[] {
  const found = plain(bareWords(text)).match(/[a-z][a-z']{2,}/g) ?? [];
  return [...new Set(found.map((word) => word.replace(/'s$/, '')))].filter(
    (word) => !COMMON.has(word.replaceAll("'", '')) && !general.some((cue) => hasCue(` ${word} `, cue)),
  );
}
