/** A screen reader that is interrupted every second says nothing useful: at most one message in this time. */
const SPOKEN_EVERY_MS = 8_000

export interface Speaker {
  /** @param text what is to be read out now; empty: nothing any more */
  tell(text: string): void
  close(): void
}

/**
 * Has texts read out: the latest one, not more often than one can listen to. What is gone is unsaid at once, or the same
 * words would be no news the next time.
 */
export function createSpeaker(say: (text: string) => void): Speaker {
  let lastAtMs = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    tell(text) {
      clearTimeout(timer)
      if (text === '') return say('')
      const speak = () => {
        lastAtMs = performance.now()
        say(text)
      }
      timer = setTimeout(speak, Math.max(0, lastAtMs + SPOKEN_EVERY_MS - performance.now()))
    },
    close: () => clearTimeout(timer),
  }
}
