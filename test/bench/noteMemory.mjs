import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

const { NOTE_MEMORY } = process.env;
// In KB of 1,024 bytes, as the system tells it. Its threads share the memory, and load this file too.
if (NOTE_MEMORY !== undefined && isMainThread) {
  process.on('exit', () => writeFileSync(NOTE_MEMORY, String(process.resourceUsage().maxRSS)));
}
