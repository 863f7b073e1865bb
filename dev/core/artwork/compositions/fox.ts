import { mix } from '../colour.ts'
import { fill, ground, group, sheet, stroke } from '../paint.ts'
import { circle, ellipse, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

/** A fox between leaves, folded from a few facets. */
export const fox: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const fur = pop
  const leaf = night
    ? [mix(deep, main, 0.6), mix(deep, main, 0.25), mix(ink, deep, 0.7)]
    : [mix(main, glow, 0.45), main, deep]
  const sky = night ? mix(deep, main, 0.75) : mix(glow, paper, 0.3)
  const tip = random.between(-14, 14)
  return [
    ground(sky),
    ...range(5).map((ring) =>
      sheet(circle(600, 360, 560 - ring * 82), mix(sky, night ? glow : paper, 0.12 + ring * (night ? 0.13 : 0.17)), 10),
    ),
    foliage(random, 30, 400, 0.9, leaf[0] as string, sky),
    sheet('M360 800C350 640 430 560 600 560S850 640 840 800Z', fur, 18),
    fill('M520 800C510 700 560 640 600 640S690 700 680 800Z', paper),
    `<g transform="rotate(${tip * 0.3} 600 440) translate(0 -8)">`,
    sheet('M408 118 560 262 402 380Z', fur, 14) + sheet('M792 118 640 262 798 380Z', mix(fur, ink, 0.16), 14),
    fill('M428 168 524 264 424 330Z', ink) + fill('M772 168 676 264 776 330Z', ink),
    sheet('M404 352 486 252 600 226 714 252 796 352 860 424 752 500 600 600 448 500 340 424Z', fur, 22),
    fill('M600 226 714 252 796 352 860 424 752 500 600 600Z', ink, 'fill-opacity=".1"'),
    fill('M340 424 470 420 560 480 600 600 448 500Z', paper),
    fill('M860 424 730 420 640 480 600 600 752 500Z', mix(paper, ink, 0.1)),
    fill('M600 226 560 330 578 486 600 600 622 486 640 330Z', mix(fur, glow, 0.4)),
    fill('M600 226 600 600 622 486 640 330Z', mix(fur, glow, 0.12)),
    fill('M560 548 640 548 618 590 600 602 582 590Z', ink),
    fill(ellipse(588, 558, 10, 5), paper, 'fill-opacity=".7"'),
    ...[-1, 1].map(
      (side) =>
        fill(
          `M${600 + side * 56} 416Q${600 + side * 88} 366 ${600 + side * 136} 384Q${600 + side * 116} 432 ${600 + side * 56} 416Z`,
          ink,
        ) +
        fill(circle(600 + side * 94, 398, 13), glow) +
        fill(circle(600 + side * 94, 399, 7), ink) +
        fill(circle(600 + side * 94 + 4, 394, 3.4), paper),
    ),
    stroke('M410 500L352 512M420 516L372 544M790 500L848 512M780 516L828 544', ink, 2.5, 'stroke-opacity=".5"'),
    '</g>',
    foliage(random, 24, 470, 1.15, leaf[1] as string, sky),
    foliage(random, 18, 560, 1.5, leaf[2] as string, mix(sky, ink, 0.2)),
  ].join('')
}

const LEAF = 'M-150 0C-110 -52 -20 -60 70 0C-20 60 -110 52 -150 0Z'
const VEINS = 'M-150 0H56M-100 0L-72 -26M-100 0L-72 26M-58 0L-26 -30M-58 0L-26 30M-14 0L14 -22M-14 0L14 22'

/** Leaves that grow inwards from the edges and keep a round clearing of `clear` units. */
function foliage(random: Random, count: number, clear: number, size: number, colour: string, vein: string): string {
  return range(count)
    .map((index) => {
      const angle = (index / count) * Math.PI * 2 + random.between(-0.1, 0.1)
      const reach = clear + random.between(0, 50)
      const [x, y] = [600 + Math.cos(angle) * reach * 1.12, 390 + Math.sin(angle) * reach * 0.82]
      const turn = (angle * 180) / Math.PI + 180 + random.between(-26, 26)
      return group(
        `transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"`,
        stroke(LEAF, '#000000', 12, 'stroke-opacity=".1"'),
        stroke(LEAF, '#000000', 5, 'stroke-opacity=".14"'),
        fill(LEAF, mix(colour, vein, random.between(0, 0.16))),
        fill('M-150 0C-110 52 -20 60 70 0Z', '#000000', 'fill-opacity=".1"'),
        stroke(VEINS, vein, 2, 'stroke-opacity=".4"'),
      )
    })
    .join('')
}
