/** Something to be woken by: rings between two waits are not lost, and many are one. */
export interface Bell {
  ring(): void
  /** Resolves when rung since the last time, or after `limitMs`. */
  heard(limitMs: number): Promise<void>
}

export function createBell(): Bell {
  let rung = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    async heard(limitMs) {
      if (!rung) {
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = setTimeout(resolve, limitMs)
        wake = resolve
        await promise
        clearTimeout(timer)
        wake = () => {}
      }
      rung = false
    },
  }
}
