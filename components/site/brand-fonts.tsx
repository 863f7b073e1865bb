import { LateStyle } from '#components/ui/late-style.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { JAPANESE_FAMILIES, type Theme } from '#contracts/theme.ts'

interface Props {
  readonly fonts: Theme['fonts']
}

const families = ({ fonts }: Props) => [...new Set([fonts.display, fonts.body])]

/**
 * For the head: the latin files at once. The rules that name them are the brand's own (`lib/fonts/font-rules.ts`); Japanese ones
 * weigh some 30 KB packed: a page does not wait for them but is painted in a font of the system first.
 */
export function BrandFonts(props: Props) {
  return families(props).map((family) => (
    <link
      key={family}
      rel="preload"
      as="font"
      type="font/woff2"
      href={`/fonts/${family}/latin.woff2`}
      crossOrigin="anonymous"
    />
  ))
}

/**
 * For the end of the body: the stylesheets of Japanese families. A Japanese page brings one
 * whatever the brand's fonts are.
 */
export function LateFonts({ fonts, locale }: Props & { readonly locale: Locale }) {
  const large = families({ fonts }).filter((family) => JAPANESE_FAMILIES.has(family))
  const needed = large.length === 0 && locale === 'ja-JP' ? ['noto-sans-jp' as const] : large
  return needed.map((family) => <LateStyle key={family} href={`/fonts/${family}.css`} />)
}
