/** Who adopts the Code, in the forms that sentences need. The first four are placeholders in the content. */
export interface BodyWords {
  /** After “the”: “governors”, “local committee”. A verb after it is plural, as in “the committee have decided”. */
  body: string;
  /** After “the”: “governors’”, “local committee’s”. */
  'body’s': string;
  /** “chair of governors”, “chair of the local committee”. */
  chair: string;
  /** “a governor”, “a member of the local committee”. */
  member: string;
  /** After a preposition, on its own: “governors”, “the local committee”. */
  audience: string;
}

const PLACEHOLDERS = ['body', 'body’s', 'chair', 'member'] as const satisfies (keyof BodyWords)[];

/** The placeholders for the body that any text of the content can have. */
export const BODY_PLACEHOLDERS: readonly string[] = PLACEHOLDERS;

const PLACEHOLDER = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'g');

/**
 * The words for who adopts the Code.
 *
 * @param body its name as in school.yaml, without “the”: several people, such as “trustees” or “directors of the
 *   trust”, or one body, such as “local committee” or “board of trustees”
 */
export function bodyWords(body = 'governors'): BodyWords {
  const [head = '', ...rest] = body.split(/(?= (?:of|for) )/);
  const several = /[^s]s$/.test(head);
  const audience = several ? body : `the ${body}`;
  const one = several ? head.slice(0, -1) + rest.join('') : `member of ${audience}`;
  return {
    body,
    'body’s': body.endsWith('s') ? `${body}’` : `${body}’s`,
    chair: `chair of ${audience}`,
    member: `${/^[aeio]/i.test(one) ? 'an' : 'a'} ${one}`,
    audience,
  };
}

/** A text with its placeholders for the body filled in; any others are left. */
export function nameBody(text: string, words: BodyWords): string {
  return text.replaceAll(PLACEHOLDER, (_, name: (typeof PLACEHOLDERS)[number]) => words[name]);
}

/** The same in all texts of a value, however deep, but not in its keys. */
export function nameBodyThroughout<T>(value: T, words: BodyWords): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return nameBody(part, words);
    if (Array.isArray(part)) return part.map(walk);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T;
}
