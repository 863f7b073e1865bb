import type { IncomingMessage } from 'node:http'
import { type Address, askHere, LONGEST_PAGE_BYTES } from '#lib/http/ask-here.ts'
import { readAtMost } from '#platform/read-bounded.ts'
import { type KeptPage, keptPageOf } from './kept-page.ts'

/** Core's own limit and rendering fit in twice; what takes longer would be old when it is there. */
const LIMIT_MS = 5_000

/**
 * Has this process render a page, and reads it to its end.
 * @param port on which this process listens
 * @returns null for a page that may not be kept
 * @throws {Error} when there is no answer in time, one without an end, or one that says that we or core are in trouble
 */
export async function renderHere(port: number, address: Address): Promise<KeptPage | null> {
  const answer = await askHere(port, address, AbortSignal.timeout(LIMIT_MS))
  const status = answer.statusCode ?? 0
  if (status >= 500) {
    answer.destroy()
    throw new Error(`${address.path} was answered with ${status}`)
  }
  return keptPageOf({ status, headers: answer.headers, body: await read(answer) })
}

async function read(answer: IncomingMessage): Promise<Buffer> {
  const page = await readAtMost(answer, LONGEST_PAGE_BYTES)
  if (page === null) throw new Error(`a page is longer than ${LONGEST_PAGE_BYTES} bytes`)
  return Buffer.from(page.buffer)
}
