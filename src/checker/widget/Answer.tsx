import { useState } from 'preact/hooks';
import { READERS, type ReaderKind, type Situation } from '../../situations/situation.ts';
import { type Question, questionFor, withAnswer } from '../reading/questions.ts';
import { EMERGENCY, NOT_COVERED, type Answer as Ranked, type Reading } from '../reading/reader.ts';
import { topicOf } from '../reading/topic.ts';
import { wordsOf } from '../reading/words.ts';
import type { CheckerWords, Elsewhere } from '../schema.ts';
import { AskBack } from './AskBack.tsx';
import { AskElsewhere } from './AskElsewhere.tsx';
import { EmergencyPanel } from './EmergencyPanel.tsx';
import { MoreLike } from './MoreLike.tsx';
import { SituationAnswer } from './SituationAnswer.tsx';
import { Suggestions } from './Suggestions.tsx';

interface Props {
  text: string;
  reading: Reading | undefined;
  /** Whether the reader may still be typing: then only words that always count bring the panel. */
  typing: boolean;
  /** Situations whose titles are like what was typed, while that is only a word or two. */
  suggestions: readonly Situation[];
  situations: readonly Situation[];
  questions: readonly Question[];
  words: CheckerWords;
  elsewhere: readonly Elsewhere[];
  /** Address of the list of situations. */
  listHref: string;
}

/** How many situations are offered as "Is it more like one of these?". */
const OTHERS = 2;

/** What the reader has told beyond the text: answers to questions, or another situation picked by hand. */
interface Told {
  /** The text of which they told it; with other words it no longer counts. */
  text: string;
  answers: readonly Ranked[];
  /** Questions answered or skipped. */
  asked: readonly string[];
  picked?: string;
}

/** All that is said about a text. The element marked `data-says` takes the focus and is what is announced. */
export function Answer(props: Props) {
  const { text, reading, typing, suggestions, situations, questions, words, elsewhere, listHref } = props;
  const [chosen, setReader] = useState<ReaderKind>();
  const [kept, setTold] = useState<Told>();
  if (reading === undefined) return null;

  const told: Told = kept?.text === text ? kept : { text, answers: reading.answers, asked: [] };
  const ranked = told.answers.flatMap(
    ({ situation: id }) => situations.find((situation) => situation.id === id) ?? [],
  );
  const shown = ranked.find(({ id }) => id === told.picked) ?? ranked[0];
  if (shown === undefined) return null;
  const confidence = told.answers.find(({ situation }) => situation === shown.id)?.confidence ?? 0;
  const others = ranked.filter((situation) => situation !== shown).slice(0, OTHERS);
  const emergency = situations.find(({ id }) => id === EMERGENCY);
  const reader = chosen ?? reading.teller ?? READERS[0];
  // Once it may be an emergency, no answer to a question takes the panel away.
  const danger = typing ? reading.certain : reading.emergency || shown.id === EMERGENCY;
  const question = told.picked === undefined ? questionFor(told.answers, questions, told.asked) : undefined;

  const panel = danger && emergency !== undefined && <EmergencyPanel situation={emergency} words={words} />;
  const concern = (reading.concern || reading.emergency) && !typing && !danger && (
    <p class="concern">
      <a href={emergency?.href}>{words.concern}</a>
    </p>
  );
  if (reading.otherLanguage) {
    return (
      <div class="answer">
        {panel}
        {concern}
        <p class="headline" tabIndex={-1} data-says>
          {words.otherLanguage}
        </p>
        <p>
          <a class="button" href={listHref}>
            The list of situations
          </a>
        </p>
      </div>
    );
  }
  const topic = shown.id === NOT_COVERED ? topicOf(wordsOf(text), elsewhere) : undefined;
  const ask = topic !== undefined && <AskElsewhere elsewhere={topic} />;
  if (reading.abstains || (typing && shown.id === EMERGENCY)) {
    return (
      <div class="answer">
        {panel}
        {concern}
        {suggestions.length > 0 && <Suggestions suggestions={suggestions} />}
        <p class="headline" tabIndex={-1} {...(danger ? {} : { 'data-says': true })}>
          {words.tellMore}
        </p>
        {ask}
        <p>
          <a class="button" href={listHref}>
            The list of situations
          </a>
        </p>
      </div>
    );
  }
  return (
    <div class="answer">
      {panel}
      {concern}
      {suggestions.length > 0 && <Suggestions suggestions={suggestions} />}
      {shown.id !== EMERGENCY && (
        <SituationAnswer
          situation={shown}
          label={shown.id === NOT_COVERED ? words.notCovered : 'This looks most like'}
          says={!danger}
          text={text}
          explanation={shown.id === reading.answers[0]?.situation ? reading.explanation : []}
          sure={words.sure.find(({ from }) => confidence >= from)?.says}
          reader={reader}
          onReader={setReader}
        >
          {ask}
          {question !== undefined && (
            <AskBack
              key={question.id}
              question={question}
              onAnswer={(option) =>
                setTold({
                  ...told,
                  answers: withAnswer(told.answers, question, option),
                  asked: [...told.asked, question.id],
                })
              }
              onSkip={() => setTold({ ...told, asked: [...told.asked, question.id] })}
            />
          )}
        </SituationAnswer>
      )}
      <MoreLike situations={others} onPick={({ id }) => setTold({ ...told, picked: id })} />
    </div>
  );
}
