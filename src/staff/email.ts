/** A run of words in an email: plain, a link, or a place that the writer has to fill in. */
export interface EmailRun {
  text: string;
  /** Address from which {@link emailForms} makes a whole one. */
  href?: string;
  place?: true;
}

/** A part of an email, in no form yet. */
export type EmailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; runs: EmailRun[] }
  /** Words of the Code. A list's item comes second, after the sentence that it finishes. */
  | { kind: 'quotation'; anchor: string; lines: string[] }
  | { kind: 'steps'; items: EmailRun[][] };

/** The two forms in which an email may take what is pasted into it. */
export interface EmailForms {
  html: string;
  text: string;
}

/**
 * Words for an email in both forms: rich for an editor that keeps it, plain for one that does not. The rich form is
 * bare elements alone: webmail drops style sheets and classes, and the policy of our pages forbids styles on elements,
 * also to what passes through the browser's clipboard.
 *
 * @param blocks in order
 * @param here address of the page, from which links are completed
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
      return `<p><strong>${escaped(block.text)}</strong></p>`;
    case 'text':
      return `<p>${runsAsHtml(block.runs, here)}</p>`;
    case 'quotation':
      return `<blockquote>${block.lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</blockquote>`;
    case 'steps':
      return `<ol>${block.items.map((runs) => `<li>${runsAsHtml(runs, here)}</li>`).join('')}</ol>`;
  }
}

function runsAsHtml(runs: readonly EmailRun[], here: string): string {
  return runs
    .map(({ text, href, place }) => {
      if (place) return `<mark>${escaped(text)}</mark>`;
      if (href === undefined) return escaped(text);
      const address = whole(href, here);
      return `<a href="${escaped(address)}">${escaped(text === href ? address : text)}</a>`;
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
      const address = whole(href, here);
      return text === href || text === address ? address : `${text} (${address})`;
    })
    .join('');
}

function whole(href: string, here: string): string {
  return new URL(href, here).href;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
