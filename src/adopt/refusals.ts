import { tidy, UnreadablePolicy } from './policy.ts';

/** What leaves it open which words are meant, or where they go. */
export interface NoPlace {
  trackedChanges: boolean;
  /** The words of a text box. */
  textBox: string | undefined;
  footnotes: boolean;
  endnotes: boolean;
}

/**
 * Stops at what has no place on the site.
 *
 * @param name shown in messages
 * @param program that the file is from, such as Word
 * @throws UnreadablePolicy
 */
export function refuseWhatHasNoPlace(name: string, program: string, found: NoPlace): void {
  const stop = (what: string, cure: string): never => {
    throw new UnreadablePolicy(`${name} has ${what}. ${cure} in ${program}, save it, and try again.`);
  };
  if (found.trackedChanges)
    stop('tracked changes, so it’s not clear which words were adopted', 'Accept or reject them all');
  if (found.textBox !== undefined)
    stop(
      `a text box (“${start(found.textBox)}”), and nothing says where its words belong`,
      'Move them into the text',
    );
  if (found.footnotes) stop('footnotes, which the site can’t show', 'Move them into the text');
  if (found.endnotes) stop('endnotes, which the site can’t show', 'Move them into the text');
}

const start = (text: string): string => {
  const words = tidy(text);
  return words.length > 40 ? `${words.slice(0, 40).trim()} …` : words;
};
