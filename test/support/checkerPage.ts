import type { CheckerWords } from '../../src/checker/schema.ts';
import { page } from './pageOfEachTest.ts';

/** The parts of the checker on the open page, and what a reader does with them. */
export function checkerPage({ label, button }: Pick<CheckerWords, 'label' | 'button'>) {
  const box = () => page.getByLabel(label);
  const headline = () => page.locator('[data-headline]');
  return {
    box,
    headline,
    /** Types a text, presses the button and waits for the answer. */
    ask: async (text: string): Promise<void> => {
      await box().fill(text);
      await page.getByRole('button', { name: button }).click();
      await headline().waitFor();
    },
    /** Opens a fold of the answer: they’re closed until then. */
    unfold: (name: RegExp) => page.locator('.answer summary', { hasText: name }).click(),
  };
}
