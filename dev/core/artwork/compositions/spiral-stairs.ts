import { mix } from '../colour.ts'
import { fill, ground, glow as light, radial } from '../paint.ts'
import { circle, type Point, polar, polygon, range } from '../path.ts'
import type { Composition } from '../scene.ts'

const TURNS = 4.5
/** How much smaller the stair looks one storey further down. */
const SHRINK = 0.55

/** Looking down a stairwell: every step is one slice, and far below there is light. */
export const spiralStairs: Composition = ({ random, palette }) => {
  const { tone, ink, deep, main, pop, glow, paper } = palette
  const night = tone === 'night'
  const perTurn = random.pick([18, 22, 26])
  const start = random.between(0, Math.PI * 2)
  const shades = [ink, deep, main, pop]
  const rail = night ? glow : paper
  const edge = (step: number, inset = 1): Point => {
    const radius = 1180 * SHRINK ** (step / perTurn)
    const sink = 1 - radius / 1180
    return polar(
      600 + 60 * sink * Math.cos(start),
      375 + 30 * sink * Math.sin(start),
      radius * inset,
      start + (step / perTurn) * Math.PI * 2,
    )
  }
  const shade = (share: number) => {
    const place = Math.min(0.999, Math.max(0, share)) * (shades.length - 1)
    const low = Math.floor(place)
    return mix(shades[low] as string, shades[low + 1] as string, place - low)
  }
  const steps = Math.floor(perTurn * TURNS)
  const centre = edge(perTurn * 12)
  const arc = (index: number, inset: number) => [0, 0.25, 0.5, 0.75, 1.02].map((part) => edge(index + part, inset))
  const step = (index: number) => {
    const share = index / steps
    const turn = 0.5 + 0.5 * Math.cos((index / perTurn) * Math.PI * 2)
    const tread = shade(share * 0.8 + turn * 0.2)
    const outer = arc(index, 1)
    return [
      fill(polygon([...outer, centre]), tread),
      fill(polygon([edge(index), edge(index + 0.3), centre]), mix(tread, ink, 0.5)),
      fill(polygon([edge(index + 0.3), edge(index + 0.36), centre]), mix(tread, rail, 0.45)),
      fill(polygon([...outer, ...arc(index, 0.93).reverse()]), mix(tread, ink, 0.72)),
      fill(polygon([...outer, ...arc(index, 0.972).reverse()]), mix(rail, shade(share), 0.55 - share * 0.55)),
    ].join('')
  }
  const well = 1180 * SHRINK ** TURNS
  const [x, y] = centre
  return [
    ground(ink),
    ...range(steps).map(step),
    light('up', x, y, well * 6, rail, 0.75),
    radial('floor', x, y, well * 0.9, { 0: paper, 1: glow }),
    fill(circle(x, y, well * 0.9), 'url(#floor)'),
  ].join('')
}
