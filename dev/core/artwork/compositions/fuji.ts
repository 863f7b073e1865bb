import { mix } from '../colour.ts'
import { clip, fill, ground, group, linear, sheet } from '../paint.ts'
import { circle, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'

const MOUNTAIN =
  'M40 660C260 600 430 420 520 250Q540 236 556 244Q576 234 600 242Q624 234 644 244Q662 236 680 250C770 420 940 600 1160 660Z'
const SNOW =
  'M470 336C494 306 508 274 520 250Q540 236 556 244Q576 234 600 242Q624 234 644 244Q662 236 680 250C692 274 706 306 730 336C716 330 706 372 690 388C680 352 664 344 650 372C640 420 628 440 614 452C606 402 590 372 572 380C560 400 552 426 540 432C534 396 522 366 506 372C496 384 490 396 482 398C484 372 478 350 470 336Z'

/** The mountain, the sun, bands of mist: as little as will do. */
export const fuji: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [high, low] = night ? [ink, mix(deep, main, 0.6)] : [mix(glow, main, 0.15), paper]
  const rock = night ? main : deep
  const sunX = 600 + random.pick([-1, 1]) * random.between(110, 210)
  const cloud = night ? mix(main, paper, 0.18) : paper
  return [
    linear('sky', [0, 0, 0, 640], { 0: high, 1: low }),
    ground('url(#sky)'),
    fill(circle(sunX, 265, 186), pop),
    ...range(3).map((index) => kasumi(random, 130 + index * 108, cloud)),
    linear('rock', [0, 240, 0, 660], { 0: mix(rock, ink, 0.25), 0.55: rock, 1: mix(rock, low, 0.55) }),
    sheet(MOUNTAIN, 'url(#rock)', 12),
    clip('mountain', MOUNTAIN),
    group(
      'clip-path="url(#mountain)"',
      fill('M600 240C640 400 560 520 640 680H1200V660C900 560 720 380 680 240Z', ink, 'fill-opacity=".16"'),
    ),
    fill(SNOW, night ? mix(paper, glow, 0.15) : paper),
    fill(
      'M680 250C692 274 706 306 730 336C716 330 706 372 690 388C680 352 664 344 650 372C640 420 628 440 614 452C640 380 620 300 644 244Q662 236 680 250Z',
      mix(night ? glow : main, paper, 0.45),
    ),
    kasumi(random, 540, cloud),
    fill('M-20 640Q300 596 620 640T1220 626V820H-20Z', mix(rock, night ? ink : main, 0.5)),
    kasumi(random, 640, mix(cloud, low, 0.2)),
    fill('M-20 712Q280 660 560 706T1220 690V820H-20Z', night ? mix(ink, deep, 0.5) : mix(deep, ink, 0.5)),
    fill(
      [
        ...range(9).map((index) => pine(random.between(-20, 330) - index, 718, random.between(60, 130))),
        ...range(8).map(() => pine(random.between(860, 1220), 712, random.between(60, 140))),
      ],
      night ? ink : mix(deep, ink, 0.75),
    ),
    birds(random, ink),
  ].join('')
}

/** Mist the way screens paint it: long bars with round ends, stepped. */
function kasumi(random: Random, y: number, colour: string): string {
  const bars = range(3).map((index) => {
    const [width, height] = [random.between(240, 560), 26]
    const x = random.pick([random.between(-140, 180), random.between(700, 1000)])
    return `M${x} ${y + index * height}h${width}a13 13 0 0 1 0 26h${-width}a13 13 0 0 1 0 -26Z`
  })
  return fill(bars, colour, 'fill-opacity=".92"')
}

const pine = (x: number, y: number, h: number) =>
  `M${x - 3} ${y + 20}V${y - h * 0.2}H${x + 3}V${y + 20}Z${range(4)
    .map((tier) => {
      const [w, ty] = [h * (0.34 - tier * 0.07), y - h * (0.1 + tier * 0.2)]
      return `M${x} ${ty - h * 0.34}Q${x + w * 0.3} ${ty - h * 0.1} ${x + w} ${ty}Q${x} ${ty - h * 0.08} ${x - w} ${ty}Q${x - w * 0.3} ${ty - h * 0.1} ${x} ${ty - h * 0.34}Z`
    })
    .join('')}`

const birds = (random: Random, colour: string) =>
  fill(
    range(5).map((index) => {
      const [x, y, s] = [
        420 + index * 34 + random.between(-8, 8),
        150 + Math.abs(index - 2) * 20 + random.between(-6, 6),
        random.between(11, 16),
      ]
      return `M${x - s} ${y - s * 0.5}Q${x - s * 0.3} ${y - s * 0.55} ${x} ${y}Q${x + s * 0.3} ${y - s * 0.55} ${x + s} ${y - s * 0.5}Q${x + s * 0.3} ${y - s * 0.2} ${x} ${y + 4}Q${x - s * 0.3} ${y - s * 0.2} ${x - s} ${y - s * 0.5}Z`
    }),
    colour,
  )
