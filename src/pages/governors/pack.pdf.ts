import type { APIRoute } from 'astro';
import { siteReport } from '../../content/checkerReport.ts';
import { siteContent } from '../../content/site.ts';
import { coverageOf } from '../../governors/coverage.ts';
import { packOf } from '../../governors/pack.ts';
import { readFonts } from '../../pdf/fonts.ts';
import { packPdf } from '../../pdf/packPdf.ts';

/** The governors' pack, for a meeting. */
export const GET: APIRoute = async ({ site }) => {
  const content = siteContent();
  const pack = packOf({
    ...content,
    coverage: coverageOf(content),
    report: siteReport(),
    site: site && new URL(import.meta.env.BASE_URL, site).href,
  });
  return new Response(await packPdf(pack, readFonts()), { headers: { 'Content-Type': 'application/pdf' } });
};
