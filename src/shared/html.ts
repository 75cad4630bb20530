import { type ComponentType, h } from 'preact';
import { render } from 'preact-render-to-string';

/**
 * Renders a component of the checker's answers on a page with `set:html`, so that the page and the browser share it.
 *
 * @returns its markup, with all text escaped
 */
export function html<Props extends object>(component: ComponentType<Props>, props: Props): string {
  return render(h(component, props));
}
