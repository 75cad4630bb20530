import { type CodeDocument, type clausesOf, parseDocument } from '../../src/code/document.ts';

export const madeUpCode = (body: string): CodeDocument =>
  parseDocument('/', [{ file: 'content/code/1.mdx', text: `# The Pond Rules\n\n${body}` }]);

export const madeUpAppendix = (body: string): CodeDocument =>
  parseDocument('/appendix-1/', [{ file: 'content/appendix/1.mdx', text: `# The Reeds\n\n${body}` }]);

/** The text of an edition with exactly these documents' words. */
export function asEdition(...documents: readonly CodeDocument[]): string {
  const inOneParagraph = (clauses: ReturnType<typeof clausesOf>) => clauses.map(({ text }) => text).join(' ');
  return documents
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === 'heading') return [block.text];
        const words = inOneParagraph(block.clauses);
        if (block.kind === 'row') return [`| ${words} |`];
        return [block.kind === 'item' ? `${'  '.repeat(block.level - 1)}- ${words}` : words];
      }),
    )
    .join('\n\n');
}

/** Made-up paragraphs and list items. */
export const long = (blocks: number): string =>
  Array.from({ length: blocks }, (_, block) => {
    const words = Array.from({ length: 20 + ((block * 37) % 90) }, (_, word) => `word${block}x${word}`).join(
      ' ',
    );
    return `${block % 3 === 0 ? '' : '- '}<Clause anchor="clause-${block}" />${words}.`;
  })
    .map((text, block) => (block % 7 === 0 ? `## Part ${block}\n\n${text}` : text))
    .join('\n\n');

/** Everything that a Code can hold but headings. */
export const STRUCTURES = `<Clause anchor="rules" />**Rules:** be *kind*, and\\
always be calm. We won’t tolerate:

- <Clause anchor="a" />(a) violence, such as:
  - <Clause anchor="i" />(i) hitting; and
  - <Clause anchor="ii" />(ii) pushing;
    - <Clause anchor="deep" />near a pond
- <Clause anchor="b" />(b) threats.

1. <Clause anchor="one" />One frog
2. <Clause anchor="two" />Two frogs

> <Clause anchor="quoted" />A pond is for all, said the frog.

| <Clause anchor="head" />Step | Who decides | When |
|---|---|---|
| <Clause anchor="warning" />1. A **warning** | See [the reeds](/appendix-1/) | At once |
| <Clause anchor="ban" />2. A ban | | Later |

| <Clause anchor="owner" />Owner | The heron |
| <Clause anchor="review" />Review | Every spring |

- <Clause anchor="yes" />✔ jump
- <Clause anchor="no" />✘ push
`;
