import type { APIRoute } from 'astro';
import { drawCard } from '../card/drawCard.ts';
import { siteContent } from '../content/site.ts';

/** The card that messengers show beside a link. They need its full address. */
export function getStaticPaths() {
  return import.meta.env.SITE === undefined ? [] : [{ params: { card: 'card' } }];
}

export const GET: APIRoute = async () => {
  const { school, code } = siteContent();
  const png = await drawCard({ school, title: code.title }, process.cwd());
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
