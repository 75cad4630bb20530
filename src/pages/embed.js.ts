import type { APIRoute } from 'astro';
import { bundleElement } from '../embed/bundle.ts';

/** The script that other sites load. Its name never changes, so it carries no hash. */
export const GET: APIRoute = async () =>
  new Response(await bundleElement(process.cwd()), {
    headers: { 'content-type': 'text/javascript;charset=utf-8' },
  });
