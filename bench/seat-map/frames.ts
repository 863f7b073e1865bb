import type { Page } from '@playwright/test'
import { quantile } from '../quantiles.ts'

/** What a page's main thread did for a while; everything in milliseconds. */
export interface Seen {
  /** When frames were begun. */
  readonly frames: readonly number[]
  /** Tasks longer than 50. */
  readonly longTasks: readonly number[]
  /** The longest frame, taken apart: all of it, scripts, and style, layout and painting. */
  readonly longest: { readonly all: number; readonly script: number; readonly render: number }
}

/** Begins to look; the answer stops and tells. */
export async function watchFrames(page: Page): Promise<() => Promise<Seen>> {
  const watch = await page.evaluateHandle(() => {
    const frames: number[] = []
    const longTasks: number[] = []
    const longest = { all: 0, script: 0, render: 0 }
    let over = false
    const frame = (now: number) => {
      frames.push(now)
      if (!over) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration)
    })
    tasks.observe({ type: 'longtask' })
    const long = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { startTime, duration, renderStart, scripts } = entry as LongFrame
        if (duration <= longest.all) continue
        longest.all = duration
        longest.script = scripts.reduce((sum, one) => sum + one.duration, 0)
        longest.render = renderStart === 0 ? 0 : startTime + duration - renderStart
      }
    })
    long.observe({ type: 'long-animation-frame' })
    interface LongFrame extends PerformanceEntry {
      readonly renderStart: number
      readonly scripts: readonly PerformanceEntry[]
    }
    return () => {
      over = true
      tasks.disconnect()
      long.disconnect()
      return { frames, longTasks, longest }
    }
  })
  return async () => {
    const seen = await watch.evaluate((stop) => stop())
    await watch.dispose()
    return seen
  }
}

/** One line of the table. Frames a second are those of the middle second of all. */
export function frameRow(seen: readonly Seen[]): Record<string, number> {
  const gaps = seen.flatMap(({ frames }) => frames.slice(1).map((at, index) => at - (frames[index] ?? at)))
  const longTasks = seen.flatMap((one) => one.longTasks)
  const longest = seen.map((one) => one.longest).reduce((most, one) => (one.all > most.all ? one : most))
  return {
    'frames/s': round(quantile(seen.flatMap(framesPerSecond), 0.5)),
    'p50 ms': round(quantile(gaps, 0.5)),
    'p95 ms': round(quantile(gaps, 0.95)),
    'tasks over 50 ms': longTasks.length,
    'median of them ms': round(quantile(longTasks, 0.5)) || 0,
    'longest ms': round(Math.max(0, ...longTasks)),
    'longest frame ms': round(longest.all),
    'of it script': round(longest.script),
    'of it style to paint': round(longest.render),
  }
}

/** Frames in each whole second. */
export function framesPerSecond({ frames }: Pick<Seen, 'frames'>): number[] {
  const [first = 0, last = 0] = [frames[0], frames.at(-1)]
  return Array.from({ length: Math.floor((last - first) / 1_000) }, (_, second) => {
    const from = first + second * 1_000
    return frames.filter((at) => at >= from && at < from + 1_000).length
  })
}

const round = (value: number): number => Math.round(value * 10) / 10
