import { character } from '../character.ts'
import { mix } from '../colour.ts'
import { fill, ground, linear } from '../paint.ts'
import { box, circle, range } from '../path.ts'
import type { Composition } from '../scene.ts'

const HORIZON = 455

/** An empty square, endless arches, long shadows, someone waiting. */
export const arcade: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const shade = night ? ink : deep
  const floor = night ? mix(main, pop, 0.25) : mix(glow, pop, 0.35)
  const x = 640 + random.between(-20, 60)
  const rocks = range(5).map(
    (index) => `M${780 + index * 105} ${HORIZON}l20 ${-30 - (index % 3) * 26}l60 ${10 + (index % 3) * 26}l30 20Z`,
  )
  return [
    linear('sky', [0, 0, 0, HORIZON], { 0: night ? ink : mix(main, deep, 0.25), 1: night ? main : glow }),
    ground('url(#sky)'),
    fill(circle(760, 215, 92), night ? glow : pop),
    fill(rocks, night ? deep : mix(main, deep, 0.4)),
    fill(tower(1000, HORIZON), night ? mix(deep, main, 0.5) : mix(main, paper, 0.3)),
    fill(box(970, HORIZON - 250, 12, 250), shade, 'fill-opacity=".35"'),
    linear('floor', [0, HORIZON, 0, 800], { 0: floor, 1: mix(floor, night ? deep : pop, 0.55) }),
    fill(box(0, HORIZON, 1200, 345), 'url(#floor)'),
    ...gallery(random.whole(5, 6), night ? pop : paper, shade),
    fill(`M${x - 4} 600 ${x + 8} 604 ${x + 330} 770 ${x + 270} 776Z`, shade, 'fill-opacity=".6"'),
    character(random.pick(['traveller', 'lady']), x, 606, 182, ink),
  ].join('')
}

/** The edge between two bays: every bay looks two thirds the size of the one before it. */
function edge(index: number) {
  const depth = 0.66 ** index
  return { x: 570 - 660 * depth, top: HORIZON - 560 * depth - 8, foot: HORIZON + 260 * depth }
}

/** The wall of arches on the left, running to the vanishing point, and its shadow on the square. */
function gallery(arches: number, wall: string, shade: string): string[] {
  const [first, last] = [edge(0), edge(arches)]
  const openings = range(arches).map((index) => {
    const [near, far] = [edge(index), edge(index + 1)]
    const [width, height, slope] = [near.x - far.x, near.foot - near.top, near.foot - far.foot]
    const [left, right] = [far.x + width * 0.2, near.x - width * 0.22]
    const [spring, crown] = [near.top + height * 0.42, near.top + height * 0.2]
    return `M${left} ${far.foot + slope * 0.35}V${spring}Q${left + (right - left) * 0.1} ${crown} ${(left + right) / 2} ${crown}T${right} ${spring}V${near.foot - slope * 0.22}Z`
  })
  const top = `M${first.x} ${first.top} ${last.x} ${last.top}`
  return [
    fill(
      `M${last.x} ${last.foot} ${first.x} ${first.foot + 30} -40 840 700 840 620 640 480 520Z`,
      shade,
      'fill-opacity=".88"',
    ),
    fill(`${top} ${last.x} ${last.foot} ${first.x} ${first.foot}Z`, wall),
    fill(`${top} ${last.x} ${last.top + 9} ${first.x} ${first.top + 34}Z`, mix(wall, shade, 0.3)),
    fill(openings, shade),
    fill(`M${last.x} ${last.top}l34 12V${last.foot - 4}l-34 4Z`, mix(wall, shade, 0.65)),
  ]
}

const tower = (x: number, y: number) =>
  `M${x - 36} ${y}v-250h-12v-14h20v-60h-8v-12h72v12h-8v60h20v14h-12v250ZM${x - 14} ${y - 324}q14 -60 28 0Z`
