import { LateStyle } from '#components/ui/late-style.tsx'
import type { Locale } from '#contracts/reseller-config.ts'
import { type FontFamily, JAPANESE_FAMILIES, type Theme } from '#contracts/theme.ts'

interface Props {
  readonly fonts: Theme['fonts']
}

const families = ({ fonts }: Props) => [...new Set([fonts.display, fonts.body])]

/**
 * For the head: the latin files at once, and the stylesheets that are small. Japanese ones weigh some 30 KB: a page does not
 * wait for them but is painted in a font of the system first.
 */
export function BrandFonts(props: Props) {
  return families(props).map((family) => (
    <FontLinks key={family} family={family} stylesheet={!JAPANESE_FAMILIES.has(family)} />
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

function FontLinks({ family, stylesheet }: { readonly family: FontFamily; readonly stylesheet: boolean }) {
  return (
    <>
      {stylesheet && <link rel="stylesheet" href={`/fonts/${family}.css`} />}
      <link rel="preload" as="font" type="font/woff2" href={`/fonts/${family}/latin.woff2`} crossOrigin="anonymous" />
    </>
  )
}
