import { FontRules } from '#components/ui/font-rules.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { JAPANESE_FAMILIES, type Theme } from '#contracts/theme.ts'

/**
 * For the head: the latin files at once. The rules that name them are the brand's own (`lib/fonts/font-sheets.ts`); Japanese ones
 * weigh 7 KB packed and more: a page does not wait for them but is painted in a font of the system first.
 */
export function BrandFonts({ files }: { readonly files: readonly string[] }) {
  return files.map((href) => (
    <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
  ))
}

/** For the end of the body: the Japanese families. A Japanese page has one whatever the brand's fonts are. */
export function LargeFonts({ fonts, locale }: { readonly fonts: Theme['fonts']; readonly locale: Locale }) {
  const large = [...new Set([fonts.display, fonts.body])].filter((family) => JAPANESE_FAMILIES.has(family))
  const needed = large.length === 0 && locale === 'ja-JP' ? ['noto-sans-jp' as const] : large
  return needed.map((family) => <FontRules key={family} family={family} />)
}
