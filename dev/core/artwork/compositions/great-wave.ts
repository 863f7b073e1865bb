import { mix } from '../colour.ts'
import { clip, fill, ground, group, linear, sheet, stroke } from '../paint.ts'
import { circle, type Point, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

const WAVE =
  'M-20 560C120 540 170 400 250 290C330 180 450 96 600 92C740 90 850 150 880 250C900 320 868 380 812 388C846 350 846 296 800 262C740 222 660 244 610 316C556 396 560 520 640 600C700 660 800 690 920 690L1220 700V820H-20Z'
const MOUNTAIN = 'M700 600C800 520 860 440 900 400L938 396L972 402C1010 450 1080 530 1220 600V700H700Z'
const SNOW =
  'M866 436C880 420 890 408 900 400L938 396L972 402C984 416 994 428 1004 440C990 436 984 452 970 444C956 436 950 458 934 446C918 436 906 456 892 444C884 438 874 444 866 436Z'
/** The upper edge of the wave as three cubic curves of four points each. */
const CREST = [
  [250, 290, 330, 180, 450, 96, 600, 92],
  [600, 92, 740, 90, 850, 150, 880, 250],
  [880, 250, 900, 320, 868, 380, 812, 388],
]

/** The wave about to break, the mountain small behind it. */
export const greatWave: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const sky = night ? mix(deep, main, 0.3) : mix(glow, paper, 0.55)
  const foam = night ? mix(paper, glow, 0.2) : paper
  const body = night ? main : deep
  const mists = [330, 396, 462].map((y) => mist(random.between(-100, 900), y, random.between(300, 520)))
  return [
    linear('sky', [0, 0, 0, 640], { 0: night ? ink : mix(sky, main, 0.3), 1: sky }),
    ground('url(#sky)'),
    fill(circle(random.between(930, 1000), 230, 118), pop),
    fill(mists, mix(sky, night ? main : paper, 0.6)),
    sheet(MOUNTAIN, mix(main, night ? deep : paper, 0.35), 10),
    fill(SNOW, foam),
    sheet('M500 640Q640 560 760 620T1000 610T1220 600V820H500Z', mix(body, main, 0.65), 12),
    sheet(WAVE, body, 20),
    clip('wave', WAVE),
    group(
      'clip-path="url(#wave)"',
      ...bands(mix(body, foam, 0.75), mix(body, night ? glow : main, night ? 0.35 : 0.7), night ? deep : main),
    ),
    foamEdge(random, foam, mix(foam, main, 0.35)),
    spray(random, foam),
    ...swell(random, mix(body, ink, 0.3), mix(body, foam, 0.5), foam),
  ].join('')
}

/** The water nearest to us, with patches of foam. */
function swell(random: Random, water: string, line: string, foam: string): string[] {
  const patches = range(13).flatMap((patch) => {
    const [x, y] = [patch * 98 + random.between(-30, 30), 686 + Math.sin(patch * 1.3) * 14]
    return range(6).map((drop) =>
      circle(x + drop * 11 + random.between(-6, 6), y + random.between(-5, 8), random.between(2, 11)),
    )
  })
  const lines = 'M40 738Q150 700 270 732T540 742T820 748T1180 734M-20 778Q160 740 330 772T680 778T1220 772'
  return [
    sheet('M-20 700Q120 640 260 690T560 700T860 712T1220 690V820H-20Z', water, 14),
    stroke(lines, line, 4, 'stroke-opacity=".6"'),
    fill(patches, foam),
  ]
}

/** Stripes that follow the back of the wave from the sea up into the curl. */
function bands(light: string, middle: string, other: string): string[] {
  return range(6).map((index) => {
    const d = index * 34
    const data = `M${40 + d} ${640 + d * 0.2}C${190 + d} ${560} ${230 + d} ${420 + d * 0.3} ${300 + d} ${330 + d * 0.4}C${372 + d * 0.9} ${232 + d * 0.5} ${470 + d * 0.7} ${160 + d * 0.5} ${606 + d * 0.25} ${152 + d * 0.32}C${724 + d * 0.1} ${150 + d * 0.3} ${800 + d * 0.08} ${190 + d * 0.2} ${846} ${262 + d * 0.1}`
    return stroke(
      data,
      index % 3 === 0 ? light : index % 3 === 1 ? middle : other,
      17 - index * 1.6,
      'stroke-linecap="round"',
    )
  })
}

/** A place on the upper edge, from the wave's back over the top and down the curling lip; `share` runs 0 to 1. */
function crest(share: number): Point {
  const place = Math.min(2.999, share * 3)
  const points = CREST[Math.floor(place)] as number[]
  const t = place % 1
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3]
  const blend = (axis: 0 | 1) =>
    weights.reduce((sum, weight, index) => sum + weight * (points[index * 2 + axis] as number), 0)
  return [blend(0), blend(1)]
}

/** Foam along the crest, thickening towards the lip, with claws that hang from it. */
function foamEdge(random: Random, foam: string, shade: string): string {
  const blobs = range(120).map((index) => {
    const share = index / 120
    const [x, y] = crest(share)
    const size = 3 + share ** 0.8 * 17
    return circle(
      x + random.between(-0.6, 0.6) * size,
      y + random.between(-0.3, 0.9) * size,
      size * random.between(0.6, 1),
    )
  })
  const claws = range(22).map((index) => {
    const share = 0.42 + (index / 22) * 0.58
    const [x, y] = crest(share)
    const [length, width] = [26 + share * 46 + random.between(-8, 14), 8 + share * 5]
    const lean = -0.2 - share * 0.5 + random.between(-0.25, 0.25)
    return `M${x + width} ${y}Q${x + width * 0.9 + lean * length * 0.3} ${y + length * 0.7} ${x + lean * length} ${y + length}Q${x - width * 0.6} ${y + length * 0.6} ${x - width} ${y}Z`
  })
  const all = [...claws, ...blobs]
  return fill(all, shade, 'transform="translate(-5 11)"') + fill(all, foam)
}

/** Drops thrown ahead of the crest. */
const spray = (random: Random, foam: string) =>
  fill(
    range(60).map(() => {
      const [x, y] = crest(random.between(0.35, 1))
      return circle(
        x + random.next() ** 2 * 120,
        y + random.between(-70, 50) * random.next(),
        1.5 + random.next() ** 3 * 7,
      )
    }),
    foam,
  )

const mist = (x: number, y: number, width: number) =>
  `M${x} ${y}h${width}a13 13 0 0 1 0 26h${-width * 0.3}a11 11 0 0 0 0 22h${-width * 0.4}a13 13 0 0 1 0 -26h${-width * 0.3}a11 11 0 0 1 0 -22Z`
