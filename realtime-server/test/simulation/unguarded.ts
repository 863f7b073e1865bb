import type { Delivery, StreamDelivery } from '#contracts/delivery.ts'
import { dispatch, inItsPlace } from '../../dispatcher/dispatcher.ts'
import type { Outgoing } from '../../dispatcher/outgoing.ts'
import type { Placed } from '../../history/history.ts'
import type { Fault } from './findings.ts'
import { CALM, type Weather } from './run.ts'
import { type Parts, WHOLE } from './world.ts'

/** A tier with one guard taken out, the weather in which that shows, and what then goes wrong. */
export interface Unguarded {
  readonly without: string
  readonly weather: Weather
  readonly fault: Fault
  /** Made anew for each run: some remember what they have seen. */
  parts(): Parts
}

const roughly = (weather: Partial<Weather>): Weather => ({ ...CALM, ...weather })

export const UNGUARDED: readonly Unguarded[] = [
  {
    without: 'waiting for the registry before a viewer is told that it follows',
    weather: CALM,
    fault: 'missed',
    parts: () => ({
      ...WHOLE,
      nodeRegistry: (registry) => ({
        ...registry,
        add: async (id, interests) => void setTimeout(() => void registry.add(id, interests), 100),
      }),
    }),
  },
  {
    without: 'appending to history before the registry is asked',
    weather: CALM,
    fault: 'missed',
    parts: () => ({ ...WHOLE, dispatch: askFirst }),
  },
  {
    without: 'producing again what had been appended before',
    weather: roughly({ crashes: 5 }),
    fault: 'missed',
    parts: () => ({ ...WHOLE, dispatch: onlyNew() }),
  },
  {
    without: 'one place in history however often something is appended',
    weather: roughly({ crashes: 5 }),
    fault: 'twice',
    parts: () => ({ ...WHOLE, history: (history) => ({ ...bound(history), append: appendAnew(history) }) }),
  },
  {
    without: 'passing over what a stream has passed',
    weather: roughly({ freezes: 3 }),
    fault: 'twice',
    parts: () => ({ ...WHOLE, listener: stampAnew }),
  },
  {
    without: 'looking whether the message before has come',
    weather: roughly({ freezes: 3, pauseMs: 2_500 }),
    fault: 'missed',
    parts: () => ({
      ...WHOLE,
      listener: (listener) => ({
        ...listener,
        delivery: (delivery) => listener.delivery(withoutPrevious(delivery)),
      }),
    }),
  },
  {
    without: 'reading history after a pause',
    weather: roughly({ freezes: 3, pauseMs: 2_500 }),
    fault: 'missed',
    parts: () => ({ ...WHOLE, catchesUp: false }),
  },
  {
    without: 'owning up when history does not reach back',
    weather: roughly({ freezes: 1, faults: 1, pauseMs: 2_500 }),
    fault: 'missed',
    parts: () => ({
      ...WHOLE,
      history: (history) => ({
        ...bound(history),
        since: async (requests, limit) =>
          (await history.since(requests, limit)).map((replay) => ({ ...replay, complete: true })),
      }),
    }),
  },
  {
    without: 'sending to everybody while the registry is new',
    weather: roughly({ losesRedis: 2 }),
    fault: 'missed',
    parts: () => ({
      ...WHOLE,
      view: (registry) => ({
        nodes: () => registry.nodes(),
        targets: async (interests) =>
          (await registry.targets(interests)).map((targets) => (targets === 'everyone' ? [] : targets)),
      }),
    }),
  },
]

const askFirst: typeof dispatch = async ({ history, registry, writer }, messages) => {
  const targets = await registry.targets(messages.map((message) => message.interest))
  await new Promise((wake) => setTimeout(wake, 20)) // the answer is older than the append, by how much is up to chance
  const placed = await history.append(messages)
  await writer.send(
    messages.map((message, i) => ({
      message: inItsPlace(message, placed[i] as Placed),
      targets: targets[i] ?? 'everyone',
    })),
  )
  return { messages: messages.length, records: 0, floods: 0 }
}

/** Takes what history has seen before for done. */
function onlyNew(): typeof dispatch {
  const seen = new Set<string>()
  return (deps, messages) => {
    const fresh: Outgoing[] = []
    const history = {
      ...bound(deps.history),
      append: async (entries: Parameters<typeof deps.history.append>[0]) => {
        const placed = await deps.history.append(entries)
        fresh.push(...messages.filter(({ eventId }) => !seen.has(eventId)))
        for (const { eventId } of messages) seen.add(eventId)
        return placed
      },
    }
    const writer = {
      send: async (deliveries: Parameters<typeof deps.writer.send>[0]) => {
        const news = new Set(fresh.map(({ data }) => data))
        return await deps.writer.send(deliveries.filter(({ message }) => news.has(message.data)))
      },
      [Symbol.asyncDispose]: async () => {},
    }
    return dispatch({ ...deps, history, writer }, messages)
  }
}

function appendAnew(history: Parameters<Parts['history']>[0]): typeof history.append {
  let times = 0
  return (entries) => history.append(entries.map((entry) => ({ ...entry, eventId: `${entry.eventId}~${times++}` })))
}

/** The simulation has streams only. */
function withoutPrevious(delivery: Delivery): StreamDelivery {
  const { previous: _, ...rest } = delivery as StreamDelivery
  return rest
}

/** Every copy looks like a message of its own. */
const stampAnew: Parts['listener'] = (listener) => {
  let copies = 0
  return {
    ...listener,
    delivery: (delivery) => {
      copies += 1
      const epoch = delivery.id?.split('-')[0]
      listener.delivery({ ...withoutPrevious(delivery), id: `${epoch}-${Date.now()}-${1_000 + copies}` })
    },
  }
}

const bound = (history: Parameters<Parts['history']>[0]): typeof history => ({
  append: (entries) => history.append(entries),
  tails: (streams) => history.tails(streams),
  since: (requests, limit) => history.since(requests, limit),
})
