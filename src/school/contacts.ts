import { z } from 'zod';
import { httpsUrl, isoDate, line, readBeside } from '../shared/fields.ts';
import type { schoolSchema } from './school.ts';

/** The fields of school.yaml that a contact can show. */
export const CONTACT_FIELDS = [
  'phone',
  'email',
  'address',
  'website',
  'complaintsPolicy',
  'safeguardingLead',
] as const;
export type ContactField = (typeof CONTACT_FIELDS)[number] & keyof typeof schoolSchema.shape;

/** `content/contacts.yaml`: the school's people and documents, and what to say if a detail isn't set. */
export const contactsSchema = z.record(
  z.string(),
  z.strictObject({
    uses: z
      .array(z.enum(CONTACT_FIELDS))
      .describe(`a list of ${CONTACT_FIELDS.join(', ')} in square brackets.`),
    unset: line(200).describe('the sentence shown while none of these is set in school.yaml.'),
    readBeside: readBeside(),
  }),
);
export type Contacts = z.output<typeof contactsSchema>;

/** `content/help.yaml`: help from outside the school, with its source and the date it was checked. */
export const helpSchema = z.record(
  z.string(),
  z.strictObject({
    name: line(60).describe('its name.'),
    what: line(200).describe('what it is for, in one short sentence.'),
    phone: line(30).optional().describe('its phone number in quotation marks, or delete the line.'),
    url: httpsUrl().describe('its address, starting with https://.'),
    hours: line(100).optional().describe('when it’s open, as its source says, or delete the line.'),
    kind: z
      .enum(['helpline', 'reporting-page', 'advice'])
      .describe('one of helpline, reporting-page, advice.'),
    source: httpsUrl().describe('the page the details come from, starting with https://.'),
    checked: isoDate().describe('the date it was last checked, as year-month-day.'),
    readBeside: readBeside(),
  }),
);
export type Help = z.output<typeof helpSchema>;
