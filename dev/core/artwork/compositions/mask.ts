import { mix } from '../colour.ts'
import { clip, fill, ground, group, sheet } from '../paint.ts'
import { box, circle, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'

const FACE = 'M385 190Q600 96 815 190Q842 420 748 566Q668 676 600 690Q532 676 452 566Q358 420 385 190Z'

/** One mask, two minds: the smiling half and the grieving half. */
export const mask: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const [left, right] = tone === 'night' ? [paper, pop] : [main, deep]
  const [leftLine, rightLine] = tone === 'night' ? [ink, ink] : [paper, paper]
  const back = tone === 'night' ? deep : glow
  const tilt = random.between(-9, 9)
  const ribbon = tone === 'night' ? main : pop
  const rays = random.chance(0.5)
  const happy = 'M452 352q62 -66 122 0q-60 -26 -122 0Z'
  const sad = 'M632 322q60 74 122 22q-30 62 -78 52q-38 -14 -44 -74Z'
  return [
    ground(back),
    rays
      ? range(12)
          .map((index) =>
            fill(
              sector(600, 390, 0, 1100, index * (Math.PI / 6), (index + 0.5) * (Math.PI / 6)),
              mix(back, tone === 'night' ? main : paper, 0.35),
            ),
          )
          .join('')
      : range(7)
          .map((index) =>
            fill(circle(600, 390, 820 - index * 96), mix(back, tone === 'night' ? main : paper, (index + 1) * 0.09)),
          )
          .join(''),
    group(
      `transform="rotate(${tilt} 600 400)"`,
      sheet('M392 300Q220 280 130 420T-60 520L-60 600Q120 600 190 480T400 372Z', ribbon, 16),
      sheet('M808 300Q980 320 1070 220T1260 180L1260 262Q1130 270 1060 360T800 372Z', ribbon, 16),
      sheet(FACE, left, 30),
      clip('right', box(600, 0, 500, 800)),
      group('clip-path="url(#right)"', fill(FACE, right)),
      clip('face', FACE),
      group(
        'clip-path="url(#face)"',
        fill(circle(470, 500, 52), tone === 'night' ? mix(paper, pop, 0.55) : mix(main, pop, 0.7)),
        fill('M700 400q26 70 0 96q-26 -26 0 -96Z', tone === 'night' ? paper : glow),
      ),
      fill('M440 268q66 -72 138 -22l-4 18q-66 -32 -128 22Z', leftLine),
      fill('M626 262q66 -54 136 24l-10 16q-60 -56 -124 -22Z', rightLine),
      fill(happy, leftLine),
      fill('M448 358q64 -76 130 0q-10 38 -66 38q-54 0 -64 -38Z', leftLine),
      fill(sad, rightLine),
      fill('M600 250q-8 120 -42 204q16 26 42 20Z', mix(left, ink, 0.16)),
      fill('M600 250q8 120 42 204q-16 26 -42 20Z', mix(right, ink, 0.28)),
      fill('M468 514Q524 574 600 566V612Q506 622 468 514Z', leftLine),
      fill('M600 566Q664 540 716 606Q660 588 600 612Z', rightLine),
    ),
  ].join('')
}
