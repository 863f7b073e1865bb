import { mix } from '../colour.ts'
import { fill, ground, linear, sheet } from '../paint.ts'
import { circle, curve, type Point, range } from '../path.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

/** Layer upon layer of cut paper: moon, mountains, waves, and one small boat. */
export const paperSea: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const moonX = 600 + random.between(-130, 130)
  const [far, near] = night ? [mix(main, glow, 0.15), ink] : [mix(main, paper, 0.35), deep]
  const sky = night ? deep : glow
  const halo = range(4).map((index) =>
    sheet(circle(moonX, 265, 420 - index * 78), mix(sky, night ? main : paper, 0.16 + index * 0.2), 12),
  )
  const hill = (index: number, base: number, height: number) => {
    const phase = random.between(0, 6)
    const points = range(13).map(
      (step): Point => [
        -50 + step * 110,
        base - height * Math.abs(Math.sin(step * 0.72 + phase)) - height * 0.3 * random.next(),
      ],
    )
    return sheet(`${curve(points)}V900H-50Z`, mix(far, near, index * 0.16), 18)
  }
  const wave = (index: number) => {
    const [base, length, phase] = [545 + index * 58, 150 + index * 26, random.between(0, 1)]
    const data = range(14).map(
      (_step) =>
        `q${length * 0.32} ${-52 - index * 4} ${length * 0.62} -14q${length * -0.16} 4 ${length * -0.1} 26q${length * 0.2} 22 ${length * 0.48} -12`,
    )
    return sheet(`M${-phase * length - 40} ${base}${data.join('')}V900H-200Z`, mix(far, near, 0.34 + index * 0.17), 18)
  }
  const boatX = moonX + random.pick([-1, 1]) * random.between(20, 110)
  return [
    ground(sky),
    ...halo,
    night ? stars(random, 70, 420, paper) : '',
    sheet(circle(moonX, 265, 112), night ? glow : pop, 16),
    night
      ? fill(
          circle(moonX + 34, 240, 20) + circle(moonX - 38, 290, 13) + circle(moonX + 12, 322, 9),
          mix(glow, sky, 0.18),
        )
      : '',
    hill(0, 505, 110),
    hill(1, 545, 75),
    wave(0),
    boat(boatX, 572, night ? pop : pop, paper, ink),
    ...range(4).map((index) => wave(index + 1)),
    linear('depth', [0, 640, 0, 800], { 0: [near, 0], 1: [near, 0.5] }),
    ground('url(#depth)'),
  ].join('')
}

const boat = (x: number, y: number, hull: string, sail: string, ink: string) =>
  `<g transform="translate(${x} ${y}) rotate(-5)">${sheet('M-84 -6H92Q80 60 40 80H-40Q-74 60 -84 -6Z', hull, 12)}${fill('M-3 -168h6V0h-6Z', ink)}${sheet('M8 -162Q94 -92 78 -14H8Z', sail, 10)}${sheet('M-8 -140Q-64 -76 -58 -14H-8Z', mix(sail, hull, 0.35), 10)}</g>`
