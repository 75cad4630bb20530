import type { Content } from '../content/load.ts';
import { GUIDANCE_AGE, hardGuidance, readabilityReport } from '../readability/report.ts';
import { accentMessage } from '../school/accent.ts';
import { unsetKeys } from '../school/school.ts';
import { DRAFT } from '../shared/environment.ts';

/**
 * What a build prints when it's done.
 *
 * @param pages how many were built
 * @param folder where they are, from the project's folder
 */
export function buildSummary(content: Content, pages: number, folder: string): string {
  const { school, body } = content;
  const unset = unsetKeys(school);
  const hard = hardGuidance(readabilityReport(content));
  const accent = school.accent === undefined ? [] : [accentMessage(school.accent)];
  return [
    `Built ${pages} pages into ${folder}/. Every word of the Code, on pages and in PDFs, is as adopted.`,
    ...(unset.length > 0 ? [`Not set in content/school.yaml: ${unset.join(', ')}.`] : []),
    ...accent.map(({ message }) => message),
    ...(DRAFT
      ? [`This is a draft copy, for the ${body.body}. Don’t publish it: build again without DRAFT=1.`]
      : []),
    ...(hard.length > 0
      ? [
          `Harder to read than the target age of ${GUIDANCE_AGE}; shorter sentences and words help:\n${hard.join('\n')}`,
        ]
      : []),
  ].join('\n');
}
