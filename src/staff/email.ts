import { escapeHtml } from '../shared/escapeHtml.ts';
/** A run of text in an email: plain, a link, or a placeholder to fill in. */
export interface EmailRun {
  text: string;
  /** Address that {@link emailForms} makes absolute. */
  href?: string;
  place?: true;
}

/** A block of an email, not yet rich or plain text. */
export type EmailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; runs: EmailRun[] }
  /** Words of the Code; a list item is the second line, after the sentence that it finishes. */
  | { kind: 'quotation'; anchor: string; lines: string[] }
  | { kind: 'steps'; items: EmailRun[][] };

/** Rich and plain text to paste into an email. */
export interface EmailForms {
  html: string;
  text: string;
}

/**
 * An email as rich and plain text. The rich text has no styles or classes: webmail drops them, and our pages' content
 * security policy forbids inline styles, even on the clipboard.
 *
 * @param here address of the page, which makes links absolute
 */
export function emailForms(blocks: readonly EmailBlock[], here: string): EmailForms {
  return {
    html: blocks.map((block) => asHtml(block, here)).join(''),
    text: blocks.map((block) => asText(block, here)).join('\n\n'),
  };
}

function asHtml(block: EmailBlock, here: string): string {
  switch (block.kind) {
    case 'heading':
      return `<p><strong>${escapeHtml(block.text)}</strong></p>`;
    case 'text':
      return `<p>${runsAsHtml(block.runs, here)}</p>`;
    case 'quotation':
      return `<blockquote>${block.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</blockquote>`;
    case 'steps':
      return `<ol>${block.items.map((runs) => `<li>${runsAsHtml(runs, here)}</li>`).join('')}</ol>`;
  }
}

function runsAsHtml(runs: readonly EmailRun[], here: string): string {
  return runs
    .map(({ text, href, place }) => {
      if (place) return `<mark>${escapeHtml(text)}</mark>`;
      if (href === undefined) return escapeHtml(text);
      const address = absolute(href, here);
      return `<a href="${escapeHtml(address)}">${escapeHtml(text === href ? address : text)}</a>`;
    })
    .join('');
}

function asText(block: EmailBlock, here: string): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'text':
      return runsAsText(block.runs, here);
    case 'quotation':
      return `“${block.lines.join(' ')}”`;
    case 'steps':
      return block.items.map((runs, index) => `${index + 1}. ${runsAsText(runs, here)}`).join('\n');
  }
}

function runsAsText(runs: readonly EmailRun[], here: string): string {
  return runs
    .map(({ text, href }) => {
      if (href === undefined || !/^(https?:|\/)/.test(href)) return text;
      const address = absolute(href, here);
      return text === href || text === address ? address : `${text} (${address})`;
    })
    .join('');
}

function absolute(href: string, here: string): string {
  return new URL(href, here).href;
}
