import type { Logo } from '#contracts/reseller-config.ts'
import type { Theme } from '#contracts/theme.ts'
import { MARK_SHAPES } from './mark-shapes.ts'

/** The favicon as a data address: the brand's mark, or the first letter of its name, on its own colour. */
export function brandIcon(logo: Logo, theme: Theme): string {
  const { primary, onPrimary } = theme.colours
  const corner = { none: 0, small: 4, medium: 8, large: 16 }[theme.radius]
  const sign =
    logo.mark === 'none'
      ? `<text x="16" y="23" font-size="20" font-weight="700" font-family="sans-serif" text-anchor="middle" fill="${onPrimary}">${initial(logo)}</text>`
      : `<path transform="translate(5 5) scale(.6875)" fill="${onPrimary}" fill-rule="evenodd" d="${MARK_SHAPES[logo.mark]}"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${corner}" fill="${primary}"/>${sign}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

/** The first character of the wordmark, made harmless for XML. */
function initial({ wordmark }: Logo): string {
  const [first = ''] = wordmark.trim()
  return first.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`).toUpperCase()
}
