import { mix } from '../colour.ts'
import { clip, fill, ground, group, glow as light, linear, stroke } from '../paint.ts'
import { box, circle, ellipse, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

const SHORE = 520
const SWAN =
  'M424 196C430 160 480 146 516 168C560 196 556 250 534 300C516 344 506 372 524 398C560 336 660 300 750 316C812 326 860 352 916 322C902 386 880 452 812 490C760 520 640 528 570 512C490 494 454 440 462 384C470 330 506 290 508 244C508 214 488 200 466 206C452 210 440 214 424 196Z'

/** A swan on black water under a large moon, for the ballet it belongs to. */
export const swan: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [high, low] = night ? [ink, mix(deep, main, 0.55)] : [mix(main, paper, 0.25), mix(glow, paper, 0.45)]
  const black = random.chance(0.3)
  const plume = black ? ink : paper
  const moon = night ? mix(glow, paper, 0.3) : pop
  const bird = [
    fill(SWAN, plume),
    ...feathers(plume, black ? main : deep),
    fill('M424 196C408 204 394 218 386 232C406 234 430 222 446 210C438 210 430 206 424 196Z', pop),
    fill('M424 196C432 178 446 172 456 176C452 190 446 200 446 210C438 210 430 206 424 196Z', black ? pop : ink),
    fill(circle(470, 182, 5), black ? paper : ink),
  ]
  return [
    linear('sky', [0, 0, 0, SHORE], { 0: high, 1: low }),
    ground('url(#sky)'),
    night ? stars(random, 120, 460, paper) : '',
    light('shine', 640, 300, 520, moon, 0.5),
    fill(circle(640, 300, 215), moon),
    fill(reeds(random, 0), mix(low, night ? ink : deep, 0.7)),
    linear('lake', [0, SHORE, 0, 800], { 0: mix(low, night ? deep : main, 0.5), 1: night ? ink : deep }),
    fill(box(0, SHORE, 1200, 300), 'url(#lake)'),
    clip('lake-clip', box(0, SHORE, 1200, 300)),
    group(
      'clip-path="url(#lake-clip)"',
      fill(ellipse(640, 640, 210, 150), moon, 'fill-opacity=".35"'),
      group('opacity=".35" transform="matrix(1 0 0 -.62 0 832)"', ...bird),
    ),
    stroke(
      range(7).map(
        (ring) =>
          `M${600 - 200 - ring * 66} ${520 + ring * 22}Q${640} ${560 + ring * 44} ${880 + ring * 66} ${520 + ring * 22}`,
      ),
      mix(moon, paper, 0.4),
      3,
      'stroke-opacity=".4"',
    ),
    ...bird,
    fill(ellipse(680, 516, 190, 10), night ? ink : deep, 'fill-opacity=".35"'),
    fill(reeds(random, 1), night ? ink : mix(deep, ink, 0.4)),
  ].join('')
}

const feathers = (plume: string, shade: string) =>
  range(5).map((row) =>
    fill(
      `M${556 + row * 34} ${424 + row * 8}C${610 + row * 34} ${350 - row * 2} ${720 + row * 26} ${336 - row * 4} ${876 - row * 4} ${350 + row * 22}C${800 - row * 6} ${372 + row * 22} ${760 - row * 4} ${452 + row * 8} ${640 + row * 20} ${470 + row * 5}C${600 + row * 26} ${470 + row * 4} ${570 + row * 28} ${454 + row * 6} ${556 + row * 34} ${424 + row * 8}Z`,
      mix(plume, shade, 0.08 + row * 0.075),
    ),
  )

/** Reeds along the far shore (0) or at the near corners (1). */
function reeds(random: Random, near: 0 | 1): string {
  return range(near ? 34 : 90)
    .map((index) => {
      const x = near ? (index % 2 === 0 ? random.between(-20, 220) : random.between(980, 1220)) : index * 13.6
      const [base, height, lean] = near
        ? [820, random.between(120, 330), random.between(-50, 50)]
        : [SHORE + 4, random.between(8, 44), random.between(-8, 8)]
      const w = near ? 6 : 4
      return `M${x - w} ${base}Q${x} ${base - height * 0.6} ${x + lean} ${base - height}Q${x + w} ${base - height * 0.5} ${x + w} ${base}Z`
    })
    .join('')
}
