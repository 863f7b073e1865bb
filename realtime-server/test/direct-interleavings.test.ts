import { describe, expect, test, vi } from 'vitest'
import type { DirectDelivery } from '#contracts/delivery.ts'
import { Chance } from './simulation/chance.ts'
import { type DirectParts, DirectWorld, WHOLE } from './simulation/direct-world.ts'

/*
 * As in interleavings.test.ts, for messages past all streams: connections open and close while messages are sent to
 * them, dispatchers die or freeze between their steps, nodes die or freeze past their leases and come back under new
 * ids, calls fail, Redis is emptied. Over a bus that retains, nothing may be lost to a connection that is still there.
 */

const only = process.env.SEED === undefined ? null : Number(process.env.SEED)
const seeds = (count: number): number[] => (only === null ? Array.from({ length: count }, (_, i) => i + 1) : [only])

/** Busy machines are slow; a run takes a few milliseconds on an idle one. */
const PATIENCE_MS = 180_000

const HAPPENINGS = 80
const STEPS_BETWEEN = 12

async function run(seed: number, parts: DirectParts = WHOLE): Promise<{ findings: string[]; story: string[] }> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  try {
    vi.setSystemTime(1_790_000_000_000 + seed * 1_000)
    const chance = new Chance(seed)
    const world = new DirectWorld(chance, parts)
    for (let node = 0; node < 2; node += 1) world.startNode()
    await world.stage.rest()
    for (let happening = 0; happening < HAPPENINGS; happening += 1) {
      happen(world)
      for (let steps = chance.between(0, STEPS_BETWEEN); steps > 0; steps -= 1) await world.stage.step()
    }
    await world.heal()
    return { findings: world.findings(), story: world.story }
  } finally {
    vi.clearAllTimers()
    vi.useRealTimers()
  }
}

function happen(world: DirectWorld): void {
  world.chance.weighted<() => void>([
    [20, () => world.publish()],
    [6, () => world.connections.length < 8 && world.openConnection()],
    [2, () => world.closeConnection()],
    [6, () => world.pass(world.chance.between(1, 2_500))],
    [1, () => world.replaceDispatcher('dead')],
    [1, () => world.replaceDispatcher('frozen')],
    [1, () => world.killNode()],
    [2, () => world.freezeNode()],
    [2, () => world.thaw()],
    [1, () => world.emptyRegistry()],
    [1, () => world.changeFaultRate()],
  ])()
}

test(
  'no message past all streams comes twice, out of order, to another, or not at all: five hundred bad days',
  async () => {
    for (const seed of seeds(500)) {
      const { findings, story } = await run(seed)
      expect(findings, `SEED=${seed}, and this is what happened:\n${story.join('\n')}`).toEqual([])
    }
  },
  PATIENCE_MS,
)

describe('a run goes red', { timeout: PATIENCE_MS }, () => {
  const unguarded: Record<string, [fault: string, parts: DirectParts]> = {
    'without letting every node look where the owner is not known': [
      'lost',
      {
        ...WHOLE,
        writer: (writer) => ({
          send: (deliveries) =>
            writer.send(
              deliveries.filter(({ message, recipients }) => message.to === '*' || recipients !== 'everyone'),
            ),
          [Symbol.asyncDispose]: async () => {},
        }),
      },
    ],
    'when only the node that a record names delivers it': [
      'lost',
      {
        ...WHOLE,
        listener: (listener, nodeId) => ({
          ...listener,
          delivery: (delivery) => {
            if (delivery.nodes === '*' || delivery.nodes.includes(nodeId())) listener.delivery(delivery)
          },
        }),
      },
    ],
    'when a node gives everybody what is for one': [
      'strayed',
      {
        ...WHOLE,
        listener: (listener) => ({
          ...listener,
          delivery: (delivery) => listener.delivery({ ...delivery, to: '*' } as DirectDelivery),
        }),
      },
    ],
    'without remembering what was told': ['twice', { ...WHOLE, remembered: 0 }],
    'when a node remembers two only': ['twice', { ...WHOLE, remembered: 2 }],
  }
  test.each(Object.entries(unguarded))('%s', async (_what, [fault, parts]) => {
    for (const seed of seeds(500)) {
      const { findings } = await run(seed, parts)
      if (findings.some((finding) => finding.startsWith(fault))) return
    }
    expect.fail(`nothing was ever ${fault}`)
  })
})
