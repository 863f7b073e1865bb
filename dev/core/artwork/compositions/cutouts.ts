import { luminance } from '../colour.ts'
import { fill, ground, sheet, stroke } from '../paint.ts'
import { box, circle, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition, Scene } from '../scene.ts'

const ROUND = 'stroke-linecap="round" stroke-linejoin="round"'

type Block = { x: number; y: number; width: number; height: number; colour: string }

/** Scissors and painted paper: leaves like seaweed on blocks of colour. */
export const cutouts: Composition = (scene) => {
  const { random, palette } = scene
  const blocks = patchwork(scene)
  const heart = palette.tone === 'night' ? palette.pop : palette.paper
  return [
    ground(palette.paper),
    ...blocks.map(({ x, y, width, height, colour }) => sheet(box(x - 4, y - 4, width + 8, height + 8), colour, 8)),
    ...blocks.map((block) => inhabitant(scene, block)),
    sheet(circle(600, 330, 246), heart, 16),
    leaf(random, 600, 528, 360, 168, against(scene, heart)),
  ].join('')
}

/** Three columns, each cut once; no block has the colour of its neighbour. */
function patchwork({ random, palette }: Scene): Block[] {
  const { tone, deep, main, pop, glow, paper } = palette
  const inks = random.shuffle(tone === 'night' ? [deep, main, glow] : [deep, main, glow, pop])
  const edges = [0, random.between(330, 400), random.between(800, 870), 1200] as const
  const cuts = [random.between(330, 600), random.between(590, 640), random.between(250, 480)] as const
  return range(3).flatMap((column) => {
    const [x, width, cut] = [
      edges[column] as number,
      (edges[column + 1] as number) - (edges[column] as number),
      cuts[column] as number,
    ]
    const [upper, lower] = [
      inks[column % inks.length] as string,
      column === 1 ? paper : (inks[(column + 1) % inks.length] as string),
    ]
    return [
      { x, y: 0, width, height: cut, colour: upper },
      { x, y: cut, width, height: 800 - cut, colour: lower },
    ]
  })
}

/** A colour that stands out: at least a fifth of the way from black to white apart. */
function against({ random, palette }: Scene, colour: string): string {
  const { ink, deep, main, pop, glow, paper } = palette
  return random.pick(
    [deep, main, pop, glow, paper, ink].filter((other) => Math.abs(luminance(other) - luminance(colour)) > 0.2),
  )
}

function inhabitant(scene: Scene, { x, y, width, height, colour }: Block): string {
  const { random } = scene
  const middle = x + width / 2
  const paint = against(scene, colour)
  if (height > 300 && Math.abs(middle - 600) > 150)
    return leaf(random, middle, y + height - 50, Math.min(height - 110, 400), Math.min(width * 0.34, 125), paint)
  const r = Math.min(height * 0.3, 66)
  const row = range(Math.floor(width / (r * 2.6)))
  return (
    fill(
      row.map((index) => circle(middle + (index - (row.length - 1) / 2) * r * 2.5, y + height / 2, r)),
      paint,
    ) +
    fill(
      row.map((index) =>
        circle(middle + (index - (row.length - 1) / 2) * r * 2.5 + r * 0.3, y + height / 2 - r * 0.2, r * 0.72),
      ),
      colour,
    )
  )
}

/** A swaying stem with round lobes on both sides that shorten towards the tip; a shadow first, then the paper. */
function leaf(random: Random, x: number, y: number, height: number, reach: number, colour: string): string {
  const pairs = Math.max(3, Math.round(height / 82))
  const sway = random.between(-0.4, 0.4)
  const lift = random.between(0.3, 0.75)
  const spine = (share: number) => [x + Math.sin(share * 3.1) * sway * reach, y - share * height] as const
  const lobes = range(pairs).flatMap((pair) =>
    [-1, 1].map((side) => {
      const [rx, ry] = spine((pair + 0.25) / pairs)
      const length = reach * (1 - (pair / pairs) * 0.45) * random.between(0.8, 1)
      return `M${rx} ${ry}Q${rx + side * length * 0.75} ${ry} ${rx + side * length} ${ry - length * lift}`
    }),
  )
  const stem = range(9).map((step) => spine(step / 8).join(' '))
  const data = `M${stem.join('L')}${lobes.join('')}`
  const thick = reach * 0.27
  return (
    stroke(data, '#000000', thick, `${ROUND} stroke-opacity=".16" transform="translate(6 -7)"`) +
    stroke(data, colour, thick, ROUND)
  )
}
