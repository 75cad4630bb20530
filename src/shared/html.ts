import { type ComponentType, h, options, type VNode } from 'preact';
import { render } from 'preact-render-to-string';

// `translate={false}` is right in a browser, where Preact sets the property; in a string it would be left out.
options.vnode = ({ props }: VNode<{ translate?: boolean | 'no' }>) => {
  if (props?.translate === false) props.translate = 'no';
};

/**
 * Renders a component of the checker's answers on a page with `set:html`, so that the page and the browser share it.
 *
 * @returns its markup, with all text escaped
 */
export function html<Props extends object>(component: ComponentType<Props>, props: Props): string {
  return render(h(component, props));
}
