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
      <p class="label">One question would help</p>
      <h4 id="question" data-question>
        {question.text}
      </h4>
      <ul class="options" aria-labelledby="question">
        {question.options.map((option) => (
          <li key={option.text}>
            <button type="button" class="button" onClick={() => onAnswer(option)}>
              {option.text}
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="button plain" onClick={onSkip}>
            Skip this question
          </button>
        </li>
      </ul>
    </section>
  );
}
