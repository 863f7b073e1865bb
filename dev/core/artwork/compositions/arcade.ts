import { character } from '../character.ts'
import { mix } from '../colour.ts'
import { fill, ground, linear } from '../paint.ts'
import { box, circle, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** An empty square, endless arches, long shadows, someone waiting. */
export const arcade: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const horizon = 455
  const wall = night ? pop : paper
  const shade = night ? ink : deep
  const floor = night ? mix(main, pop, 0.25) : mix(glow, pop, 0.35)
  const arches = random.whole(5, 6)
  const bays = range(arches).map((index) => {
    const [near, far] = [bay(index), bay(index + 1)]
    const width = near.x - far.x
    const [foot, top] = [near.foot, near.top]
    const spring = top + (foot - top) * 0.42
    const [left, right] = [far.x + width * 0.2, near.x - width * 0.22]
    return `M${left} ${far.foot + (foot - far.foot) * 0.35}V${spring}Q${left + (right - left) * 0.1} ${top + (foot - top) * 0.2} ${(left + right) / 2} ${top + (foot - top) * 0.2}T${right} ${spring}V${foot - (foot - far.foot) * 0.22}Z`
  })
  const [last, first] = [bay(arches), bay(0)]
  const personX = 640 + random.between(-20, 60)
  return [
    linear('sky', [0, 0, 0, horizon], { 0: night ? ink : mix(main, deep, 0.25), 1: night ? main : glow }),
    ground('url(#sky)'),
    night ? fill(circle(760, 215, 92), glow) : fill(circle(760, 215, 92), pop),
    fill(
      range(5)
        .map(
          (index) =>
            `M${780 + index * 105} ${horizon} ${800 + index * 105} ${horizon - 30 - (index % 3) * 26} ${860 + index * 105} ${horizon - 20} ${890 + index * 105} ${horizon}Z`,
        )
        .join(''),
      night ? deep : mix(main, deep, 0.4),
    ),
    fill(tower(1000, horizon), night ? mix(deep, main, 0.5) : mix(main, paper, 0.3)),
    fill(box(970, horizon - 250, 12, 250), shade, 'fill-opacity=".35"'),
    linear('floor', [0, horizon, 0, 800], { 0: floor, 1: mix(floor, night ? deep : pop, 0.55) }),
    fill(box(0, horizon, 1200, 345), 'url(#floor)'),
    fill(
      `M${last.x} ${last.foot} ${first.x} ${first.foot + 30} -40 840 700 840 620 640 480 520Z`,
      shade,
      'fill-opacity=".88"',
    ),
    fill(`M${first.x} ${first.top} ${last.x} ${last.top} ${last.x} ${last.foot} ${first.x} ${first.foot}Z`, wall),
    fill(
      `M${first.x} ${first.top} ${last.x} ${last.top} ${last.x} ${last.top + 9} ${first.x} ${first.top + 34}Z`,
      mix(wall, shade, 0.3),
    ),
    fill(bays.join(''), shade),
    fill(
      `M${last.x} ${last.top} ${last.x + 34} ${last.top + 12} ${last.x + 34} ${last.foot - 4} ${last.x} ${last.foot}Z`,
      mix(wall, shade, 0.65),
    ),
    fill(
      `M${personX - 4} 600 ${personX + 8} 604 ${personX + 330} 770 ${personX + 270} 776Z`,
      shade,
      'fill-opacity=".6"',
    ),
    character(random.pick(['traveller', 'lady']), personX, 606, 182, ink),
  ].join('')

  function bay(index: number) {
    const depth = 0.66 ** index
    return { x: 600 - 660 * depth - 30, top: horizon - 560 * depth - 8, foot: horizon + 260 * depth }
  }
}

const tower = (x: number, y: number) =>
  `M${x - 36} ${y}v-250h-12v-14h20v-60h-8v-12h72v12h-8v60h20v14h-12v250ZM${x - 14} ${y - 324}q14 -60 28 0Z`
