import { useState } from 'preact/hooks';
import type { ReaderKind, Situation } from '../../situations/situation.ts';
import { closestOf } from '../reading/closest.ts';
import { EMERGENCY, NOT_COVERED, type Reading } from '../reading/reader.ts';
import { topicOf } from '../reading/topic.ts';
import { wordsOf } from '../reading/words.ts';
import type { CheckerWords, Elsewhere } from '../schema.ts';
import { Closest } from './Closest.tsx';
import { Concern } from './Concern.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { MoreLike } from './MoreLike.tsx';
import { SituationAnswer } from './SituationAnswer.tsx';

interface Props {
  text: string;
  reading: Reading;
  /** Situations whose titles are like what was typed, if that's only a word or two. */
  suggestions: readonly Situation[];
  situations: readonly Situation[];
  words: CheckerWords;
  elsewhere: readonly Elsewhere[];
  /** Address of the list of situations. */
  listHref: string;
}

/** How many situations are offered under "Not quite right?". */
const OTHERS = 2;

/** The words above an answer’s title. */
const SURE = 'This sounds like';
const UNSURE = 'This might be';

/** What the reader has told us beyond the text. */
interface Told {
  /** Whether someone is in danger, if the reader has said. */
  danger?: boolean;
  /** The situation that the reader has picked. */
  picked?: string;
}

/** The answer to a text; each needs a key of its own. The element marked `data-headline` takes the focus. */
export function Answer(props: Props) {
  const { text, reading, suggestions, situations, words, elsewhere, listHref } = props;
  const [chosen, setReader] = useState<ReaderKind>();
  const [told, setTold] = useState<Told>({});
  const tell = (more: Partial<Told>): void => setTold({ ...told, ...more });

  const pick = ({ id }: Situation): void =>
    tell({ picked: id, ...(id === EMERGENCY ? { danger: true } : {}) });
  const find = (id: string): Situation | undefined => situations.find((situation) => situation.id === id);
  const emergency = find(EMERGENCY);
  const first = told.picked ?? reading.answers[0]?.situation;
  const danger = told.danger ?? (reading.emergency || first === EMERGENCY);
  if (danger && emergency !== undefined)
    return (
      <EmergencyPanel
        situation={emergency}
        words={words}
        text={text}
        onSafe={() => setTold({ danger: false })}
      />
    );

  const asks = (reading.concern || reading.emergency) && told.danger === undefined;
  const concern = asks && (
    <Concern
      href={emergency?.href}
      words={words}
      onDanger={() => tell({ danger: true })}
      onSafe={() => tell({ danger: false })}
    />
  );
  const said = told.danger === false && <p class="soft">{words.emergency.saidSafe}</p>;
  if (reading.otherLanguage || (reading.abstains && told.picked === undefined)) {
    const topic = reading.otherLanguage ? undefined : topicOf(wordsOf(text), elsewhere);
    return (
      <div class="answer">
        {concern}
        {said}
        <h2 tabIndex={-1} data-headline>
          {reading.otherLanguage ? words.otherLanguage : words.tellMore}
        </h2>
        {topic !== undefined && <p>{topic.ask}</p>}
        <MoreLike heading="Is it one of these?" situations={suggestions} listHref={listHref} onPick={pick} />
      </div>
    );
  }

  const ranked = reading.answers.flatMap(({ situation: id }) => (id === EMERGENCY ? [] : (find(id) ?? [])));
  const shown = ranked.find(({ id }) => id === told.picked) ?? ranked[0];
  if (shown === undefined) return null;
  const topic = shown.id === NOT_COVERED ? topicOf(wordsOf(text), elsewhere) : undefined;
  const confidence = reading.answers[0]?.confidence ?? 0;
  const likely = closestOf(reading).flatMap((id) => find(id) ?? []);
  const asking = likely.length > 0 && told.picked === undefined;
  return (
    <div class="answer">
      {concern}
      {said}
      <SituationAnswer
        situation={shown}
        label={shown.id === NOT_COVERED ? words.notCovered : asking ? UNSURE : SURE}
        elsewhere={topic === undefined ? undefined : { ...topic, says: words.elsewhere }}
        text={text}
        explanation={shown.id === reading.answers[0]?.situation ? reading.explanation : []}
        sure={told.picked === undefined ? words.sure.find(({ from }) => confidence >= from)?.says : undefined}
        reader={chosen ?? reading.teller}
        onReader={setReader}
        question={
          asking && (
            <Closest
              question={words.closest}
              likely={likely}
              others={situations.filter((situation) => !likely.includes(situation))}
              onPick={pick}
            />
          )
        }
        others={
          !asking && (
            <MoreLike
              heading="Not quite right?"
              situations={ranked.filter((situation) => situation !== shown).slice(0, OTHERS)}
              onPick={pick}
            />
          )
        }
      />
    </div>
  );
}
