import type { APIRoute } from 'astro';
import { siteContent } from '../../../content/site.ts';
import { address } from '../../../shared/urls.ts';
import { qrPng, qrSvg } from '../../../staff/qrCode.ts';
import { qrAddresses } from '../../../staff/qrTargets.ts';

/** The QR codes. There are none until the site's address is set. */
export function getStaticPaths() {
  if (import.meta.env.SITE === undefined) return [];
  const names = [...qrAddresses(siteContent().addresses).keys()];
  return names.flatMap((name) => ['svg', 'png'].map((form) => ({ params: { name, form } })));
}

export const GET: APIRoute = ({ params: { name = '', form }, site }) => {
  const path = qrAddresses(siteContent().addresses).get(name);
  if (path === undefined) return new Response(null, { status: 404 });
  const url = new URL(address(path), site).href;
  return form === 'svg'
    ? new Response(qrSvg(url), { headers: { 'Content-Type': 'image/svg+xml' } })
    : new Response(qrPng(url).slice(), { headers: { 'Content-Type': 'image/png' } });
};
