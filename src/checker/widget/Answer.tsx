import { useState } from 'preact/hooks';
import type { ReaderKind, Situation } from '../../situations/situation.ts';
import { type Question, questionFor, withAnswer } from '../reading/questions.ts';
import { EMERGENCY, NOT_COVERED, type Answer as Ranked, type Reading } from '../reading/reader.ts';
import { topicOf } from '../reading/topic.ts';
import { wordsOf } from '../reading/words.ts';
import type { CheckerWords, Elsewhere } from '../schema.ts';
import { AskBack } from './AskBack.tsx';
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
  questions: readonly Question[];
  words: CheckerWords;
  elsewhere: readonly Elsewhere[];
  /** Address of the list of situations. */
  listHref: string;
}

/** How many situations are offered under "Not quite right?". */
const OTHERS = 2;

/** What the reader has told us beyond the text. */
interface Told {
  /** The answers, after the questions answered so far. */
  answers: readonly Ranked[];
  /** Questions answered or skipped. */
  asked: readonly string[];
  /** Whether someone is in danger, if the reader has said. */
  danger?: boolean;
  /** Another situation picked by hand. */
  picked?: string;
}

/** The answer to a text; each needs a key of its own. The element marked `data-headline` takes the focus. */
export function Answer(props: Props) {
  const { text, reading, suggestions, situations, questions, words, elsewhere, listHref } = props;
  const [chosen, setReader] = useState<ReaderKind>();
  const [told, setTold] = useState<Told>({ answers: reading.answers, asked: [] });
  const tell = (more: Partial<Told>): void => setTold({ ...told, ...more });

  const find = (id: string): Situation | undefined => situations.find((situation) => situation.id === id);
  const emergency = find(EMERGENCY);
  const first = told.picked ?? told.answers[0]?.situation;
  const danger = told.danger ?? (reading.emergency || first === EMERGENCY);
  if (danger && emergency !== undefined)
    return <EmergencyPanel situation={emergency} words={words} onSafe={() => tell({ danger: false })} />;

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
        <MoreLike
          heading="Is it one of these?"
          situations={suggestions}
          listHref={listHref}
          onPick={({ id }) => tell({ picked: id, ...(id === EMERGENCY ? { danger: true } : {}) })}
        />
      </div>
    );
  }

  const ranked = told.answers.flatMap(({ situation: id }) => (id === EMERGENCY ? [] : (find(id) ?? [])));
  const shown = ranked.find(({ id }) => id === told.picked) ?? ranked[0];
  if (shown === undefined) return null;
  const topic = shown.id === NOT_COVERED ? topicOf(wordsOf(text), elsewhere) : undefined;
  const confidence = told.answers.find(({ situation }) => situation === shown.id)?.confidence ?? 0;
  const settled = told.danger === false ? [...told.asked, 'danger'] : told.asked;
  const question = told.picked === undefined ? questionFor(told.answers, questions, settled) : undefined;
  return (
    <div class="answer">
      {concern}
      {said}
      <SituationAnswer
        situation={shown}
        label={shown.id === NOT_COVERED ? words.notCovered : 'This sounds like'}
        elsewhere={topic === undefined ? undefined : { ...topic, says: words.elsewhere }}
        text={text}
        explanation={shown.id === reading.answers[0]?.situation ? reading.explanation : []}
        sure={words.sure.find(({ from }) => confidence >= from)?.says}
        reader={chosen ?? reading.teller}
        onReader={setReader}
        question={
          question !== undefined && (
            <AskBack
              key={question.id}
              question={question}
              onAnswer={(option) =>
                tell({
                  answers: withAnswer(told.answers, question, option),
                  asked: [...told.asked, question.id],
                })
              }
              onSkip={() => tell({ asked: [...told.asked, question.id] })}
            />
          )
        }
        others={
          <MoreLike
            heading="Not quite right?"
            situations={ranked.filter((situation) => situation !== shown).slice(0, OTHERS)}
            onPick={({ id }) => tell({ picked: id })}
          />
        }
      />
    </div>
  );
}
