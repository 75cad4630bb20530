import { telephone } from '../school/telephone.ts';
import { Quotation } from './Quotation.tsx';
import type { OutsideHelp, Step } from './situation.ts';

/** The steps of one route, in order. */
export function Route({ steps }: { steps: readonly Step[] }) {
  return (
    <ol class="route">
      {steps.map((step) => (
        <li key={step.who + step.how}>
          <div class="body">
            <div class="head">
              <p class="who">{step.who}</p>
              <p class={step.quotation === undefined ? 'from' : 'from code'}>
                {step.quotation === undefined ? 'Guidance' : 'The Code says'}
              </p>
            </div>
            {step.quotation !== undefined && <Quotation {...step.quotation} />}
            <p>{step.how}</p>
            <Particulars step={step} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Particulars({ step: { say, next, details, unset, help } }: { step: Step }) {
  return (
    <>
      {(say !== undefined || next !== undefined) && (
        <dl>
          {say !== undefined && (
            <div>
              <dt>What to say or bring:</dt> <dd>{say}</dd>
            </div>
          )}
          {next !== undefined && (
            <div>
              <dt>What happens next:</dt> <dd>{next}</dd>
            </div>
          )}
        </dl>
      )}
      {unset !== undefined && <p>{unset}</p>}
      {details.length > 0 && (
        <ul class="outside tall">
          {details.map(({ label, text, href }) => (
            <li key={label}>
              {label}: {href === undefined ? text : <a href={href}>{text}</a>}
            </li>
          ))}
        </ul>
      )}
      {help.length > 0 && <Outside help={help} brief={help.length > MAX_FULL} />}
    </>
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
          <a href={url}>{name}</a> {phone !== undefined && <a href={telephone(phone)}>{phone}</a>}
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
