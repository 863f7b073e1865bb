import { PRINT_FILE, pictureAddress } from '#contracts/picture-files.ts'
import type { Logo } from '#contracts/reseller-config.ts'
import type { Theme } from '#contracts/theme.ts'
import { MARK_SHAPES } from './mark-shapes.ts'

/** Wider or higher than this, a picture is a smear at 16 pixels. */
const SQUARE_ENOUGH = 1.25

/** A shop's sign in a browser's tab: the address of an uploaded picture, or a drawing. */
export type BrandIcon = { readonly picture: string } | { readonly svg: string }

/** An uploaded logo that is about square, or else the brand's mark, or the first letter of its name, on its own colour. */
export function brandIcon(logo: Logo, theme: Theme): BrandIcon {
  const { picture } = logo
  if (picture && Math.max(picture.width / picture.height, picture.height / picture.width) <= SQUARE_ENOUGH)
    return { picture: pictureAddress(picture.id, PRINT_FILE) }
  const { primary, onPrimary } = theme.colours
  const corner = { none: 0, small: 4, medium: 8, large: 16 }[theme.radius]
  const sign =
    logo.mark === 'none'
      ? `<text x="16" y="23" font-size="20" font-weight="700" font-family="sans-serif" text-anchor="middle" fill="${onPrimary}">${initial(logo)}</text>`
      : `<path transform="translate(5 5) scale(.6875)" fill="${onPrimary}" fill-rule="evenodd" d="${MARK_SHAPES[logo.mark]}"/>`
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${corner}" fill="${primary}"/>${sign}</svg>`,
  }
}

/** For a page's head: a drawing comes along in it. */
export function iconAddress(icon: BrandIcon): string {
  return 'picture' in icon ? icon.picture : `data:image/svg+xml,${encodeURIComponent(icon.svg)}`
}

/** The first character of the wordmark, made harmless for XML. */
function initial({ wordmark }: Logo): string {
  const [first = ''] = wordmark.trim()
  return first.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`).toUpperCase()
}
