import type { Option, Question } from '../reading/questions.ts';

interface Props {
  question: Question;
  onAnswer: (option: Option) => void;
  onSkip: () => void;
}

/** The one short question that would settle most, with its answers as buttons; it can always be skipped. */
export function AskBack({ question, onAnswer, onSkip }: Props) {
  return (
    <section class="ask-back" aria-labelledby="question">
      <p class="label">One quick question</p>
      <h3 id="question">{question.text}</h3>
      <ul class="options" aria-labelledby="question">
        {question.options.map((option) => (
          <li key={option.text}>
            <button type="button" class="button" onClick={() => onAnswer(option)} data-moves>
              {option.text}
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="button plain" onClick={onSkip} data-moves>
            Skip
          </button>
        </li>
      </ul>
    </section>
  );
}
