import type { Delivery, StreamDelivery } from '#contracts/delivery.ts'
import { streamName } from '#contracts/stream.ts'
import { asMessage, dispatch } from '../../dispatcher/dispatcher.ts'
import { type Fault, SILENT_MS, STALE_MS } from './findings.ts'
import { type Parts, WHOLE } from './parts.ts'
import { CALM, type Weather } from './run.ts'
import { INBOXES } from './world.ts'

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
    without: 'remembering every event of a merged message',
    weather: roughly({ crashes: 5 }),
    fault: 'twice',
    parts: () => ({ ...WHOLE, history: (history) => ({ ...bound(history), append: markFirst(history) }) }),
  },
  {
    without: 'the words that history has for what was appended before',
    weather: roughly({ crashes: 5, freezes: 3 }),
    fault: 'missed',
    parts: () => ({ ...WHOLE, history: (history) => ({ ...bound(history), append: tellAnew(history) }) }),
  },
  {
    without: 'stopping where an earlier event is missing',
    weather: roughly({ crashes: 5, freezes: 5 }),
    fault: 'out of order',
    parts: () => ({ ...WHOLE, history: (history) => ({ ...bound(history), append: appendOn(history) }) }),
  },
  {
    without: 'committing a window after it was dispatched',
    weather: roughly({ crashes: 5 }),
    fault: 'missed',
    parts: () => ({ ...WHOLE, commitsEarly: true }),
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
    without: 'the owner in the name by which a node looks for who follows a stream',
    weather: CALM,
    fault: 'misdelivered',
    parts: () => ({
      ...WHOLE,
      listener: (listener) => ({
        ...listener,
        delivery: (delivery) => {
          for (const stream of namesakesOf(delivery.stream)) listener.delivery({ ...delivery, stream } as Delivery)
        },
      }),
    }),
  },
  {
    without: 'the owner in the name by which history is read',
    weather: CALM,
    fault: 'misdelivered',
    parts: () => ({
      ...WHOLE,
      history: (history) => ({
        ...bound(history),
        since: (requests, limit) =>
          history.since(
            requests.map(({ stream, after }) => ({ stream: namesakesOf(stream)[0] ?? stream, after })),
            limit,
          ),
      }),
    }),
  },
  {
    without: 'reading history at once where something was missed',
    weather: roughly({ freezes: 3, pauseMs: 2_500 }),
    fault: 'stale',
    parts: () => ({
      ...WHOLE,
      history: (history) => ({
        ...bound(history),
        since: async (requests, limit) => {
          await simulated(STALE_MS + 1_000)
          return history.since(requests, limit)
        },
      }),
    }),
  },
  {
    without: 'owning up at once when history does not reach back',
    weather: roughly({ freezes: 1, faults: 1, pauseMs: 2_500 }),
    fault: 'silent',
    parts: () => ({
      ...WHOLE,
      history: (history) => ({
        ...bound(history),
        since: async (requests, limit) => {
          const replays = await history.since(requests, limit)
          if (replays.some(({ complete }) => !complete)) await simulated(SILENT_MS + 1_000)
          return replays
        },
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
        recipients: async (interests) =>
          (await registry.recipients(interests)).map((recipients) => (recipients === 'everyone' ? [] : recipients)),
      }),
    }),
  },
]

const simulated = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms))

/** Streams that clients call the same as this one. */
function namesakesOf(stream: string): readonly string[] {
  const inboxes = INBOXES.map(streamName)
  return inboxes.includes(stream) ? inboxes : [stream]
}

const askFirst: typeof dispatch = async ({ history, registry, writer }, messages) => {
  const recipients = await registry.recipients(messages.map((message) => message.interest))
  await new Promise((wake) => setTimeout(wake, 20)) // the answer is older than the append, by how much is up to chance
  const appended = await history.append(messages)
  await writer.send(
    messages.flatMap(({ stream }, i) =>
      (appended[i]?.standing ?? []).map((standing) => ({
        message: asMessage(stream, standing),
        recipients: recipients[i] ?? 'everyone',
      })),
    ),
  )
  return { events: messages.length, messages: messages.length, records: 0, floods: 0 }
}

/** Takes what history has seen before for done. */
function onlyNew(): typeof dispatch {
  const seen = new Set<string>()
  return (deps, messages) => {
    const news = new Set<string>()
    const history = {
      ...bound(deps.history),
      append: async (entries: Parameters<typeof deps.history.append>[0]) => {
        const appended = await deps.history.append(entries)
        for (const { data } of appended.flatMap(({ standing }) => standing)) {
          if (!seen.has(data)) news.add(data)
          seen.add(data)
        }
        return appended
      },
    }
    const writer = {
      send: (deliveries: Parameters<typeof deps.writer.send>[0]) =>
        deps.writer.send(deliveries.filter(({ message }) => news.has(message.data))),
      [Symbol.asyncDispose]: async () => {},
    }
    return dispatch({ ...deps, history, writer }, messages)
  }
}

function appendAnew(history: Parameters<Parts['history']>[0]): typeof history.append {
  let times = 0
  return (entries) =>
    history.append(
      entries.map(({ moreEventIds: _, ...entry }) => ({ ...entry, eventId: `${entry.eventId}~${times++}` })),
    )
}

/** The simulation has streams only. */
function withoutPrevious(delivery: Delivery): StreamDelivery {
  const { previous: _, ...rest } = delivery as StreamDelivery
  return rest
}
/** Remembers of a merged message only the first event. */
const markFirst =
  (history: Parameters<Parts['history']>[0]): typeof history.append =>
  (entries) =>
    history.append(entries.map(({ moreEventIds: _, ...entry }) => entry))

/** Says its own words in the place of what history has. */
const tellAnew =
  (history: Parameters<Parts['history']>[0]): typeof history.append =>
  async (entries) => {
    const appended = await history.append(entries)
    return appended.map(({ standing, missing }, i) => ({
      standing: standing.map((one) => ({ ...one, data: entries[i]?.data ?? one.data })),
      missing,
    }))
  }

/** Goes on with what follows although something before it is missing. */
const appendOn =
  (history: Parameters<Parts['history']>[0]): typeof history.append =>
  async (entries) => {
    const appended = []
    for (const entry of entries) appended.push(...(await history.append([entry])))
    return appended
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
