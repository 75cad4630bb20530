import { telephone } from '../../school/telephone.ts';
import type { Language } from './schema.ts';

/** What a language's texts need of the school. */
export interface SchoolHelp {
  phone?: string | undefined;
  safeguardingLead?: string | undefined;
  /** Whether it can arrange an interpreter. */
  interpreter?: boolean | undefined;
}

interface Props {
  language: Language;
  school: SchoolHelp;
  /** Without the line on danger, where a panel above has it. */
  afterPanel?: boolean;
}

/** Half a screen in one language: who to call in danger, who to talk to, and how to read the site. */
export function LanguageHelp({ language: { code, direction, texts }, school, afterPanel = false }: Props) {
  const phone = school.phone !== undefined && (
    <a href={telephone(school.phone)} dir="ltr">
      {school.phone}
    </a>
  );
  return (
    <div class="language-help" lang={code} dir={direction} translate={false}>
      <div class="concern">
        {!afterPanel && (
          <p class="tall">
            <a href="tel:999">
              <strong>{texts.danger}</strong>
            </a>
          </p>
        )}
        <p>{withEnglish(texts.interpreter)}</p>
      </div>
      <div class="start">
        <p>{withEnglish(texts.worried)}</p>
        {(school.safeguardingLead !== undefined || phone) && (
          <p class="tall">
            {school.safeguardingLead !== undefined && <bdi lang="en">{school.safeguardingLead}</bdi>} {phone}
          </p>
        )}
      </div>
      <div class="start">
        <p>{texts.teacher}</p>
        <p class="tall">
          {school.interpreter === true ? texts.interpreterAtSchool : texts.office} {phone}
        </p>
      </div>
      <div class="start">{texts.translate}</div>
    </div>
  );
}

/** A text with its English words, which are in quotation marks, marked as English. */
function withEnglish(text: string) {
  return text.split(/(“[^”]*”)/).map((part) =>
    part.startsWith('“') ? (
      <bdi key={part} lang="en" dir="ltr">
        {part}
      </bdi>
    ) : (
      part
    ),
  );
}
