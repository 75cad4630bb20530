import { type ComponentType, h } from 'preact';
import { render } from 'preact-render-to-string';

/**
 * A component of the checker's answers as HTML, for a page: what the browser shows later and what stands on the page
 * come from the same component. To be set by `set:html`.
 *
 * @param component a Preact component
 * @param props what it is given
 * @returns its markup, with all text escaped
 */
export function html<Props extends object>(component: ComponentType<Props>, props: Props): string {
  return render(h(component, props));
}
