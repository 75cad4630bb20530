import type { APIRoute } from 'astro';
import { siteContent } from '../../content/site.ts';
import { reviewCalendar, reviewOn } from '../../governors/review.ts';
import { buildDay } from '../../shared/dates.ts';
import { absoluteUrl } from '../../shared/urls.ts';

/** A calendar reminder of the review, once its date is set. */
export function getStaticPaths() {
  return siteContent().school.review === undefined ? [] : [{ params: { calendar: 'review' } }];
}

export const GET: APIRoute = ({ site }) => {
  const { school, code } = siteContent();
  const review = reviewOn(school.review, buildDay());
  if (review.state === 'unset') return new Response(null, { status: 404 });
  const calendar = reviewCalendar({
    title: code.title,
    school: school.name,
    review,
    url: absoluteUrl('/governors/', site)?.href,
  });
  return new Response(calendar, { headers: { 'Content-Type': 'text/calendar;charset=utf-8' } });
};
