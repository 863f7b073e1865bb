/** Nothing has left this browser, now or in an earlier try: it knew that it has no network, and it was right. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'

  constructor(cause: unknown) {
    super('offline', { cause })
  }
}
