import { Lifelines } from '../../situations/Lifelines.tsx';
import type { Situation } from '../../situations/situation.ts';
import { EMERGENCY } from '../reading/reader.ts';
import { LanguageHelp, type SchoolHelp } from './LanguageHelp.tsx';
import type { Language } from './schema.ts';

interface Props {
  language: Language;
  /** Whether the words tell of danger. */
  danger: boolean;
  situations: readonly Situation[];
  school: SchoolHelp;
  /** The same in English, for whoever helps to read it. */
  english: { danger: string; otherLanguage: string };
}

/**
 * The answer to a text in another language, in that language: short, for its reader can't read the rest. The element
 * marked `data-headline` takes the focus.
 */
export function LanguageAnswer({ language, danger, situations, school, english }: Props) {
  const { code, direction, texts } = language;
  const own = { lang: code, dir: direction, translate: false };
  const emergency = situations.find(({ id }) => id === EMERGENCY);
  const list = (
    <ul {...own}>
      {situations.map(({ id, href, title }) => (
        <li key={id}>
          <a href={href}>{language.situations[id] ?? <bdi lang="en">{title}</bdi>}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <div class="answer language">
      {danger && emergency !== undefined ? (
        <section class="emergency-panel" aria-labelledby="emergency-heading">
          <div role="alert">
            <h2 id="emergency-heading" tabIndex={-1} data-headline {...own}>
              {texts.danger}
            </h2>
            <p>{english.danger}</p>
          </div>
          <Lifelines route={emergency.routes.affected} href={emergency.href} />
        </section>
      ) : (
        <h2 tabIndex={-1} data-headline {...own}>
          {texts.help}
        </h2>
      )}
      <LanguageHelp language={language} school={school} afterPanel={danger} />
      {danger ? (
        <details class="others">
          <summary {...own}>{texts.choose}</summary>
          {list}
        </details>
      ) : (
        <section class="others" aria-labelledby="language-list">
          <h3 id="language-list" {...own}>
            {texts.englishOnly} {texts.choose}
          </h3>
          {list}
        </section>
      )}
      <div class="soft">
        {language.readBy === undefined && <p {...own}>{texts.unread}</p>}
        <p>{english.otherLanguage}</p>
      </div>
    </div>
  );
}
