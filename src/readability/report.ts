import type { Content } from '../content/load.ts';
import { oncePerBuild } from '../shared/buildCache.ts';
import { governorsTexts, guidanceTexts, type NamedText } from './guidanceTexts.ts';
import { type Readability, readabilityOf } from './readability.ts';

/** The reading age for guidance, in years: many adults read no better, especially when upset. */
export const GUIDANCE_AGE = 12;

export interface MeasuredText extends Readability {
  /** The file or folder it comes from. */
  file: string;
}

export interface ReadabilityReport {
  guidance: MeasuredText[];
  /** The Code and its appendix. */
  governors: MeasuredText[];
}

const reports = oncePerBuild('readability', () => new WeakMap<Content, ReadabilityReport>());

/** Measures all content, once for each build. */
export function readabilityReport(content: Content): ReadabilityReport {
  const report = reports.get(content) ?? {
    guidance: guidanceTexts(content).map(measure),
    governors: governorsTexts(content).map(measure),
  };
  reports.set(content, report);
  return report;
}

function measure({ name, file, text }: NamedText): MeasuredText {
  return { ...readabilityOf(name, text), file };
}

/** Describes the guidance that's harder to read than {@link GUIDANCE_AGE}, a line per text. */
export function hardGuidance({ guidance }: ReadabilityReport): string[] {
  return guidance
    .filter(({ age }) => age > GUIDANCE_AGE)
    .map(({ name, file, age, worst }) => {
      const [hardest] = worst;
      const example = hardest === undefined ? '' : ` Hardest sentence: “${hardest.sentence}”`;
      return `${name} (${file}): reading age ${age.toFixed(1)}.${example}`;
    });
}
