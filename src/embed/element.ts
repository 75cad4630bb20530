import { heightIn, QUESTION } from './message.ts';
import { CHECK_PAGE, CHECKER_TITLE, FRAME_ATTRIBUTES, FRAME_PAGE, TAG } from './settings.ts';

// All of `/embed.js`, which other sites load: the element `<parent-code-checker>`. It finds this site from the address
// of the script itself. Where it cannot, or stands twice on a page, it does nothing, and the link stays what it is.
const script = document.currentScript;
if (script instanceof HTMLScriptElement && customElements.get(TAG) === undefined)
  define(new URL('.', script.src));

/** @param site address of the site, with its folder and a slash at the end */
function define(site: URL): void {
  /** Shows the checker in a frame as tall as its content; until that has come, and where it never comes, a link. */
  class ParentCodeChecker extends HTMLElement {
    readonly #link = document.createElement('slot');
    readonly #frame = document.createElement('iframe');
    readonly #root = this.attachShadow({ mode: 'open' });

    connectedCallback(): void {
      const link = document.createElement('a');
      link.href = new URL(CHECK_PAGE, site).href;
      link.textContent = CHECKER_TITLE;
      // What the page wrote into the element comes first; this is for a page that wrote nothing.
      this.#link.textContent = '';
      this.#link.append(link);

      const situation = this.getAttribute('situation');
      const frame = this.#frame;
      for (const [name, value] of Object.entries(FRAME_ATTRIBUTES)) frame.setAttribute(name, value);
      // Nothing is confined where page and frame are one site, and browsers warn of what only looks as if it were.
      if (site.origin === location.origin) frame.removeAttribute('sandbox');
      frame.src = new URL(FRAME_PAGE, site).href + (situation ? `#${encodeURIComponent(situation)}` : '');
      // Set from script, one by one: a strict policy of the page forbids style sheets and attributes, but not this.
      // Not `display: none`, in which nothing has a height.
      Object.assign(frame.style, {
        display: 'block',
        width: '100%',
        height: '0',
        border: '0',
        visibility: 'hidden',
        // As the reader has chosen, whatever the page is.
        colorScheme: 'light dark',
      });
      // In braces: Safari takes a question that is returned, as `() => ask()` does, for one that the frame asked itself.
      frame.onload = () => {
        frame.contentWindow?.postMessage(QUESTION, site.origin);
      };
      this.style.display = 'block';
      addEventListener('message', this);
      this.#root.append(this.#link, frame);
    }

    disconnectedCallback(): void {
      removeEventListener('message', this);
    }

    handleEvent({ origin, source, data }: MessageEvent): void {
      const height = heightIn(data);
      if (origin !== site.origin || source !== this.#frame.contentWindow || height === undefined) return;
      this.#frame.style.height = `${height}px`;
      this.#frame.style.visibility = '';
      this.#link.style.display = 'none';
    }
  }
  customElements.define(TAG, ParentCodeChecker);
}
