import type { ComponentChildren } from 'preact';
import { telephone } from '../school/telephone.ts';
import { Quotation } from './Quotation.tsx';
import type { Detail, OutsideHelp, Route, Step } from './situation.ts';

/** What comes first of all, whoever reads it. */
export function StartHere({ children }: { children: ComponentChildren }) {
  return (
    <div class="start">
      <h3>Start here</h3>
      {children}
    </div>
  );
}

/** What to do first: a sentence that acknowledges the reader, and the first step. */
export function Start({ route: { start, steps } }: { route: Route }) {
  const [first] = steps;
  return (
    <StartHere>
      <p>{start}</p>
      {first !== undefined && (
        <>
          <p>
            <strong>{first.who}.</strong> {first.how}
          </p>
          {first.details.length > 0 && <Details details={first.details} />}
          {(first.say ?? first.next ?? first.unset ?? first.help[0]) !== undefined && (
            <details>
              <summary>How to do this</summary>
              <Particulars step={{ ...first, details: [] }} />
            </details>
          )}
        </>
      )}
    </StartHere>
  );
}

/** The steps after the first, folded. */
export function MoreSteps({ route: { steps } }: { route: Route }) {
  if (steps.length < 2) return null;
  return (
    <ol class="steps" start={2}>
      {steps.slice(1).map((step, index) => (
        <li key={step.who + step.what}>
          <details>
            <summary>
              <span class="number" aria-hidden="true">
                {index + 2}
              </span>
              <span>
                <strong>{step.who}</strong> {step.what}
              </span>
            </summary>
            <div class="opened">
              <p>{step.how}</p>
              <Particulars step={step} />
              {step.quotation !== undefined && <Quotation {...step.quotation} />}
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** What to say, what follows, and how to reach someone. */
export function Particulars({ step: { say, next, details, unset, help } }: { step: Step }) {
  return (
    <>
      {say !== undefined && (
        <p>
          <strong>What to say:</strong> {say}
        </p>
      )}
      {next !== undefined && (
        <p>
          <strong>What happens next:</strong> {next}
        </p>
      )}
      {unset !== undefined && <p>{unset}</p>}
      {details.length > 0 && <Details details={details} />}
      {help.length > 0 && <Outside help={help} brief={help.length > MAX_FULL} />}
    </>
  );
}

function Details({ details }: { details: readonly Detail[] }) {
  return (
    <ul class="outside tall">
      {details.map(({ label, text, href }) => (
        <li key={label}>
          {label}:{' '}
          {href === undefined ? (
            <span translate={false}>{text}</span>
          ) : (
            <a href={href} translate={false}>
              {text}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A longer list, such as the networks, is easier to scan with names and numbers only. */
const MAX_FULL = 4;

interface OutsideProps {
  help: readonly OutsideHelp[];
  /** Only names and numbers. */
  brief?: boolean;
}

/** Help from outside the school, with numbers and links. */
export function Outside({ help, brief = false }: OutsideProps) {
  return (
    <ul class={brief ? 'outside brief tall' : 'outside tall'}>
      {help.map(({ name, what, url, phone, hours }) => (
        <li key={name}>
          <a href={url}>{name}</a>{' '}
          {phone !== undefined && (
            <a href={telephone(phone)} translate={false}>
              {phone}
            </a>
          )}
          {!brief && (
            <p>
              {what}
              {hours !== undefined && ` ${hours}`}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
