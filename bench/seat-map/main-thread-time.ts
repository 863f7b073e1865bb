import type { CDPSession } from '@playwright/test'

const PARTS = { all: 'TaskDuration', script: 'ScriptDuration', style: 'RecalcStyleDuration', layout: 'LayoutDuration' }

/** Processor time that a page's main thread took, in milliseconds: it does not grow when others want the processor, too. */
export type MainThreadTime = Record<keyof typeof PARTS, number>

/** Begins to count; the answer tells what was taken since. The slowdown is in it, as it is spun away on this very thread. */
export async function watchMainThread(session: CDPSession): Promise<() => Promise<MainThreadTime>> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await read(session)
  return async () => {
    const after = await read(session)
    await session.send('Performance.disable')
    return eachPart((part) => after[part] - before[part])
  }
}

async function read(session: CDPSession): Promise<MainThreadTime> {
  const { metrics } = await session.send('Performance.getMetrics')
  const seconds = new Map(metrics.map(({ name, value }) => [name, value]))
  return eachPart((part) => (seconds.get(PARTS[part]) ?? 0) * 1_000)
}

/** Per frame, of some rounds together. */
export function mainThreadRow(taken: readonly MainThreadTime[], frames: number): Record<string, number> {
  const perFrame = (part: keyof MainThreadTime) =>
    Math.round((taken.reduce((sum, one) => sum + one[part], 0) / Math.max(1, frames)) * 10) / 10
  return {
    'CPU ms a frame': perFrame('all'),
    script: perFrame('script'),
    style: perFrame('style'),
    layout: perFrame('layout'),
  }
}

const eachPart = (amountOf: (part: keyof MainThreadTime) => number): MainThreadTime => ({
  all: amountOf('all'),
  script: amountOf('script'),
  style: amountOf('style'),
  layout: amountOf('layout'),
})
