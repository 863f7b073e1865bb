import { join } from 'node:path'
import { root } from '../system/programs.ts'

export const picturesFolder = join(root, 'test-results/screenshots')

/** What is on a picture: `checkout-aurora-390.png`, `admin-luna-1440-dark.png`. */
export interface Picture {
  readonly page: string
  readonly theme: string
  /** In CSS pixels. */
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

export const pictureName = ({ page, theme, width, scheme }: Picture): string =>
  `${page}-${theme}-${width}${scheme === 'dark' ? '-dark' : ''}.png`

export const pictureFile = (picture: Picture): string => join(picturesFolder, pictureName(picture))

/** Takes a name apart; null for any other file. A page's name may have dashes, a theme's has none. */
export function readPictureName(name: string): Picture | null {
  const { page, theme, width, dark } =
    /^(?<page>[a-z-]+)-(?<theme>[a-z]+)-(?<width>\d+)(?<dark>-dark)?\.png$/.exec(name)?.groups ?? {}
  if (!page || !theme) return null
  return { page, theme, width: Number(width), scheme: dark ? 'dark' : 'light' }
}
