import { type Content, loadContent } from './load.ts';

const read = new Map<string, Content>();

/**
 * The content below `root`, read once for all that one build makes of it: pages, modules for the browser, proof.
 * Whoever wants to see later changes calls {@link loadContent}.
 *
 * @throws ContentError with every mistake found in every file
 */
export function contentOnce(root: string): Content {
  const content = read.get(root) ?? loadContent(root);
  read.set(root, content);
  return content;
}
