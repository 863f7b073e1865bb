import { element, picture, text } from './svg.ts'
import { label, ticksTo } from './ticks.ts'

export interface Bar {
  readonly name: string
  readonly value: number
  /** Ours stand out; what is the floor or the ceiling of all is drawn faintly. */
  readonly tone?: 'ours' | 'faint'
}

export interface BarChart {
  readonly title: string
  readonly unit: string
  readonly bars: readonly Bar[]
}

const WIDTH = 720
const NAMES = 210
/** Room for the largest number behind its bar. */
const NUMBERS = 70
const TOP = 44
const ROW = 28

const COLOURS = { ours: 'var(--c0)', faint: 'var(--c4)', other: 'var(--c2)' } as const

/** Lying bars from zero, one under the other, each with its name and number. */
export function drawBars({ title, unit, bars }: BarChart): string {
  const ticks = ticksTo(Math.max(...bars.map(({ value }) => value)))
  const end = ticks.at(-1) as number
  const xOf = (value: number) => NAMES + (value / end) * (WIDTH - NAMES - NUMBERS)
  const bottom = TOP + bars.length * ROW
  const grid = ticks.flatMap((tick) => [
    element('line', { class: 'grid', x1: xOf(tick), x2: xOf(tick), y1: TOP, y2: bottom }),
    text(label(tick), { class: 'quiet', x: xOf(tick), y: bottom + 18, 'text-anchor': 'middle' }),
  ])
  const rows = bars.flatMap(({ name, value, tone }, i) => {
    const y = TOP + i * ROW
    const fill = COLOURS[tone ?? 'other']
    return [
      text(name, {
        x: NAMES - 10,
        y: y + 19,
        'text-anchor': 'end',
        ...(tone === 'ours' ? { 'font-weight': 600 } : {}),
      }),
      element('rect', { x: NAMES, y: y + 5, width: Math.max(1, xOf(value) - NAMES), height: ROW - 10, rx: 3, fill }),
      text(label(value), { x: xOf(value) + 6, y: y + 19 }),
    ]
  })
  const unitLine = text(unit, { class: 'quiet', x: WIDTH - 16, y: 26, 'text-anchor': 'end' })
  return picture({ width: WIDTH, height: bottom + 32 }, title, [unitLine, ...grid, ...rows])
}
