import { randomInt } from 'node:crypto'
import { isBusy } from './free-ports.ts'

/** Linux gives outgoing connections ports up to 60999: above them only who asks for a port gets it. */
const LOWEST = 61_000
const HIGHEST = 65_535

/**
 * Ports that nobody listens on, for servers that take seconds until they do, or that listen on every address: in the
 * range of outgoing connections a load test on this machine would have taken them by then.
 */
export async function quietPorts(count: number): Promise<number[]> {
  const ports = new Set<number>()
  while (ports.size < count) {
    const port = randomInt(LOWEST, HIGHEST + 1)
    if (!(await isBusy(port))) ports.add(port)
  }
  return [...ports]
}
