import { Locale } from '#contracts/reseller-config.ts'
import { isPublicPage } from '#lib/http/page-caching.ts'
import { languageOf } from '#lib/language/languages.ts'
import { versionNumber } from './version-number.ts'

/** The header in which `proxy.ts` tells a page that it is a preview, and of what; nobody outside can set it. */
export const PREVIEW_HEADER = 'x-preview'

/** What a preview's address asks for: a version by number (for staff) or what a share link's token names. */
export type PreviewKey =
  | { readonly by: 'version'; readonly version: number }
  | { readonly by: 'token'; readonly token: string }

const PREVIEW = /^\/preview\/(?<key>[A-Za-z0-9._-]{2,200})(?<path>\/.*)?$/

/** With what the addresses of some language begin on some site, see `lib/language/languages.ts`. */
const PREFIXES: ReadonlySet<string> = new Set(
  Locale.options.flatMap((locale) => [`/${languageOf(locale)}`, `/${locale.toLowerCase()}`]),
)
const VERSION_KEY = /^v(?<number>[1-9]\d{0,9})$/

/** What a preview's address says beside the page. */
export interface AskedPreview {
  readonly key: string
  /** A language's, as `/de`; empty for the version's first. */
  readonly prefix: string
}

/**
 * Takes `/preview/<key>/de/shows` apart; null for any other path. `path` is the site's own page, from `/`. Which languages
 * the version has is not known here, so any that one may have is taken off.
 */
export function previewPath(pathname: string): (AskedPreview & { readonly path: string }) | null {
  const { key, path = '/' } = PREVIEW.exec(pathname)?.groups ?? {}
  if (key === undefined) return null
  const prefix = `/${path.split('/', 2)[1]}`
  return PREFIXES.has(prefix) ? { key, prefix, path: path.slice(prefix.length) || '/' } : { key, prefix: '', path }
}

/** How both are handed on in {@link PREVIEW_HEADER}: `v12/de`. A slash is in no key. */
export const previewHeader = ({ key, prefix }: AskedPreview): string => key + prefix

export function readPreviewHeader(header: string): AskedPreview {
  const [key = '', language] = header.split('/', 2)
  return { key, prefix: language === undefined ? '' : `/${language}` }
}

export function previewKey(key: string): PreviewKey | null {
  const number = VERSION_KEY.exec(key)?.groups?.number
  if (number === undefined) return { by: 'token', token: key }
  const version = versionNumber(number)
  return version === null ? null : { by: 'version', version }
}

/** Only what everybody may see is previewed: a checkout, an order or an account is somebody's and stays as it is. */
export const isPreviewed = (path: string): boolean => isPublicPage(path)
