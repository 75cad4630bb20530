/** When the Code is to be looked at again, as it stands on the day of the build. */
export type Review =
  | { state: 'unset' }
  | {
      state: 'ahead' | 'passed';
      date: string /** Whole days from the one day to the other. */;
      days: number;
    };

const DAY = 24 * 60 * 60 * 1000;

/**
 * @param date of the review as `YYYY-MM-DD`, where it is known
 * @param today the day of the build, as `YYYY-MM-DD`
 */
export function reviewOn(date: string | undefined, today: string): Review {
  if (date === undefined) return { state: 'unset' };
  const days = Math.round((Date.parse(date) - Date.parse(today)) / DAY);
  return days < 0 ? { state: 'passed', date, days: -days } : { state: 'ahead', date, days };
}
