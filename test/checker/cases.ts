import { readFileSync } from 'node:fs';

/** A text that nobody taught, with the answers that a careful member of staff would accept. */
export interface Case {
  text: string;
  situation: string;
  also: string[];
  reader: string;
}

/** The cases that measure the checker. They must never teach it. */
export function readCases(): Case[] {
  const lines = readFileSync(new URL('../cases.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line): Case => JSON.parse(line));
}
