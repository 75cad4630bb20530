/** Why a page comes from what is kept: the site gave no answer that is of use in time, or it cannot be reached. */
export type WhyKept = 'no answer' | 'no network';

/**
 * What the reader is told of it. The link leads to the page itself, so that it needs no script, which the policies of
 * the pages would have to allow.
 */
const NOTES: Readonly<Record<WhyKept, string>> = {
  'no answer':
    'This is the copy kept on your device. There may be a newer one. <a href="">Load the page again</a>',
  'no network': 'There is no signal. This is the copy kept on your device. There may be a newer one.',
};

/**
 * A kept page that says so, as the first of its main words: nothing out of date may look as if it were current.
 *
 * @param kept the page as it is kept
 */
export async function sayingItIsKept(kept: Response, why: WhyKept): Promise<Response> {
  const html = await kept.text();
  const headers = new Headers(kept.headers);
  // Both speak of the text as it was sent.
  for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name);
  return new Response(
    html.replace(/<main\b[^>]*>/, (main) => `${main}<p class="kept no-print">${NOTES[why]}</p>`),
    { headers },
  );
}
