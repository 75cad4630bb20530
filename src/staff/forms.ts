import { type EmailForms, emailForms } from './email.ts';

/**
 * What is copied for an address, in both forms.
 *
 * @param kind what of it
 * @param key short address from the site's root, e.g. `/c/sanctions/`
 * @param here address of the page, from which links are completed
 * @throws RangeError where there is nothing to copy for it
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
