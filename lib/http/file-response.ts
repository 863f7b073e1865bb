/**
 * Something to keep, as a download that no cache keeps. The name is ours and plain: letters, digits, `-`, `_` and one dot,
 * so that nothing a reseller or a buyer typed reaches a header.
 */
export function fileResponse(body: BodyInit, name: string, type: string): Response {
  const safe = name.replace(/[^\w.-]+/g, '-')
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${safe}"`,
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
