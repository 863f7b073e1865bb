import { mix } from '../colour.ts'
import { fill, ground, linear, stroke } from '../paint.ts'
import { box, circle, ellipse, polar, range, sector } from '../path.ts'
import type { Composition } from '../scene.ts'

/** Brass at an angle, and the note that leaves it. */
export const trumpet: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const back = deep
  const tilt = random.between(-22, -12)
  const brass = night
    ? [mix(glow, paper, 0.6), glow, mix(pop, ink, 0.15), mix(pop, ink, 0.55)]
    : [paper, glow, pop, mix(pop, ink, 0.5)]
  const [bright, plain, dim, dark] = brass as [string, string, string, string]
  const rings = range(7).map((ring) =>
    fill(
      sector(330, 350, 0, 1050 - ring * 140, -Math.PI * 1.5, Math.PI * 0.5 - 0.001),
      ring % 2 === 0 ? mix(back, night ? main : ink, 0.4) : back,
    ),
  )
  const notes = range(9).map((index) => {
    const [x, y] = polar(330, 350, 120 + index * 34, Math.PI + random.between(-0.9, 0.9))
    return fill(circle(x, y, random.between(6, 22)), index % 3 === 0 ? paper : index % 3 === 1 ? pop : glow)
  })
  return [
    ground(back),
    ...rings,
    fill(circle(330, 350, 270), night ? pop : pop),
    ...notes,
    `<g transform="rotate(${tilt} 600 380) translate(30 -10)">`,
    linear('tube', [0, 330, 0, 372], { 0: dim, 0.3: bright, 0.6: plain, 1: dark }),
    linear('low', [0, 468, 0, 506], { 0: dim, 0.3: bright, 0.6: plain, 1: dark }),
    linear('bell', [0, 190, 0, 510], { 0: dark, 0.22: plain, 0.4: bright, 0.6: plain, 0.82: dim, 1: dark }),
    stroke('M560 488H860C960 488 960 350 860 350', dark, 40) +
      stroke('M560 484H860C952 484 952 352 860 352', plain, 26) +
      stroke('M560 479H860C944 479 944 345 860 345', bright, 6),
    stroke('M560 488C470 488 470 420 560 420H640', dark, 34) +
      stroke('M560 485C476 485 476 422 560 422H640', plain, 22),
    ...range(3).map((valve) => {
      const x = 606 + valve * 66
      return [
        fill(box(x, 300, 50, 250), dark),
        linear(`v${valve}`, [x, 0, x + 50, 0], { 0: dim, 0.3: bright, 0.65: plain, 1: dark }),
        fill(box(x + 3, 300, 44, 246), `url(#v${valve})`),
        fill(box(x - 4, 320, 58, 14) + box(x - 4, 510, 58, 14), dark),
        fill(box(x + 20, 258 + (valve === 1 ? 22 : 0), 10, 50), dark),
        fill(ellipse(x + 25, 256 + (valve === 1 ? 22 : 0), 22, 8), paper),
        fill(ellipse(x + 25, 556, 22, 9), dark),
      ].join('')
    }),
    fill('M1090 332V372H420V332Z', 'url(#tube)'),
    fill('M1090 326h18l26 -18h20v88h-20l-26 -18h-18Z', 'url(#bell)') + fill(box(1080, 322, 16, 60), dark),
    fill(
      'M560 330C440 326 330 300 270 196L262 188C246 250 246 454 262 516L270 508C330 404 440 378 560 374Z',
      'url(#bell)',
    ),
    fill(ellipse(264, 352, 30, 166), dark),
    fill(ellipse(260, 352, 22, 152), mix(ink, dark, 0.25)),
    fill('M262 200C246 260 246 444 262 504C252 470 246 420 246 352S252 234 262 200Z', bright),
    '</g>',
  ].join('')
}
