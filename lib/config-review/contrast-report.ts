import type { Theme } from '#contracts/theme.ts'
import { contrast } from '#lib/reseller/contrast.ts'
import { type ColourName, type ColourPair, type ColourUse, colourPairs } from './colour-pairs.ts'
import { nearestColour } from './nearest-colour.ts'

/** A pair of colours that cannot be read, or seen, well enough; and a way out. */
export interface ContrastFault {
  readonly kind: 'contrast'
  readonly use: ColourUse
  readonly front: ColourName
  readonly frontColour: string
  readonly ground: ColourName
  readonly groundColour: string
  /** Rounded down, so that what fails never reads as if it passed. */
  readonly ratio: number
  readonly needs: number
  /** The smallest change that helps here and everywhere else the token stands; null when nothing would. */
  readonly mend: { readonly token: ColourName; readonly colour: string; readonly way: 'lighten' | 'darken' } | null
}

/** Every unreadable pair of a theme, the worst first. Empty: everything can be read. */
export function contrastFaults(theme: Theme): ContrastFault[] {
  return colourPairs(theme)
    .filter((pair) => ratioOf(pair) < pair.needs)
    .map((pair) => faultOf(theme, pair))
    .toSorted((a, b) => a.ratio / a.needs - b.ratio / b.needs)
}

const ratioOf = ({ frontColour, groundColour }: ColourPair) => contrast(frontColour, groundColour)

function faultOf(theme: Theme, pair: ColourPair): ContrastFault {
  const { use, front, frontColour, ground, groundColour, needs } = pair
  return {
    ...{ kind: 'contrast', use, front, frontColour, ground, groundColour, needs },
    mend: mendOf(theme, front) ?? mendOf(theme, ground),
    ratio: Math.floor(ratioOf(pair) * 100) / 100,
  }
}

/**
 * A colour for `token` that passes wherever it stands: mending one place must not break another. What the site mixes
 * of it moves along, so every colour is tried on a whole theme.
 */
function mendOf(theme: Theme, token: ColourName): ContrastFault['mend'] {
  const nearest = nearestColour(theme.colours[token], (colour) => {
    const mended = colourPairs({ ...theme, colours: { ...theme.colours, [token]: colour } })
    return mended
      .filter(({ front, ground }) => front === token || ground === token)
      .every((pair) => ratioOf(pair) >= pair.needs)
  })
  return nearest && { token, ...nearest }
}
