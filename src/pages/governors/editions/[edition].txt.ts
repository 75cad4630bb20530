import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRoute } from 'astro';
import type { Edition } from '../../../code/edition.ts';
import { siteContent } from '../../../content/site.ts';

export function getStaticPaths() {
  return siteContent().editions.map((edition) => ({ params: { edition: edition.name }, props: { edition } }));
}

/** An edition's file, byte for byte, so that it has the fingerprint on the governors' pages. */
export const GET: APIRoute<{ edition: Edition }> = ({ props }) =>
  new Response(readFileSync(path.join(process.cwd(), props.edition.file)), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
