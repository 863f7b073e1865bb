import { describe, expect, test } from 'vitest'
import { CALM, type Outcome, run, STORM } from './simulation/run.ts'
import { UNGUARDED } from './simulation/unguarded.ts'

/*
 * A tier in one process, in which chance decides who takes the next step: viewers join, leave and return while tickets
 * are sold, dispatchers die or freeze between their steps, nodes die or freeze, calls fail, Redis is emptied. Then all is
 * repaired: what is public must be as it should five seconds later, and what is lost must have been owned up to after ten.
 * `SEED=7 vitest run … interleavings` tells one story again.
 */

const only = process.env.SEED === undefined ? null : Number(process.env.SEED)
const seeds = (count: number): number[] => (only === null ? Array.from({ length: count }, (_, i) => i + 1) : [only])

/** Busy machines are slow; a run takes about 5 ms on an idle one. */
const PATIENCE_MS = 180_000

function expectNothingWrong({ seed, findings, story }: Outcome): void {
  expect(findings, `SEED=${seed}, and this is what happened:\n${story.join('\n')}`).toEqual([])
}

/** What dispatching cost on these days; a figure to look at, not to pass. */
function tellCost(days: string, outcomes: readonly Outcome[]): void {
  const sum = (of: keyof Outcome['dispatched']) => outcomes.reduce((so, { dispatched }) => so + dispatched[of], 0)
  const [events, messages, records, floods] = [sum('events'), sum('messages'), sum('records'), sum('floods')]
  const per = (part: number, whole: number) => (part / whole).toFixed(2)
  console.info(
    `${outcomes.length} ${days}: ${events} events dispatched, ${per(messages, events)} messages per event, ` +
      `${per(records, messages)} records per message, flood ratio ${per(floods, messages)}`,
  )
}

describe('whatever the order of steps,', { timeout: PATIENCE_MS }, () => {
  test('no viewer misses a message without being told in time, gets one twice, out of order or another’s: a thousand bad days', async () => {
    const outcomes: Outcome[] = []
    for (const seed of seeds(1_000)) {
      const outcome = await run(seed, STORM)
      expectNothingWrong(outcome)
      outcomes.push(outcome)
    }
    tellCost('bad days', outcomes)
  })

  test('and without a fault nobody has to fetch anything anew: two hundred good days', async () => {
    const outcomes: Outcome[] = []
    for (const seed of seeds(200)) {
      const outcome = await run(seed, CALM)
      expectNothingWrong(outcome)
      expect(outcome.resets, `SEED=${seed}`).toBe(0)
      outcomes.push(outcome)
    }
    tellCost('good days', outcomes)
  })
})

describe('a run goes red', { timeout: PATIENCE_MS }, () => {
  test.each(UNGUARDED)('without $without', async ({ weather, fault, parts }) => {
    for (const seed of seeds(500)) {
      const { findings } = await run(seed, weather, parts())
      if (findings.some((finding) => finding.fault === fault)) return
    }
    expect.fail(`nothing was ever ${fault}`)
  })
})
