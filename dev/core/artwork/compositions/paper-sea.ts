import { mix } from '../colour.ts'
import { fill, ground, linear, sheet } from '../paint.ts'
import { circle, curve, type Point, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition } from '../scene.ts'
import { stars } from '../stars.ts'

/** Layer upon layer of cut paper: moon, mountains, waves, and one small boat. */
export const paperSea: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const sky = night ? deep : glow
  const x = 600 + random.between(-130, 130)
  const [far, near] = night ? [mix(main, glow, 0.28), mix(ink, deep, 0.3)] : [mix(main, paper, 0.35), deep]
  const halo = range(4).map((ring) =>
    sheet(circle(x, 265, 420 - ring * 78), mix(sky, night ? main : paper, 0.16 + ring * 0.2), 12),
  )
  const boatX = x + random.pick([-1, 1]) * random.between(20, 110)
  const craters = circle(x + 34, 240, 20) + circle(x - 38, 290, 13) + circle(x + 12, 322, 9)
  return [
    ground(sky),
    ...halo,
    night ? stars(random, 70, 420, paper) : '',
    sheet(circle(x, 265, 112), night ? glow : pop, 16),
    night ? fill(craters, mix(glow, sky, 0.18)) : '',
    sheet(hills(random, 505, 110), far, 18),
    sheet(hills(random, 545, 75), mix(far, near, 0.16), 18),
    sheet(waves(random, 545, 150), mix(far, near, 0.34), 18),
    boat(boatX, 566, pop, paper, ink),
    sheet(swell(boatX), mix(far, near, 0.51), 18),
    ...range(3).map((row) =>
      sheet(waves(random, 668 + row * 54, 202 + row * 26), mix(far, near, 0.68 + row * 0.16), 18),
    ),
    linear('depth', [0, 640, 0, 800], { 0: [near, 0], 1: [near, 0.5] }),
    ground('url(#depth)'),
  ].join('')
}

function hills(random: Random, base: number, height: number): string {
  const phase = random.between(0, 6)
  const tops = range(13).map((step): Point => {
    const rise = Math.abs(Math.sin(step * 0.72 + phase)) + 0.3 * random.next()
    return [-50 + step * 110, base - height * rise]
  })
  return `${curve(tops)}V900H-50Z`
}

/** The one calm wave, low where the boat lies in it. */
const swell = (boatX: number) =>
  `M-50 600C${boatX - 330} 570 ${boatX - 210} 612 ${boatX} 610S${boatX + 300} 560 1250 606V900H-50Z`

/** A row of waves, each curling over like a comma. */
function waves(random: Random, base: number, length: number): string {
  const l = (share: number) => length * share
  const wave = `q${l(0.32)} ${-30 - l(0.15)} ${l(0.62)} -14q${l(-0.16)} 4 ${l(-0.1)} 26q${l(0.2)} 22 ${l(0.48)} -12`
  return `M${-40 - random.next() * length} ${base}${wave.repeat(14)}V900H-200Z`
}

const boat = (x: number, y: number, hull: string, sail: string, ink: string) =>
  `<g transform="translate(${x} ${y}) rotate(-5)">${sheet('M-84 -6H92Q80 60 40 80H-40Q-74 60 -84 -6Z', hull, 12)}${fill('M-3 -168h6V0h-6Z', ink)}${sheet('M8 -162Q94 -92 78 -14H8Z', sail, 10)}${sheet('M-8 -140Q-64 -76 -58 -14H-8Z', mix(sail, hull, 0.35), 10)}</g>`
