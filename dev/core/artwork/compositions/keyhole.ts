import { character } from '../character.ts'
import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, sheet, stroke } from '../paint.ts'
import { box, circle, range } from '../path.ts'
import type { Composition, Scene } from '../scene.ts'
import { stars } from '../stars.ts'

const HOLE = 'M600 95a165 165 0 0 1 96 299l74 296h-340l74 -296a165 165 0 0 1 96 -299Z'
const PLATE =
  'M600 22C760 22 850 130 838 262C830 330 800 366 806 430L846 770H354L394 430C400 366 370 330 362 262C350 130 440 22 600 22Z'
const TRIM =
  'M600 44C748 44 826 142 816 262C808 330 780 366 786 430L822 750H378L414 430C420 366 392 330 384 262C374 142 452 44 600 44Z'

/** What one sees through the keyhole is another world. */
export const keyhole: Composition = (scene) => {
  const { tone, ink, deep, main, pop, glow, paper } = scene.palette
  const night = tone === 'night'
  return [
    ...door(scene, night ? mix(ink, deep, 0.7) : deep),
    light('leak', 600, 380, 560, pop, 0.45),
    sheet(PLATE, night ? mix(main, ink, 0.25) : mix(glow, pop, 0.35), 26),
    stroke(TRIM, night ? glow : paper, 4),
    fill(circle(600, 60, 9) + circle(420, 720, 9) + circle(780, 720, 9), night ? glow : ink),
    clip('hole', HOLE),
    fill(HOLE, ink, 'transform="translate(-6 -8)"'),
    group('clip-path="url(#hole)"', ...world(scene)),
    stroke(HOLE, ink, 8),
  ].join('')
}

function door({ random, palette }: Scene, wood: string): string[] {
  const { ink, main } = palette
  const veins = range(26).map(() => {
    const length = random.between(90, 300)
    return `M${random.between(0, 1200)} ${random.between(-80, 760)}q${random.between(-8, 8)} ${length / 2} 0 ${length}`
  })
  return [
    linear('door', [0, 0, 1200, 800], { 0: mix(wood, main, 0.28), 0.6: wood, 1: ink }),
    ground('url(#door)'),
    fill(
      range(7).map((plank) => box(plank * 172 - 2, 0, 5, 800)),
      ink,
      'fill-opacity=".55"',
    ),
    fill(
      range(7).map((plank) => box(plank * 172 + 3, 0, 3, 800)),
      mix(wood, main, 0.5),
      'fill-opacity=".5"',
    ),
    stroke(veins, ink, 2, 'stroke-opacity=".35"'),
  ]
}

function world({ random, palette }: Scene): string[] {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const peak = 600 + random.between(-60, 60)
  return [
    linear('inside', [0, 90, 0, 690], { 0: night ? main : mix(main, paper, 0.2), 0.6: pop, 1: glow }),
    ground('url(#inside)'),
    night ? stars(random, 120, 360, paper) : '',
    fill(circle(600, 265, 82), paper),
    fill(`M330 560 ${peak - 70} 462 ${peak - 20} 500 ${peak + 60} 430 880 580 880 720 330 720Z`, mix(main, deep, 0.3)),
    fill('M330 600 480 500 590 560 740 480 880 610 880 720 330 720Z', mix(main, deep, 0.8)),
    fill('M330 650Q600 560 880 650V760H330Z', ink),
    linear('path', [0, 590, 0, 700], { 0: glow, 1: pop }),
    fill('M600 600Q630 625 585 645T640 700H520Q560 650 590 630T596 600Z', 'url(#path)'),
    character(random.pick(['traveller', 'lady', 'child']), 600, 634, 96, ink),
  ]
}
