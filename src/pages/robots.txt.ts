import type { APIRoute } from 'astro';
import { DRAFT } from '../shared/environment.ts';
import { absoluteUrl } from '../shared/urls.ts';

/** Tells search engines that they can read everything, and where the sitemap is, if there is one. */
export const GET: APIRoute = ({ site }) => {
  const sitemap = DRAFT ? undefined : absoluteUrl('/sitemap-index.xml', site);
  const lines = ['User-agent: *', 'Allow: /', ...(sitemap === undefined ? [] : [`Sitemap: ${sitemap}`])];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain;charset=utf-8' } });
};
