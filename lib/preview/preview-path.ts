import { isPublicPage } from '#lib/http/page-caching.ts'

/** The header in which `proxy.ts` tells a page that it is a preview, and of what; nobody outside can set it. */
export const PREVIEW_HEADER = 'x-preview'

/** What a preview's address asks for: a version by number (for staff) or what a share link's token names. */
export type PreviewKey =
  | { readonly by: 'version'; readonly version: number }
  | { readonly by: 'token'; readonly token: string }

const PREVIEW = /^\/preview\/(?<key>[A-Za-z0-9._-]{2,200})(?<path>\/.*)?$/
const VERSION_KEY = /^v(?<version>[1-9]\d{0,9})$/

/** PostgreSQL's integers end here. */
const VERSION_LIMIT = 2_147_483_647

/** Takes `/preview/<key>/shows` apart; null for any other path. `path` is the site's own page, from `/`. */
export function previewPath(pathname: string): { readonly key: string; readonly path: string } | null {
  const { key, path } = PREVIEW.exec(pathname)?.groups ?? {}
  return key === undefined ? null : { key, path: path ?? '/' }
}

export function previewKey(key: string): PreviewKey | null {
  const version = VERSION_KEY.exec(key)?.groups?.version
  if (version === undefined) return { by: 'token', token: key }
  return Number(version) <= VERSION_LIMIT ? { by: 'version', version: Number(version) } : null
}

/** Only what everybody may see is previewed: a checkout, an order or an account is somebody's and stays as it is. */
export const isPreviewed = (path: string): boolean => isPublicPage(path)
