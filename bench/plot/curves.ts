import { element, picture, text } from './svg.ts'
import { label, ticksTo } from './ticks.ts'

export interface CurveChart {
  readonly title: string
  readonly x: { readonly name: string; readonly scale: 'linear' | 'log' }
  readonly y: { readonly name: string; readonly scale: 'linear' | 'log' }
  /** By their names: points [x, y], x growing. On a log scale, above zero. */
  readonly curves: Readonly<Record<string, readonly (readonly [number, number])[]>>
}

const WIDTH = 720
const LEFT = 64
const RIGHT = 24
const TOP = 60
const HEIGHT = 260
/** Curves are told apart by colour and, for those who see none, by dashes. */
const DASHES = ['none', '8 4', '2 4', '10 3 2 3']

interface Axis {
  readonly ticks: readonly number[]
  /** From 0 to 1. */
  at(value: number): number
}

/** Curves over one axis, their names in a line below. */
export function drawCurves({ title, x, y, curves }: CurveChart): string {
  const points = Object.values(curves).flat()
  const xAxis = axis(
    points.map(([at]) => at),
    x.scale,
  )
  const yAxis = axis(
    points.map(([, value]) => value),
    y.scale,
  )
  const right = WIDTH - RIGHT
  const bottom = TOP + HEIGHT
  const xOf = (value: number) => LEFT + xAxis.at(value) * (right - LEFT)
  const yOf = (value: number) => bottom - yAxis.at(value) * HEIGHT
  const grid = [
    ...yAxis.ticks.flatMap((tick) => [
      element('line', { class: 'grid', x1: LEFT, x2: right, y1: yOf(tick), y2: yOf(tick) }),
      text(label(tick), { class: 'quiet', x: LEFT - 8, y: yOf(tick) + 4, 'text-anchor': 'end' }),
    ]),
    ...xAxis.ticks.map((tick) =>
      text(label(tick), { class: 'quiet', x: xOf(tick), y: bottom + 18, 'text-anchor': 'middle' }),
    ),
    text(x.name, { class: 'quiet', x: right, y: bottom + 36, 'text-anchor': 'end' }),
    text(y.name, { class: 'quiet', x: 16, y: 45 }),
  ]
  const drawn = Object.values(curves).map((line, i) =>
    element('polyline', {
      class: 'curve',
      points: line.map(([at, value]) => `${tidy(xOf(at))},${tidy(yOf(value))}`).join(' '),
      ...stroke(i),
    }),
  )
  return picture({ width: WIDTH, height: bottom + 68 }, title, [
    ...grid,
    ...drawn,
    ...legend(Object.keys(curves), bottom + 54),
  ])
}

function legend(names: readonly string[], y: number): string[] {
  const width = (WIDTH - LEFT - RIGHT) / Math.max(names.length, 1)
  return names.flatMap((name, i) => [
    element('line', {
      class: 'curve',
      x1: LEFT + i * width,
      x2: LEFT + i * width + 24,
      y1: y - 4,
      y2: y - 4,
      ...stroke(i),
    }),
    text(name, { x: LEFT + i * width + 30, y }),
  ])
}

const stroke = (i: number) => ({ stroke: `var(--c${i % 5})`, 'stroke-dasharray': DASHES[i % DASHES.length] as string })

/** Linear ones begin at zero; those by powers of ten end at the values themselves, or all would lie in a corner. */
function axis(values: readonly number[], scale: 'linear' | 'log'): Axis {
  const top = Math.max(...values)
  if (scale === 'linear') {
    const ticks = ticksTo(top)
    const end = ticks.at(-1) as number
    return { ticks, at: (value) => value / end }
  }
  const low = Math.log10(Math.min(...values.filter((value) => value > 0)))
  const span = Math.log10(top) - low || 1
  const wanted = [...new Set(values)].toSorted((a, b) => a - b)
  const powers = Array.from({ length: 13 }, (_, i) => [1, 3].map((times) => times * 10 ** (i - 4))).flat()
  const ticks = wanted.length <= 6 ? wanted : powers.filter((tick) => tick >= 10 ** low && tick <= top)
  return { ticks, at: (value) => (Math.log10(Math.max(value, 10 ** low)) - low) / span }
}

const tidy = (value: number): number => Math.round(value * 10) / 10
