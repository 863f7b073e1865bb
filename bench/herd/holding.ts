import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { processCost } from '../fan-out/process-cost.ts'
import type { WholeTier } from './whole-tier.ts'

/** What a process that holds viewers has at one moment. */
export interface Holding {
  readonly memoryMb: number
  readonly viewers: number
  /** Open descriptors but for its viewers'. */
  readonly otherDescriptors: number
}

/** What all that hold viewers have at one moment. */
export interface Holdings {
  readonly nodes: readonly Holding[]
  readonly balancer: Holding
}

const Readiness = z.object({ connections: z.int() })

/** Lines that were cut may be counted for so long. */
const NOTICED_WITHIN_MS = 30_000

/** What nodes and balancer have, once both sides of the balancer agree on how many viewers there are. */
export async function holdings({ nodes, balancer }: WholeTier, viewers: number): Promise<Holdings> {
  const deadline = performance.now() + NOTICED_WITHIN_MS
  for (;;) {
    const ofNodes = await Promise.all(nodes.map((node) => holdingOf(node, 1)))
    const ofBalancer = await holdingOf(balancer, 2)
    const onNodes = ofNodes.reduce((sum, one) => sum + one.viewers, 0)
    const isSettled = onNodes === viewers && ofBalancer.viewers === viewers
    if (!isSettled && performance.now() < deadline) {
      await pause(500)
      continue
    }
    return { nodes: ofNodes, balancer: ofBalancer }
  }
}

/** All processes, by their names. */
export const byName = ({ nodes, balancer }: Holdings): Readonly<Record<string, Holding>> => ({
  ...Object.fromEntries(nodes.map((node, i) => [`node ${i + 1}`, node])),
  balancer,
})

/** @param perViewer descriptors: a node has one for each, a balancer two */
async function holdingOf({ child, url }: WholeTier['balancer'], perViewer: number): Promise<Holding> {
  const pid = child.pid as number
  const { connections } = Readiness.parse(await (await fetch(`${url}/readyz`)).json())
  return {
    memoryMb: processCost(pid).residentBytes / 1e6,
    viewers: connections,
    otherDescriptors: readdirSync(`/proc/${pid}/fd`).length - connections * perViewer,
  }
}
