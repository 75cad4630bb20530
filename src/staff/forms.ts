import { type EmailForms, emailForms } from './email.ts';

/**
 * The quotation or reply for a clause or situation, as rich and plain text.
 *
 * @param key its short address from the site's root, e.g. `/c/sanctions/`
 * @param here address of the page, which makes links absolute
 * @throws RangeError if there's none
 */
export async function formsFor(kind: 'quotation' | 'reply', key: string, here: string): Promise<EmailForms> {
  const copies =
    kind === 'reply'
      ? (await import('virtual:replies')).replies
      : (await import('virtual:quotations')).quotations;
  const blocks = copies[key];
  if (blocks === undefined) throw new RangeError(`There is no ${kind} for ${key}.`);
  return emailForms(blocks, here);
}
