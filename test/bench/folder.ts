import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/buildSite.ts';

/** Where all that this run of the bench makes goes, and goes again at its end: two runs must not mix. */
export const BENCH = path.join(ROOT, `.build/bench-${process.pid}`);
mkdirSync(BENCH, { recursive: true });
process.on('exit', () => rmSync(BENCH, { recursive: true, force: true }));
