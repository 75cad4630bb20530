import type { APIRoute } from 'astro';
import { headingsOf } from '../content/headings.ts';
import { siteContent } from '../content/site.ts';
import { headingFont } from '../school/headingFont.ts';

/** The headings' font, with the characters this site's headings use. */
export const GET: APIRoute = async () => {
  const font = await headingFont(headingsOf(siteContent()));
  return new Response(new Uint8Array(font), { headers: { 'Content-Type': 'font/woff2' } });
};
