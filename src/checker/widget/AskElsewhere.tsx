import type { Elsewhere } from '../schema.ts';

/** Who to ask about something the Code says nothing about. */
export function AskElsewhere({ elsewhere: { topic, ask } }: { elsewhere: Elsewhere }) {
  return (
    <p class="elsewhere">
      The Code doesn’t cover <strong>{topic}</strong>. {ask}
    </p>
  );
}
