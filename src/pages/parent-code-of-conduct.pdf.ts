import type { APIRoute } from 'astro';
import { siteContent } from '../content/site.ts';
import { codePdf } from '../pdf/codePdf.ts';
import { readFonts } from '../pdf/fonts.ts';

/** The Code as a sheet of paper, with its appendix on the back. */
export const GET: APIRoute = async ({ site }) => {
  const { school, code, appendices, edition } = siteContent();
  const pdf = await codePdf(
    {
      school: school.name,
      code,
      appendices,
      adopted: edition.adopted,
      review: school.review,
      site: site && new URL(import.meta.env.BASE_URL, site).href,
    },
    readFonts(),
  );
  return new Response(pdf, { headers: { 'content-type': 'application/pdf' } });
};
