/** Nothing has left this browser: it knew that it has no network, and it was right. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'

  constructor(cause: unknown) {
    super('offline', { cause })
  }
}

/**
 * Asks, and says so where nothing was sent. A browser that believes to be offline may be wrong, so it is asked all the same;
 * and a network that goes away while an answer is on its way leaves everything open, so what counts is the moment before.
 * @throws NotSentError, or whatever `ask` throws
 */
export async function askIfOnline<T>(ask: () => Promise<T>, isOffline: () => boolean = browserIsOffline): Promise<T> {
  const before = isOffline()
  try {
    return await ask()
  } catch (error) {
    // What took so long that it was given up on may have been sent once there was a network again.
    const failedAtOnce = error instanceof TypeError
    throw before && failedAtOnce && isOffline() ? new NotSentError(error) : error
  }
}

const browserIsOffline = () => navigator.onLine === false
