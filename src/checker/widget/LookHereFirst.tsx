import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { ReaderKind, Situation } from '../../situations/situation.ts';
import { EMERGENCY } from '../reading/reader.ts';
import type { CheckerWords } from '../schema.ts';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { SituationAnswer } from './SituationAnswer.tsx';

/** The answer to a situation that a link named, before anything is typed. */
export function LookHereFirst({ situation, words }: { situation: Situation; words: CheckerWords }) {
  const [reader, setReader] = useState<ReaderKind>();
  if (situation.id === EMERGENCY) return <EmergencyPanel situation={situation} words={words} />;
  return (
    <div class="answer">
      <SituationAnswer
        situation={situation}
        label="Look here first"
        text=""
        explanation={[]}
        sure={words.linked}
        reader={reader}
        onReader={setReader}
      />
    </div>
  );
}

/** Shows the answer to one situation before anything is typed; the first answer to a text takes its place. */
export function lookHereFirst(place: HTMLElement, situation: Situation, words: CheckerWords): void {
  render(<LookHereFirst situation={situation} words={words} />, place);
}

// Loaded with this one, so that what both show stays in the one file of `mount`, and does not become another for
// everyone who only types.
export { mount } from './mount.tsx';
