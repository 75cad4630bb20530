import { tidy, UnreadablePolicy } from './policy.ts';

/** The beginning of a text, for messages. */
export function start(text: string): string {
  const words = tidy(text);
  return words.length > 40 ? `${words.slice(0, 40).trim()} …` : words;
}

/** A note’s number, in the text and before the note. */
export function superscript(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] ?? digit);
}

/** Says where a note is written. */
export function noteMoved(kind: 'footnote' | 'endnote', text: string): string {
  return `The ${kind} “${start(text)}” is written at the end${kind === 'footnote' ? ' of its section' : ''}.`;
}

/** Says where a text box is written. */
export function boxMoved(text: string): string {
  return `The text box “${start(text)}” is written below the paragraph that it’s fixed to. Please check its place.`;
}

/**
 * Why a file with tracked changes can’t be read.
 *
 * @param program that the file is from, such as Word
 */
export function trackedChanges(name: string, program: string): UnreadablePolicy {
  return new UnreadablePolicy(
    `${name} has tracked changes, so it’s not clear which words were adopted. Accept or reject them all in ${program}, save it, and try again.`,
  );
}
