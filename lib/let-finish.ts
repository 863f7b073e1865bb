import { after } from 'next/server'

/** Has whoever ends this process let a promise finish first. */
export type LetFinish = (work: Promise<unknown>) => void

/**
 * Asks it of Next's server, which ends the process once it is told to stop, and waits for nothing that we opened. It hears of
 * promises only while it answers a request; whatever began elsewhere may be cut off.
 */
export const letFinish: LetFinish = (work) => {
  try {
    after(work)
  } catch {
    // Not in a request, or the server has stopped already: nobody is left to wait.
  }
}
