import { z } from 'zod'
import { readBounded } from '#platform/read-bounded.ts'
import { type Reading, readMetrics } from './reading.ts'

/** A process answers from memory; one that takes longer is busy or gone, and the page says so. */
const ANSWER_MS = 2_000
/** Ten times what a node with all its figures says. */
const ANSWER_BYTES = 1_000_000

/** What a process said of itself when it was last asked; `answers` is false when it did not. */
export interface Seen {
  readonly answers: boolean
  readonly ready: boolean
  readonly id: string
  /** A dispatcher's: records it was behind at its last batch, and how long its last fetch is ago. */
  readonly lag: number | null
  readonly idleMs: number | null
}

const Readiness = z.object({
  id: z.string().max(100),
  ready: z.boolean(),
  lag: z.number().nullish(),
  idleMs: z.number().nullish(),
})

/** Asks a process for its readiness and its figures. Never fails: silence is an answer too. */
export async function lookAt(url: string): Promise<{ seen: Seen; reading: Reading | null }> {
  try {
    const [readiness, metrics] = await Promise.all([ask(`${url}/readyz`), ask(`${url}/metrics`)])
    const { id, ready, lag = null, idleMs = null } = Readiness.parse(JSON.parse(readiness))
    return { seen: { answers: true, ready, id, lag, idleMs }, reading: readMetrics(metrics, performance.now()) }
  } catch {
    return { seen: { answers: false, ready: false, id: '', lag: null, idleMs: null }, reading: null }
  }
}

/** The text of an answer. A process that is not ready says so with 503, and says as much. */
async function ask(url: string): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(ANSWER_MS) })
  return new TextDecoder().decode(await readBounded(response, ANSWER_BYTES))
}
