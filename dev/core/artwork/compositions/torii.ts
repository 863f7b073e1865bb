import { mix } from '../colour.ts'
import { clip, fill, ground, group, linear } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { box, circle, range } from '../path.ts'
import type { Random } from '../random.ts'
import type { Composition, Scene } from '../scene.ts'
import { stars } from '../stars.ts'

const WATER = 540
const GATE =
  'M318 190C420 214 780 214 882 190L892 226C780 248 420 248 308 226ZM340 250H860V274H340ZM584 250H616V330H584ZM372 330H828V358H372ZM424 250H464L456 548H412ZM736 250H776L788 548H744Z'

/** The gate that stands in the sea, and its likeness below. */
export const torii: Composition = (scene) => {
  const { random, palette } = scene
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const [high, low] = night ? [ink, mix(main, pop, 0.25)] : [mix(main, glow, 0.25), mix(glow, paper, 0.4)]
  const sun = night ? pop : paper
  const sunX = random.pick([560, 600, 600, 640])
  const view = [fill(circle(sunX, 372, 226), sun), ...shore(scene, low), ...gate(palette)]
  return [
    linear('sky', [0, 0, 0, WATER], { 0: high, 1: low }),
    ground('url(#sky)'),
    night ? stars(random, 90, 360, paper) : '',
    ...range(3).map((ring) => fill(circle(sunX, 372, 400 - ring * 56), sun, 'fill-opacity=".08"')),
    ...view,
    linear('sea', [0, WATER, 0, 800], { 0: mix(low, night ? deep : main, 0.35), 1: night ? ink : deep }),
    fill(box(0, WATER, 1200, 270), 'url(#sea)'),
    clip('water', box(0, WATER, 1200, 270)),
    group('clip-path="url(#water)"', group(`opacity=".5" transform="matrix(1 0 0 -.8 0 ${WATER * 1.8})"`, ...view)),
    fill(glitter(random), mix(low, sun, 0.45), 'fill-opacity=".75"'),
    fill(dash(392, WATER + 2, 100, 7) + dash(716, WATER + 2, 100, 7), mix(low, paper, 0.6)),
    fill(box(399, 528, 72, 22) + box(729, 528, 72, 22), mix(ink, deep, 0.4)),
  ].join('')
}

function shore({ random, palette }: Scene, haze: string): string[] {
  const { tone, ink, deep, main } = palette
  const hills = (phase: number, base: number, height: number) => {
    const tops = range(31).map((step) => {
      const rise = 0.55 + 0.3 * Math.sin(step * 0.5 + phase) + 0.25 * Math.sin(step * 1.13 + phase * 2)
      return `L${step * 41} ${base - height * rise}`
    })
    return `M-10 ${WATER}${tops.join('')}V${WATER}Z`
  }
  const night = tone === 'night'
  return [
    fill(hills(random.between(0, 6), WATER + 30, 130), mix(haze, night ? deep : main, 0.45)),
    fill(hills(random.between(0, 6), WATER + 26, 74), mix(haze, night ? ink : deep, 0.7)),
  ]
}

const gate = ({ tone, ink, main, pop }: Palette): string[] => [
  fill(GATE, tone === 'night' ? ink : pop),
  fill(
    'M318 190C420 214 780 214 882 190L886 204C780 226 420 226 314 204Z',
    tone === 'night' ? mix(ink, main, 0.5) : ink,
  ),
]

/** Strokes of light on the water, longer and further apart the nearer they are. */
const glitter = (random: Random): string[] =>
  range(44).map((index) => {
    const depth = index / 44
    const width = random.between(40, 190) * (0.4 + depth)
    const x = 600 + random.between(-1, 1) * (260 + depth * 420) - width / 2
    return dash(x, WATER + 8 + depth ** 1.5 * 240, width, 2 + depth * 4)
  })

const dash = (x: number, y: number, width: number, height: number) =>
  `M${x} ${y}Q${x + width / 2} ${y - height} ${x + width} ${y}Q${x + width / 2} ${y + height} ${x} ${y}Z`
