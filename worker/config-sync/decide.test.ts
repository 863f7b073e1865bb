import { describe, expect, it } from 'vitest'
import type { ConfigEvent } from '#contracts/config-event.ts'
import { CONFIG_LIMIT_BYTES, TEXT_LIMITS } from '#contracts/config-limits.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { type ConfigState, type Decision, decideConfigEvent, type Refusal } from './decide.ts'

const nothing: ConfigState = { sequence: 0, stored: new Map(), hostOwners: new Map(), told: new Map() }
const faulty = { ...exampleConfig(), currency: 'pounds' }

function event(sequence: number, version: number, more: Partial<ConfigEvent> & { config?: unknown } = {}): ConfigEvent {
  const { config = exampleConfig({ name: `Version ${version}` }), ...rest } = more
  const envelope = { id: `event-${sequence}`, type: 'reseller.config' as const, at: '2026-11-01T10:00:00.000Z' }
  return { ...envelope, resellerId: 'aurora', sequence, live: { version, config }, ...rest }
}

/** A configuration of so many bytes. */
function sized(bytes: number): object {
  const config = { ...exampleConfig(), more: '' }
  return { ...config, more: 'x'.repeat(bytes - Buffer.byteLength(JSON.stringify(config))) }
}

/** What a broker takes (`max.message.bytes`, 1,048,588), less 1 KB for how a batch and a record are written. */
const KAFKA_MESSAGE_BYTES = 1_048_588 - 1_024

const stored = (...versions: number[]) =>
  new Map(versions.map((version) => [version, exampleConfig({ name: `Version ${version}` })]))
const versions = (decision: Decision) => decision.store.map(({ version }) => version)

describe('the live pointer', () => {
  it('moves to the first version there is', () => {
    const decision = decideConfigEvent(nothing, event(1, 1))
    expect(decision.publish).toEqual({ version: 1, sequence: 1, hosts: ['example.localhost'] })
    expect(versions(decision)).toEqual([1])
    expect(decision.refusals).toEqual([])
  })

  it('moves to an older version when a higher sequence says so, which is a rollback', () => {
    const decision = decideConfigEvent({ ...nothing, sequence: 7, stored: stored(3) }, event(8, 3))
    expect(decision.publish).toMatchObject({ version: 3, sequence: 8 })
    expect(versions(decision)).toEqual([])
  })

  it.each([7, 6, 1])(
    'stays where sequence 7 put it when sequence %i comes late, but the version is kept',
    (sequence) => {
      const decision = decideConfigEvent({ ...nothing, sequence: 7 }, event(sequence, 3))
      expect(decision.publish).toBeNull()
      expect(versions(decision)).toEqual([3])
    },
  )

  it('does not move to a faulty version, whose valid draft is kept all the same', () => {
    const draft = { version: 5, config: exampleConfig() }
    const decision = decideConfigEvent({ ...nothing, sequence: 1 }, event(2, 4, { config: faulty, draft }))
    expect(decision.publish).toBeNull()
    expect(versions(decision)).toEqual([5])
    expect(decision.refusals).toEqual([
      {
        ...{ version: 4, sequence: 2, reason: 'version 4: currency: is not an ISO 4217 currency' },
        cause: { of: 'fields', fields: [{ path: 'currency', fault: { of: 'other' }, said: expect.any(String) }] },
      },
    ])
  })

  it('moves to a good version whose draft is faulty, and the draft is refused', () => {
    const decision = decideConfigEvent(nothing, event(2, 4, { draft: { version: 5, config: faulty } }))
    expect(decision.publish).toMatchObject({ version: 4 })
    expect(versions(decision)).toEqual([4])
    expect(decision.refusals).toMatchObject([{ version: 5, sequence: 0 }])
  })

  it('does not move to a host that another reseller has, and does not say who', () => {
    const decision = decideConfigEvent(
      { ...nothing, hostOwners: new Map([['example.localhost', 'luna']]) },
      event(1, 1),
    )
    expect(decision.publish).toBeNull()
    expect(versions(decision)).toEqual([1])
    expect(decision.refusals[0]?.reason).toBe('version 1: host example.localhost belongs to another reseller')
    expect(decision.refusals[0]?.cause).toEqual({ of: 'hostTaken', host: 'example.localhost' })
  })

  it('keeps the hosts it has, each once and in order', () => {
    const config = exampleConfig({ hosts: ['b.example', 'a.example', 'b.example'] })
    const state = { ...nothing, hostOwners: new Map([['a.example', 'aurora']]) }
    expect(decideConfigEvent(state, event(1, 1, { config })).publish?.hosts).toEqual(['b.example', 'a.example'])
  })

  it('does not mind whose the hosts of a late event are by now', () => {
    const state = { ...nothing, sequence: 9, hostOwners: new Map([['example.localhost', 'luna']]) }
    expect(decideConfigEvent(state, event(1, 1)).refusals).toEqual([])
  })
})

describe('a version', () => {
  /** Whoever shows it would fetch it from inside. */
  const picture = { id: 'http://169.254.169.254/latest', width: 64, height: 32 }
  const somewhereElse = { wordmark: 'A', mark: 'none', picture }

  it('never changes once it is stored', () => {
    const changed = event(2, 1, { config: exampleConfig({ name: 'Something else' }) })
    const decision = decideConfigEvent({ ...nothing, sequence: 1, stored: stored(1) }, changed)
    expect(decision).toMatchObject({ publish: null, store: [] })
    expect(decision.refusals[0]?.reason).toContain('was stored with other content')
  })

  it.each([
    ['a NUL', exampleConfig({ name: 'a\0b' }), 'NUL'],
    ['half a surrogate pair', exampleConfig({ name: 'a\ud800b' }), 'surrogate'],
    ['a host by which machines call', exampleConfig({ hosts: ['localhost'] }), 'machine'],
    ['an address as host', exampleConfig({ hosts: ['10.0.0.1'] }), 'machine'],
    ['an address instead of a picture', { ...exampleConfig(), logo: somewhereElse }, 'is not a picture'],
    ['too much', sized(CONFIG_LIMIT_BYTES + 1), 'longer'],
    ['too much, of few characters', { ...exampleConfig(), more: '夜'.repeat(170_000) }, 'longer'],
    ['nothing', null, 'config'],
    ['a list', [], 'config'],
    ['CSS instead of a colour', { ...exampleConfig(), theme: { colours: { primary: 'url(//x)' } } }, 'theme'],
  ])('with %s is refused', (_, config, reason) => {
    const decision = decideConfigEvent(nothing, event(1, 1, { config }))
    expect(decision).toMatchObject({ publish: null, store: [] })
    expect(decision.refusals[0]?.reason).toContain(reason)
  })

  it('keeps legal texts at their longest in four languages', () => {
    const words = (letter: string) => {
      const text = letter.repeat(TEXT_LIMITS.legal)
      return { legal: { imprint: text, privacy: text, terms: text }, mail: { signature: letter } }
    }
    const translations = { 'es-ES': words('ñ'), 'de-DE': words('ü'), 'ja-JP': words('夜') }
    const config = exampleConfig({ ...words('x'), locales: ['en-GB', 'es-ES', 'de-DE', 'ja-JP'], translations })
    expect(decideConfigEvent(nothing, event(1, 1, { config })).refusals).toEqual([])
  })

  it('at its longest is kept, and so is the draft beside it in one message', () => {
    const [live, draft] = [1, 2].map((version) => ({ version, config: sized(CONFIG_LIMIT_BYTES) }))
    const both = event(1, 1, { config: live?.config, draft: draft as ConfigEvent['draft'] & object })
    expect(versions(decideConfigEvent(nothing, both))).toEqual([1, 2])
    expect(Buffer.byteLength(JSON.stringify(both))).toBeLessThan(KAFKA_MESSAGE_BYTES)
  })

  it('keeps an emoji, which is a whole surrogate pair', () => {
    expect(decideConfigEvent(nothing, event(1, 1, { config: exampleConfig({ name: '🎪' }) })).refusals).toEqual([])
  })

  it.each([
    [2 ** 31, 1],
    [1, 2 ** 31],
  ])('with sequence %i and number %i is refused when PostgreSQL cannot count so far', (sequence, version) => {
    expect(decideConfigEvent(nothing, event(sequence, version))).toMatchObject({ publish: null })
    expect(decideConfigEvent(nothing, event(sequence, version)).refusals).toHaveLength(1)
  })
})

describe('a refusal', () => {
  const refused = event(4, 2, { config: faulty })
  const told = ({ version, ...rest }: Refusal) => new Map([[version, rest]])

  it('is told once however often the event comes', () => {
    const [refusal] = decideConfigEvent(nothing, refused).refusals
    expect(decideConfigEvent({ ...nothing, told: told(refusal as Refusal) }, refused).refusals).toEqual([])
  })

  it('is told again when the version is published again', () => {
    const [refusal] = decideConfigEvent(nothing, refused).refusals
    const again = event(5, 2, { config: faulty })
    expect(decideConfigEvent({ ...nothing, told: told(refusal as Refusal) }, again).refusals).toHaveLength(1)
  })

  it('of a draft is not told again by every later event that carries it', () => {
    const draft = { version: 9, config: faulty }
    const [refusal] = decideConfigEvent(nothing, event(1, 1, { draft })).refusals
    const state = { ...nothing, told: told(refusal as Refusal) }
    expect(decideConfigEvent(state, event(2, 2, { draft })).refusals).toEqual([])
  })
})

it('ends at the highest valid sequence, in whatever order and however often events come', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = generator(seed)
    const events = Array.from({ length: 8 }, (_, i) => event(i + 1, 1 + Math.floor(random() * 5), brokenOnce(random)))
    const delivered = [...events, ...events].sort(() => random() - 0.5)
    const end = delivered.reduce(step, nothing)
    const best = Math.max(0, ...events.filter((one) => one.live.config !== faulty).map((one) => one.sequence))
    expect({ seed, sequence: end.sequence }).toEqual({ seed, sequence: best })
  }
})

const brokenOnce = (random: () => number) => (random() < 0.3 ? { config: faulty } : {})

/** What the store does with a decision. */
function step(state: ConfigState, one: ConfigEvent): ConfigState {
  const { store, publish } = decideConfigEvent(state, one)
  const all = new Map([...state.stored, ...store.map(({ version, config }) => [version, config] as const)])
  return { ...state, stored: all, sequence: publish?.sequence ?? state.sequence }
}

/** Park and Miller's generator, so that a failing seed can be run again. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
