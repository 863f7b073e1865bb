import { setTimeout as delay } from 'node:timers/promises'

const RETRY_MS = 100
/** One answer may take this long on a machine that is building something else. */
const ANSWER_LIMIT_MS = 5_000

/** Waits until `<url>/readyz` answers 200. Throws when `limitMs` passed, or as soon as `cancelled` is aborted. */
export async function untilReady(url: string, limitMs: number, cancelled: AbortSignal): Promise<void> {
  const giveUp = Date.now() + limitMs
  for (;;) {
    cancelled.throwIfAborted()
    const answer = await ask(`${url}/readyz`, cancelled)
    if (answer === 'HTTP 200') return
    if (Date.now() > giveUp) throw new Error(`not ready after ${limitMs / 1000} s: ${url}/readyz answers ${answer}`)
    await delay(RETRY_MS, undefined, { signal: cancelled }).catch(() => {})
  }
}

async function ask(url: string, cancelled: AbortSignal): Promise<string> {
  try {
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(ANSWER_LIMIT_MS)])
    const response = await fetch(url, { signal })
    await response.arrayBuffer()
    return `HTTP ${response.status}`
  } catch {
    return 'nothing'
  }
}
