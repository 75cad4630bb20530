import type { Situation } from '../../situations/situation.ts';

/** Situations by name, while a reader has typed only a word or two. */
export function Suggestions({ suggestions }: { suggestions: readonly Situation[] }) {
  return (
    <nav class="suggestions" aria-label="Situations by name">
      <p class="label">Go on writing, or open one of these</p>
      <ul class="choices links tall">
        {suggestions.map(({ id, href, title }) => (
          <li key={id}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
