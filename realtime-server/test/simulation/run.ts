import { vi } from 'vitest'
import type { Dispatched } from '../../dispatcher/dispatcher.ts'
import { OVERTAKING_MS } from '../../hub/past.ts'
import { Chance } from './chance.ts'
import type { Finding } from './findings.ts'
import { type Parts, WHOLE } from './parts.ts'
import { STREAMS, World } from './world.ts'

export interface Outcome {
  readonly seed: number
  readonly findings: readonly Finding[]
  readonly resets: number
  readonly announced: number
  readonly dispatched: Dispatched
  readonly story: readonly string[]
}

/** What may befall a tier during a run; the numbers are weights against some fifty of what ordinarily happens. */
export interface Weather {
  /** Several changes of one show at once. */
  readonly rushes: number
  readonly slowness: number
  readonly crashes: number
  readonly freezes: number
  readonly losesRedis: number
  readonly faults: number
  /** The longest time that passes at once, while everybody else may be in the middle of something. */
  readonly pauseMs: number
}

export const STORM: Weather = {
  rushes: 4,
  slowness: 2,
  crashes: 1,
  freezes: 1,
  losesRedis: 1,
  faults: 1,
  pauseMs: 2_500,
}
export const CALM: Weather = { rushes: 4, slowness: 0, crashes: 0, freezes: 0, losesRedis: 0, faults: 0, pauseMs: 250 }

/** Things that happen in a run, besides everything that they lead to. */
const HAPPENINGS = 80
/** Between two happenings up to this many steps are taken, so that most things overlap. */
const STEPS_BETWEEN = 12

/** One tier, one seed, one story. */
export async function run(seed: number, weather: Weather = STORM, parts: Parts = WHOLE): Promise<Outcome> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] })
  try {
    vi.setSystemTime(1_790_000_000_000 + seed * 1_000)
    const chance = new Chance(seed)
    const world = new World(chance, parts, weather.faults > 0 && chance.happens(0.3) ? 6 : 500)
    for (let node = 0; node < 2; node += 1) world.startNode()
    await world.stage.rest()
    if (weather.losesRedis === 0 || chance.happens(0.8)) world.pass(2 * OVERTAKING_MS) // Redis's data is not new any more
    await world.stage.rest()
    world.endsMs = Date.now() + OVERTAKING_MS
    for (let happening = 0; happening < HAPPENINGS; happening += 1) {
      happen(world, weather)
      for (let steps = chance.between(0, STEPS_BETWEEN); steps > 0; steps -= 1) await world.stage.step()
    }
    await world.heal()
    const { resets, story, dispatched } = world
    return { seed, findings: world.findings(), resets, announced: world.announced.length, dispatched, story }
  } finally {
    vi.clearAllTimers()
    vi.useRealTimers()
  }
}

function happen(world: World, weather: Weather): void {
  const { chance } = world
  chance.weighted<() => void>([
    [20, () => world.announce(chance.pick(STREAMS))],
    [weather.rushes, () => rush(world)],
    [8, () => world.viewers.length < 8 && world.addViewer()],
    [6, () => world.comeBack()],
    [4, () => world.goAway()],
    [4, () => world.changeStreams()],
    [6, () => world.pass(chance.between(1, weather.pauseMs))],
    [2, () => world.sweep()],
    [weather.slowness, () => world.changePace()],
    [weather.crashes, () => world.replaceDispatcher('dead')],
    [weather.crashes, () => world.killNode()],
    [weather.freezes, () => world.replaceDispatcher('frozen')],
    [weather.freezes, () => world.freezeNode()],
    [2 * weather.freezes, () => world.thaw()],
    [weather.losesRedis, () => world.emptyRegistry()],
    [weather.faults, () => world.changeFaultRate()],
  ])()
}

function rush(world: World): void {
  const stream = world.chance.pick(STREAMS)
  for (let left = world.chance.between(3, 10); left > 0; left -= 1) world.announce(stream)
}
