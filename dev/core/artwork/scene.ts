import type { Palette } from './palettes.ts'
import type { Random } from './random.ts'

/** Every composition draws on 3:2 in these units, whatever the width in pixels asked for. */
export const WIDTH = 1200
export const HEIGHT = 800

/**
 * What a composition is given. It returns SVG elements that fill `WIDTH × HEIGHT`. The subject belongs inside x 280–920,
 * y 70–560: that much survives the crops to 16:9, 1:1 and 4:5 and the dark veil that pages lay over the bottom for a title.
 */
export type Scene = { random: Random; palette: Palette }

export type Composition = (scene: Scene) => string
