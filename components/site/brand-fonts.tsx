import { Fragment } from 'react'
import { LateStyle } from '#components/ui/late-style.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { JAPANESE_FAMILIES, type Theme } from '#contracts/theme.ts'
import { HAVE_RARE } from '#lib/fonts/font-families.ts'
import { RareStyle } from './rare-style.tsx'

/**
 * For the head: the latin files at once. The rules that name them are the brand's own (`lib/fonts/font-sheets.ts`); Japanese ones
 * weigh 7 KB packed and more: a page does not wait for them but is painted in a font of the system first.
 */
export function BrandFonts({ files }: { readonly files: readonly string[] }) {
  return files.map((href) => (
    <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
  ))
}

/**
 * For the end of the body: the stylesheets of Japanese families. A Japanese page brings one
 * whatever the brand's fonts are.
 */
export function LateFonts({ fonts, locale }: { readonly fonts: Theme['fonts']; readonly locale: Locale }) {
  const large = [...new Set([fonts.display, fonts.body])].filter((family) => JAPANESE_FAMILIES.has(family))
  const needed = large.length === 0 && locale === 'ja-JP' ? ['noto-sans-jp' as const] : large
  return needed.map((family) => (
    <Fragment key={family}>
      <LateStyle href={`/fonts/${family}.css`} />
      {HAVE_RARE.has(family) && <RareStyle common={`/fonts/${family}.css`} rare={`/fonts/${family}-rare.css`} />}
    </Fragment>
  ))
}
