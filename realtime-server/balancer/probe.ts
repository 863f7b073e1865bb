import { get } from 'node:http'

/** Loopback and a rack answer in milliseconds; a node that needs longer would not please a viewer either. */
const PROBE_TIMEOUT_MS = 1_000

/** Asks a node for a sign of life. Any answer will do: a process that is frozen accepts connections but never answers. */
export function probe(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(new URL('/healthz', url), { agent: false, timeout: PROBE_TIMEOUT_MS }, (response) => {
      response.destroy()
      resolve(true)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
    request.on('close', () => resolve(false))
  })
}
