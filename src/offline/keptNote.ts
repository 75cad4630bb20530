/** Why a page comes from what is kept: the site gave no answer that is of use in time, or it cannot be reached. */
export type WhyKept = 'no answer' | 'no network';

const THIS_IS_KEPT = 'This is the copy kept on your device. There may be a newer one.';

/** What asks for a page again: after it, in the address, stands what the page's own has after its question mark. */
const AGAIN = 'again';

/**
 * A kept page that says so, as the first of its main words: nothing out of date may look as if it were current.
 *
 * @param kept the page as it is kept
 * @param search what its address has after the question mark, with it
 */
export async function sayingItIsKept(kept: Response, why: WhyKept, search: string): Promise<Response> {
  const html = await kept.text();
  const headers = new Headers(kept.headers);
  // Both speak of the text as it was sent.
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response(
    html.replace(/<main\b[^>]*>/, (main) => main + noteOf(why, search)),
    { headers },
  );
}

/**
 * The note. It gets the page again by a form without an address of its own, which needs no script and keeps the place
 * where the reader is by then; a link to where one is already would only move the page.
 */
function noteOf(why: WhyKept, search: string): string {
  if (why === 'no network') return `<p class="kept no-print">There is no signal. ${THIS_IS_KEPT}</p>`;
  const value = search.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<form class="kept no-print">${THIS_IS_KEPT} <input type="hidden" name="${AGAIN}" value="${value}"><button class="button">Load the page again</button></form>`;
}

/** Where an address leads by which a page is asked for again; nothing where it is none. */
export function askedForAgain(address: URL): string | undefined {
  const search = address.searchParams.get(AGAIN);
  if (search === null) return undefined;
  const page = new URL(address);
  page.search = search;
  return page.href;
}
