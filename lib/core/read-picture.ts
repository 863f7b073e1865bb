import { faultOfStatus } from '#platform/core-answer.ts'
import { AnswerTooLong, readBounded } from '#platform/read-bounded.ts'
import { coreFailure, UnusableAnswer } from './core-unavailable.ts'

/** A picture's bytes; null when core has none. @throws CoreUnavailable when it is no WebP, or larger than allowed. */
export async function readPicture(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const { status, headers } = response
  if (status !== 200 || headers.get('content-type') !== 'image/webp') {
    await response.body?.cancel().catch(() => {}) // its head says enough, whatever became of the connection
    if (status === 404 || status === 400) return null
    const fault = faultOfStatus(status)
    throw fault ? coreFailure(fault) : new UnusableAnswer(`core answered a picture with ${status}`)
  }
  try {
    return await readBounded(response, limitBytes)
  } catch (error) {
    // Too long is of no use to anybody; a connection that breaks is core's absence, and stays what it is.
    throw error instanceof AnswerTooLong ? new UnusableAnswer(`core: ${error.message}`) : error
  }
}
