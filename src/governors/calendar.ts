import ical, { ICalAlarmType } from 'ical-generator';
import type { Review } from './review.ts';

/** How long before the review the calendar speaks up, in seconds: four weeks, time to put it on an agenda. */
const NOTICE = 28 * 24 * 60 * 60;

interface Sources {
  /** Title of the Code. */
  title: string;
  school: string;
  review: Exclude<Review, { state: 'unset' }>;
  /** Address of the governors' page, where it is known. */
  url?: string | undefined;
}

/** A reminder of the review as an iCalendar file (RFC 5545). The same content gives the same bytes. */
export function reviewCalendar({ title, school, review: { date }, url }: Sources): string {
  const day = new Date(`${date}T00:00:00Z`);
  const calendar = ical({ prodId: { company: school, product: title, language: 'EN' } });
  const event = calendar.createEvent({
    id: `review-${date}@parent-code-of-conduct`,
    // When the entry was made is nobody's business, and would make each build differ.
    stamp: day,
    start: day,
    allDay: true,
    summary: `Review “${title}”`,
    description: `“${title}” of ${school} is due for review.`,
    ...(url === undefined ? {} : { url }),
  });
  event.createAlarm({
    type: ICalAlarmType.display,
    triggerBefore: NOTICE,
    description: `Review “${title}”`,
  });
  return calendar.toString();
}
