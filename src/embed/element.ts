import { HEIGHT_REQUEST, readHeight } from './message.ts';
import { CHECK_PAGE, CHECKER_TITLE, FRAME_ATTRIBUTES, FRAME_PAGE, TAG } from './settings.ts';

// `/embed.js`, which other sites load: the element `<parent-code-checker>`. It takes this site's address from that of
// the script. If it can't, as when its text is pasted into a page, or if a page loads it twice, it does nothing, and the link stays.
const script = document.currentScript;
// A module isn't told which script it is, and `import.meta` would stop any other: the call stack knows.
const source = script instanceof HTMLScriptElement ? script.src : addressIn(new Error().stack);
if (source !== '' && customElements.get(TAG) === undefined) define(new URL('.', source));

function addressIn(stack = ''): string {
  return /https?:\/\/[^\s()]*?\/embed\.js/.exec(stack)?.[0] ?? '';
}

/** @param site its address, with its folder and a slash at the end */
function define(site: URL): void {
  /** Shows the checker in a frame as tall as its content; until the checker loads, a link. */
  class ParentCodeChecker extends HTMLElement {
    readonly #link = document.createElement('slot');
    readonly #frame = document.createElement('iframe');
    readonly #root = this.attachShadow({ mode: 'open' });

    connectedCallback(): void {
      const link = document.createElement('a');
      link.href = new URL(CHECK_PAGE, site).href;
      link.textContent = CHECKER_TITLE;
      // Only the default: anything inside the element on the page takes precedence.
      this.#link.textContent = '';
      this.#link.append(link);

      const situation = this.getAttribute('situation');
      const frame = this.#frame;
      for (const [name, value] of Object.entries(FRAME_ATTRIBUTES)) frame.setAttribute(name, value);
      // On its own site, the sandbox wouldn't confine anything, and browsers warn about that.
      if (site.origin === location.origin) frame.removeAttribute('sandbox');
      frame.src = new URL(FRAME_PAGE, site).href + (situation ? `#${encodeURIComponent(situation)}` : '');
      // Set from script: a strict policy on the page forbids style sheets and style attributes, but not this.
      // Not `display: none`, because then nothing has a height.
      Object.assign(frame.style, {
        display: 'block',
        width: '100%',
        height: '0',
        border: '0',
        visibility: 'hidden',
        // As the reader prefers, whatever the page uses.
        colorScheme: 'light dark',
      });
      // In braces: if the call were returned, as by `() => ask()`, Safari would name the frame itself as its source.
      frame.onload = () => {
        frame.contentWindow?.postMessage(HEIGHT_REQUEST, site.origin);
      };
      this.style.display = 'block';
      addEventListener('message', this);
      this.#root.append(this.#link, frame);
    }

    disconnectedCallback(): void {
      removeEventListener('message', this);
    }

    handleEvent({ origin, source, data }: MessageEvent): void {
      const height = readHeight(data);
      if (origin !== site.origin || source !== this.#frame.contentWindow || height === undefined) return;
      this.#frame.style.height = `${height}px`;
      this.#frame.style.visibility = '';
      this.#link.style.display = 'none';
    }
  }
  customElements.define(TAG, ParentCodeChecker);
}
