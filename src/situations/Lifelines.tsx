import { telephone } from '../school/telephone.ts';
import type { Route, Step } from './situation.ts';

/** The steps of an emergency, as rows big enough to tap: one tap rings whoever can be rung. */
export function Lifelines({ route: { steps }, href }: { route: Route; href: string }) {
  return (
    <ul class="lifelines">
      {steps.map((step) => {
        const call = callOf(step);
        return (
          <li key={step.who}>
            <a href={call?.href ?? href}>
              <span class="who">
                <strong>{step.who}</strong> {step.what}
              </span>
              {call !== undefined && call.text !== step.who && (
                <span class="call" translate={false}>
                  {call.text}
                </span>
              )}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** Who a step rings: someone outside the school, or else the school. */
function callOf({ help, details }: Step): { text: string; href: string } | undefined {
  const phone = help.find((entry) => entry.phone !== undefined)?.phone;
  if (phone !== undefined) return { text: phone, href: telephone(phone) };
  const school = details.find(({ href }) => href?.startsWith('tel:'));
  return school?.href === undefined ? undefined : { text: school.text, href: school.href };
}
