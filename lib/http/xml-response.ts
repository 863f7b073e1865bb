/** XML that is the same for everybody, for some minutes. */
export const xmlResponse = (text: string): Response =>
  new Response(text, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=300' },
  })
