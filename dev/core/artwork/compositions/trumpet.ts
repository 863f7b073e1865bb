import { mix } from '../colour.ts'
import { fill, ground, group, linear, stroke } from '../paint.ts'
import type { Palette } from '../palettes.ts'
import { box, circle, ellipse, range } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Brass at an angle, and the rings of sound it sends. */
export const trumpet: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop } = palette
  const ring = mix(deep, tone === 'night' ? main : ink, 0.4)
  return [
    ground(deep),
    ...range(7).map((step) => fill(circle(390, 360, 1050 - step * 140), step % 2 === 0 ? ring : deep)),
    fill(circle(390, 360, 270), pop),
    group(
      `transform="rotate(${random.between(-22, -12)} 600 380) translate(150 66) scale(.8)"`,
      ...tubes(brass(palette)),
      ...[0, 1, 2].map((valve) => piston(606 + valve * 66, valve === 1 ? 22 : 0, brass(palette), palette.paper)),
      ...bell(brass(palette), ink),
    ),
  ].join('')
}

type Brass = { bright: string; plain: string; dim: string; dark: string }

const brass = ({ tone, glow, paper, pop, ink }: Palette): Brass =>
  tone === 'night'
    ? { bright: mix(glow, paper, 0.6), plain: glow, dim: mix(pop, ink, 0.15), dark: mix(pop, ink, 0.55) }
    : { bright: paper, plain: glow, dim: pop, dark: mix(pop, ink, 0.5) }

/** The loop behind the pistons; each tube is a dark edge, metal, and for the outer one a line of light. */
const tubes = ({ bright, plain, dark }: Brass): string[] => [
  stroke('M560 488H860C960 488 960 350 860 350', dark, 40),
  stroke('M560 484H860C952 484 952 352 860 352', plain, 26),
  stroke('M560 479H860C944 479 944 345 860 345', bright, 6),
  stroke('M560 488C470 488 470 420 560 420H640', dark, 34),
  stroke('M560 485C476 485 476 422 560 422H640', plain, 22),
]

/** One valve; `press` is how far its button is down. */
const piston = (x: number, press: number, { bright, plain, dim, dark }: Brass, pearl: string): string =>
  [
    fill(box(x, 300, 50, 250), dark),
    linear(`v${x}`, [x, 0, x + 50, 0], { 0: dim, 0.3: bright, 0.65: plain, 1: dark }),
    fill(box(x + 3, 300, 44, 246), `url(#v${x})`),
    fill(box(x - 4, 320, 58, 14) + box(x - 4, 510, 58, 14) + box(x + 20, 258 + press, 10, 50), dark),
    fill(ellipse(x + 25, 256 + press, 22, 8), pearl),
    fill(ellipse(x + 25, 556, 22, 9), dark),
  ].join('')

const bell = ({ bright, plain, dim, dark }: Brass, ink: string): string[] => [
  linear('tube', [0, 330, 0, 372], { 0: dim, 0.3: bright, 0.6: plain, 1: dark }),
  linear('bell', [0, 190, 0, 510], { 0: dark, 0.22: plain, 0.4: bright, 0.6: plain, 0.82: dim, 1: dark }),
  fill('M1090 332V372H420V332Z', 'url(#tube)'),
  fill('M1090 326h18l26 -18h20v88h-20l-26 -18h-18Z', 'url(#bell)'),
  fill(box(1080, 322, 16, 60), dark),
  fill(
    'M560 330C440 326 330 300 270 196L262 188C246 250 246 454 262 516L270 508C330 404 440 378 560 374Z',
    'url(#bell)',
  ),
  fill(ellipse(264, 352, 30, 166), dark),
  fill(ellipse(260, 352, 22, 152), mix(ink, dark, 0.25)),
  fill('M262 200C246 260 246 444 262 504C252 470 246 420 246 352S252 234 262 200Z', bright),
]
