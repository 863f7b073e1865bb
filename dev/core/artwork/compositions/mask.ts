import { mix } from '../colour.ts'
import { clip, fill, ground, group, sheet } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { box, circle, range } from '../path.ts'
import { rays } from '../rays.ts'
import type { Composition } from '../scene.ts'

const FACE = 'M385 190Q600 96 815 190Q842 420 748 566Q668 676 600 690Q532 676 452 566Q358 420 385 190Z'
/** Brow, eye and half a mouth of either mood. */
const HAPPY =
  'M440 268q66 -72 138 -22l-4 18q-66 -32 -128 22ZM448 358q64 -76 130 0q-10 38 -66 38q-54 0 -64 -38ZM468 514Q524 574 600 566V612Q506 622 468 514Z'
const SAD =
  'M626 262q66 -54 136 24l-10 16q-60 -56 -124 -22ZM632 322q60 74 122 22q-30 62 -78 52q-38 -14 -44 -74ZM600 566Q664 540 716 606Q660 588 600 612Z'

/** One mask, two minds: the smiling half and the grieving half. */
export const mask: Composition = ({ random, palette }) => {
  const { tone, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = night ? deep : glow
  const halo = night ? main : paper
  const ribbon = night ? main : pop
  return [
    ground(back),
    random.chance(0.5)
      ? rays(600, 390, 12, 0, mix(back, halo, 0.35))
      : range(7)
          .map((ring) => fill(circle(600, 390, 820 - ring * 96), mix(back, halo, (ring + 1) * 0.09)))
          .join(''),
    group(
      `transform="rotate(${random.between(-9, 9)} 600 400)"`,
      sheet('M392 300Q220 280 130 420T-60 520L-60 600Q120 600 190 480T400 372Z', ribbon, 16),
      sheet('M808 300Q980 320 1070 220T1260 180L1260 262Q1130 270 1060 360T800 372Z', ribbon, 16),
      ...face(palette),
    ),
  ].join('')
}

function face({ tone, ink, deep, main, pop, glow, paper }: Palette): string[] {
  const night = tone === 'night'
  const [left, right, line] = night ? [paper, pop, ink] : [main, deep, paper]
  return [
    sheet(FACE, left, 30),
    clip('right', box(600, 0, 500, 800)),
    group('clip-path="url(#right)"', fill(FACE, right)),
    fill(circle(470, 500, 52), night ? mix(paper, pop, 0.55) : mix(main, pop, 0.7)),
    fill('M700 400q26 70 0 96q-26 -26 0 -96Z', night ? paper : glow),
    fill('M600 250q-8 120 -42 204q16 26 42 20Z', mix(left, ink, 0.16)),
    fill('M600 250q8 120 42 204q-16 26 -42 20Z', mix(right, ink, 0.28)),
    fill(HAPPY + SAD, line),
  ]
}
