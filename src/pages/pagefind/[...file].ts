import type { APIRoute } from 'astro';
import { searchIndexOnce } from '../../search/searchIndex.ts';

/** The search index. */
export async function getStaticPaths() {
  return (await searchIndexOnce(process.cwd(), import.meta.env.BASE_URL)).map(({ path, content }) => ({
    params: { file: path },
    props: { content },
  }));
}

export const GET: APIRoute = ({ props: { content } }) => new Response(content);
