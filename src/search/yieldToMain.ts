/** Lets the browser handle input between two long tasks: on a slow phone, unpacking, searching and showing are long. */
export function yieldToMain(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
