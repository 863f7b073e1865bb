import { drawBars } from '../plot/bars.ts'
import { type CurveChart, drawCurves } from '../plot/curves.ts'
import type { Result, Table } from './result.ts'

/** A picture of a result, and its file's name without a folder. */
export interface Plot {
  readonly file: string
  readonly title: string
  readonly svg: string
}

/** The pictures of one bench's result: none where a table says it all. */
export function plotsOf(result: Result): Plot[] {
  const { main = {} } = result.tables
  const { curves } = result
  switch (result.bench) {
    case 'fan-out':
      return [
        columnPlot(main, 'CPU µs/delivery', {
          file: 'fan-out-cpu.svg',
          title: 'Server CPU per delivery',
          unit: 'µs, less is better',
        }),
        columnPlot(main, 'KB/connection', {
          file: 'fan-out-memory.svg',
          title: 'Memory per connection',
          unit: 'KB, less is better',
        }),
        columnPlot(main, 'connects/s', {
          file: 'fan-out-connects.svg',
          title: 'Connects per second',
          unit: 'more is better',
        }),
        columnPlot(main, 'p99 ms', {
          file: 'fan-out-p99.svg',
          title: 'To 99 % of the viewers',
          unit: 'ms, less is better',
        }),
      ]
    case 'cuts':
      return [
        curvePlot('cuts.svg', {
          title: 'Messages that are there in time while lines break',
          x: { name: 'seconds after the sale', scale: 'linear' },
          y: { name: '% of all that should be delivered', scale: 'linear' },
          curves: curves.within ?? {},
        }),
      ]
    case 'rolling-restart':
      return [
        curvePlot('rolling-restart.svg', {
          title: 'Viewers that are away while all servers restart',
          x: { name: 'seconds since the first restart began', scale: 'linear' },
          y: { name: 'viewers away', scale: 'linear' },
          curves: curves.away ?? {},
        }),
      ]
    case 'stalled':
      return [
        curvePlot('stalled.svg', {
          title: 'p99 of those who read, pair by pair',
          x: { name: 'pair', scale: 'linear' },
          y: { name: 'ms', scale: 'linear' },
          curves: curves.pairs ?? {},
        }),
      ]
    case 'addressing':
      return Object.entries(curves).map(([workload, lines], i) =>
        curvePlot(`addressing-${i + 1}.svg`, {
          title: `The tier’s CPU per sale: ${workload}`,
          x: { name: 'nodes', scale: 'log' },
          y: { name: 'ms of CPU, dispatcher and all nodes', scale: 'log' },
          curves: lines,
        }),
      )
    default:
      return []
  }
}

function columnPlot(
  table: Table,
  column: string,
  { file, title, unit }: { file: string; title: string; unit: string },
): Plot {
  const bars = Object.entries(table).map(([name, row]) => ({
    name,
    value: Number(row[column] ?? 0),
    tone: toneOf(name),
  }))
  return { file, title, svg: drawBars({ title, unit, bars }) }
}

const toneOf = (name: string): 'ours' | 'faint' | undefined => {
  if (name.startsWith('marquee')) return 'ours'
  return name.startsWith('bare') ? 'faint' : undefined
}

const curvePlot = (file: string, chart: CurveChart): Plot => ({ file, title: chart.title, svg: drawCurves(chart) })
