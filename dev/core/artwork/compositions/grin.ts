import { mix } from '../colour.ts'
import { halftone } from '../halftone.ts'
import { clip, fill, ground, group, sheet, stroke } from '../paint.ts'
import { box, circle, ellipse, range } from '../path.ts'
import { rays } from '../rays.ts'
import type { Composition, Scene } from '../scene.ts'

const LIPS =
  'M170 330C260 230 420 160 520 176C560 182 580 200 600 206C620 200 640 182 680 176C780 160 940 230 1030 330C980 520 820 640 600 640S220 520 170 330Z'
const UPPER =
  'M170 330C260 230 420 160 520 176C560 182 580 200 600 206C620 200 640 182 680 176C780 160 940 230 1030 330C880 250 720 226 600 250C480 226 320 250 170 330Z'
const MOUTH =
  'M236 336C340 276 450 252 540 262C566 266 584 276 600 278C616 276 634 266 660 262C750 252 860 276 964 336C900 476 770 562 600 562S300 476 236 336Z'

/** A laugh, as large as the poster allows. */
export const grin: Composition = (scene) => {
  const { random, palette } = scene
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = night ? deep : glow
  const lip = night ? pop : main
  const dots = (x: number, y: number) => Math.hypot(x - 600, (y - 400) * 1.3) / 900
  return [
    ground(back),
    random.chance(0.5)
      ? rays(600, 400, 16, 0, mix(back, night ? main : pop, 0.5))
      : fill(halftone({ x: 0, y: 0, width: 1200, height: 800 }, 30, 0.5, dots), night ? main : pop),
    group(
      `transform="rotate(${random.between(-4, 4)} 600 400)"`,
      sheet(LIPS, lip, 30),
      fill(UPPER, mix(lip, ink, 0.16)),
      ...mouth(scene),
      fill(
        'M330 560C430 622 560 632 640 622C560 606 440 590 360 540C340 530 316 548 330 560Z',
        paper,
        'fill-opacity=".45"',
      ),
      fill(ellipse(430, 214, 64, 13), paper, 'fill-opacity=".5" transform="rotate(-20 430 214)"'),
      fill(circle(866, 226, 11) + circle(896, 242, 6), paper, 'fill-opacity=".55"'),
    ),
  ].join('')
}

/** Tongue and teeth: one of them may be missing, one of them is not like the others. */
function mouth({ random, palette }: Scene): string[] {
  const { tone, ink, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const gap = random.chance(0.35) ? 4 : -1
  const gold = random.whole(2, 7)
  const teeth = range(9).map((tooth) => {
    const drop = 372 + Math.sin(((tooth + 0.5) / 9) * Math.PI) * 58
    const colour = tooth === gap ? ink : tooth === gold ? (night ? glow : pop) : paper
    return fill(`M${258 + tooth * 76} 200h73V${drop - 22}q0 24 -26 24h-21q-26 0 -26 -24Z`, colour)
  })
  return [
    fill(MOUTH, ink),
    clip('mouth', MOUTH),
    group(
      'clip-path="url(#mouth)"',
      fill(ellipse(600, 590, 250, 140), night ? mix(main, pop, 0.5) : pop),
      fill(ellipse(600, 600, 250, 130), night ? mix(pop, glow, 0.25) : mix(pop, paper, 0.2)),
      stroke('M600 490V600', mix(pop, ink, 0.45), 7, 'stroke-linecap="round"'),
      ...teeth,
      fill(box(200, 240, 800, 46), ink, 'fill-opacity=".12"'),
    ),
  ]
}
