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
        return block.kind === 'paragraph'
          ? [inOneParagraph(block.clauses)]
          : block.items.map((item) => `- ${inOneParagraph(item)}`);
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
