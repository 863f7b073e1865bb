/** The contract's bound per connection; the tests compare it with contracts/stream.ts, which would bring zod along. */
export const MAX_STREAMS = 32

const STREAM_NAME = /^(?:public\.(?:show|promotional)\.[A-Za-z0-9_-]{1,64}|private\.[a-z]{1,20}|staff\.[a-z]{1,20})$/

/** Whether a client may ask for this name. One bad name would have the whole connection refused, other tabs' streams too. */
export const isStreamName = (name: string): boolean => STREAM_NAME.test(name)

/** The caller's own streams, for which the tier wants to know who is calling. */
export const needsIdentity = (stream: string): boolean => !stream.startsWith('public.')

/**
 * The streams one connection follows for all tabs. When they are more than fit, those of persons come first (nobody
 * else brings these messages), then those that most tabs want; the rest are polled.
 */
export function chooseStreams(wants: Iterable<readonly string[]>, limit = MAX_STREAMS): string[] {
  const tabs = new Map<string, number>()
  for (const streams of wants) for (const stream of new Set(streams)) tabs.set(stream, (tabs.get(stream) ?? 0) + 1)
  const rank = ([stream, count]: [string, number]) => (needsIdentity(stream) ? Number.MAX_SAFE_INTEGER : count)
  return [...tabs]
    .sort((one, other) => rank(other) - rank(one))
    .slice(0, limit)
    .map(([stream]) => stream)
}

/** What any tab's user sees, each once: a browser is one viewer however many of its tabs show the same. */
export function visibleOf(wants: Iterable<{ readonly visible?: readonly string[] }>): string[] {
  return [...new Set([...wants].flatMap(({ visible }) => visible ?? []))].sort()
}

export interface StreamsPlan {
  readonly subscribe: readonly string[]
  readonly unsubscribe: readonly string[]
}

/**
 * What of a change that was refused, all or nothing, not to ask for again. A show is anybody's and is refused for the
 * company it came in, unless it came alone.
 */
export function blamed({ subscribe, unsubscribe }: StreamsPlan): readonly string[] {
  const personal = [...subscribe, ...unsubscribe].filter(needsIdentity)
  return personal.length > 0 ? personal : subscribe
}

/** What to ask of a connection that follows `followed` and should follow `desired`. */
export function planStreams(followed: Iterable<string>, desired: Iterable<string>): StreamsPlan {
  const has = new Set(followed)
  const wants = new Set(desired)
  return {
    subscribe: [...wants].filter((stream) => !has.has(stream)),
    unsubscribe: [...has].filter((stream) => !wants.has(stream)),
  }
}
