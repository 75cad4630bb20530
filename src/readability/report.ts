import type { Content } from '../content/load.ts';
import { oncePerBuild } from '../shared/buildCache.ts';
import { governorsTexts, guidanceTexts, type NamedText } from './guidanceTexts.ts';
import { type Readability, readabilityOf } from './readability.ts';

/** What is ours should be read with ease at this age, in years: many adults read no better, least of all when upset. */
export const GUIDANCE_AGE = 12;

export interface MeasuredText extends Readability {
  /** The file or folder where its words stand. */
  file: string;
}

/** How hard everything on the site is to read. */
export interface ReadabilityReport {
  guidance: MeasuredText[];
  /** The Code and its appendix, in the governors' words. */
  governors: MeasuredText[];
}

const reports = oncePerBuild('readability', () => new WeakMap<Content, ReadabilityReport>());

/** Measures all content; once, for the governors' page and for what the build tells at its end. */
export function readabilityReport(content: Content): ReadabilityReport {
  const report = reports.get(content) ?? {
    guidance: guidanceTexts(content).map(measured),
    governors: governorsTexts(content).map(measured),
  };
  reports.set(content, report);
  return report;
}

function measured({ name, file, text }: NamedText): MeasuredText {
  return { ...readabilityOf(name, text), file };
}

/** What of the guidance is harder to read than {@link GUIDANCE_AGE}: a line each, with its age and its hardest sentence. */
export function hardGuidance({ guidance }: ReadabilityReport): string[] {
  return guidance
    .filter(({ age }) => age > GUIDANCE_AGE)
    .map(({ name, file, age, worst }) => {
      const [hardest] = worst;
      const example = hardest === undefined ? '' : ` Its hardest sentence: “${hardest.sentence}”`;
      return `${name} (${file}): reading age ${age.toFixed(1)}.${example}`;
    });
}
