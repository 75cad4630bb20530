import type { APIRoute } from 'astro';
import { siteContent } from '../../content/site.ts';
import { recordsFile } from '../../search/recordsFile.ts';

/** The search records. */
export function getStaticPaths() {
  const { name, text } = recordsFile(siteContent(), import.meta.env.BASE_URL);
  return [{ params: { records: name }, props: { text } }];
}

export const GET: APIRoute = ({ props: { text } }) =>
  new Response(text, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
