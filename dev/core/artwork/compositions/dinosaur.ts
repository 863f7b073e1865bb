import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import { circle, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition, Scene } from '../scene.ts'
import { stars } from '../stars.ts'

const GIANT =
  'M1010 610C960 560 900 520 838 500C800 420 700 392 632 404C596 410 574 396 560 350C540 284 520 214 474 170C452 148 404 140 372 158C340 174 322 196 330 208C338 222 380 224 412 226C446 232 462 290 470 352C478 420 480 470 500 506C486 560 484 620 486 676H556C560 640 570 610 584 590C630 606 690 606 736 590C742 620 744 650 744 676H816C820 630 830 590 846 560C900 590 960 620 1040 628C1060 632 1070 620 1050 614Z'

/** The last of the giants, gentle, between fern and volcano. */
export const dinosaur: Composition = (scene) => {
  const { random, palette } = scene
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [high, low] = night ? [ink, mix(main, pop, 0.35)] : [mix(glow, pop, 0.35), mix(glow, paper, 0.5)]
  const far = mix(low, night ? deep : main, 0.5)
  return [
    linear('sky', [0, 0, 0, 640], { 0: high, 1: low }),
    ground('url(#sky)'),
    night ? stars(random, 90, 400, paper) : '',
    light('heat', 700, 300, 420, night ? pop : paper, 0.8),
    fill(circle(660, 270, 170), night ? glow : pop),
    ...volcano(far, pop, mix(low, night ? deep : paper, 0.45)),
    sheet('M-20 560Q160 470 330 560T700 560T1220 540V820H-20Z', mix(far, night ? ink : deep, 0.3), 16),
    ...giant(scene, night ? mix(main, glow, 0.2) : mix(main, deep, 0.2)),
    sheet('M-20 680Q260 630 600 672T1220 650V820H-20Z', mix(deep, ink, night ? 0.4 : 0.1), 16),
    ...fern(random, 150, 700, 1.25, mix(main, deep, 0.5), ink),
    ...fern(random, 1060, 710, 1.4, mix(main, deep, night ? 0.7 : 0.3), ink),
    sheet('M-20 752Q300 700 640 746T1220 730V820H-20Z', mix(deep, ink, 0.55), 14),
  ].join('')
}

const volcano = (rock: string, lava: string, smoke: string): string[] => [
  sheet('M720 620 880 300 915 314 950 296 1010 306 1230 660Z', rock, 14),
  fill('M880 300 915 314 950 296 1010 306 990 342 962 330 940 380 914 340 890 356Z', lava),
  fill(
    range(4).map((puff) => circle(960 + puff * 34, 250 - puff * 40, 24 + puff * 14)),
    smoke,
    'fill-opacity=".75"',
  ),
]

function giant({ random, palette }: Scene, skin: string): string[] {
  const { tone, ink, pop, paper } = palette
  const spots = range(16).map((spot) =>
    circle(
      560 + (spot % 8) * 38 + random.between(-8, 8),
      440 + Math.floor(spot / 8) * 44 + random.between(-10, 10),
      random.between(6, 15),
    ),
  )
  const bands = range(6).map((band) => `M${440 + band * 10} ${236 + band * 40}q40 -8 ${100 - band * 2} -34`)
  const belly = tone === 'night' ? mix(skin, ink, 0.25) : mix(skin, paper, 0.32)
  return [
    sheet(GIANT, skin, 22),
    clip('giant', GIANT),
    group(
      'clip-path="url(#giant)"',
      fill('M470 500C560 600 760 620 860 540L1060 640L1000 700H460Z', belly),
      fill(spots, pop, 'fill-opacity=".85"'),
      stroke(bands, mix(skin, ink, 0.3), 8),
    ),
    fill(circle(392, 176, 8), ink) + fill(circle(390, 173, 3), paper),
    stroke('M336 206Q364 206 392 200', ink, 3.5, 'stroke-linecap="round"'),
  ]
}

function fern(random: Random, x: number, y: number, size: number, colour: string, ink: string): string[] {
  return range(7).map((index) => {
    const turn = -78 + index * 26 + random.between(-7, 7)
    const leaflets = range(10).map((step) => {
      const along = -30 - step * 22
      const reach = 46 * Math.sin(Math.PI * (0.16 + (step / 10) * 0.8))
      return `M0 ${along}Q${reach * 0.6} ${along - 20} ${reach} ${along - 4}Q${reach * 0.5} ${along + 6} 0 ${along + 9}ZM0 ${along}Q${-reach * 0.6} ${along - 20} ${-reach} ${along - 4}Q${-reach * 0.5} ${along + 6} 0 ${along + 9}Z`
    })
    const leaf = `M-4 0L0 -262L4 0Z${leaflets.join('')}`
    return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${fill(leaf, ink, 'fill-opacity=".18" transform="translate(4 -5)"')}${fill(leaf, mix(colour, ink, (index % 3) * 0.14))}</g>`
  })
}
