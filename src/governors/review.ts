import ical, { ICalAlarmType } from 'ical-generator';

/** The calendar reminder's address, from the site's root. */
export const CALENDAR_ADDRESS = '/governors/review.ics';

/** When the Code is due for review, as of the day of the build. */
export type Review =
  | { state: 'unset' }
  | {
      state: 'ahead' | 'passed';
      date: string;
      /** Whole days between the two. */
      days: number;
    };

const DAY = 24 * 60 * 60 * 1000;

/**
 * @param date of the review as `YYYY-MM-DD`, if known
 * @param today the day of the build, as `YYYY-MM-DD`
 */
export function reviewOn(date: string | undefined, today: string): Review {
  if (date === undefined) return { state: 'unset' };
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY);
  return days < 0 ? { state: 'passed', date, days: -days } : { state: 'ahead', date, days };
}

/** How long before the review the calendar gives notice, in seconds: four weeks, to put it on an agenda. */
const NOTICE = 28 * 24 * 60 * 60;

interface CalendarInput {
  /** Title of the Code. */
  title: string;
  school: string;
  review: Exclude<Review, { state: 'unset' }>;
  /** Address of the governors' page, if known. */
  url?: string | undefined;
}

/** A reminder of the review as an iCalendar file (RFC 5545). The same input always gives the same bytes. */
export function reviewCalendar({ title, school, review: { date }, url }: CalendarInput): string {
  const day = new Date(date);
  const calendar = ical({ prodId: { company: school, product: title, language: 'EN' } });
  const event = calendar.createEvent({
    id: `review-${date}@parent-code-of-conduct`,
    // The time of the build would make every build differ.
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
