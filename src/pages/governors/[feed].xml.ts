import type { APIRoute } from 'astro';
import { siteContent } from '../../content/site.ts';
import { changesFeed, changesFeedAddress, datedEditions } from '../../governors/changesFeed.ts';
import { address } from '../../shared/urls.ts';

/** The feed of changes, once the site's address and an adoption date are set. */
export function getStaticPaths() {
  const site = import.meta.env.SITE === undefined ? undefined : new URL(import.meta.env.SITE);
  return changesFeedAddress(siteContent().editions, site) === undefined
    ? []
    : [{ params: { feed: 'changes' } }];
}

export const GET: APIRoute = ({ site, url }) => {
  const { school, body, code, editions } = siteContent();
  const feed = changesFeedAddress(editions, site);
  if (feed === undefined) return new Response(null, { status: 404 });
  const whole = (path: string): string => new URL(address(path), site ?? url).href;
  const atom = changesFeed({
    title: code.title,
    school: school.name,
    body: body.body,
    editions: datedEditions(editions),
    site: whole('/'),
    page: whole('/governors/'),
    feed: whole(feed),
  });
  return new Response(atom, { headers: { 'Content-Type': 'application/atom+xml;charset=utf-8' } });
};
