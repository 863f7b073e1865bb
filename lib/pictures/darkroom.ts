import type { PictureFault } from '#contracts/picture.ts'
import { type Developed, develop } from './develop.ts'

/** Where pictures are developed, one after the other. */
export interface Darkroom {
  /** `busy` when too many wait already: nothing was begun. */
  develop(bytes: Uint8Array): Promise<Developed | PictureFault | 'busy'>
}

/** At a second each the last one waits four, which a person who uploads a photograph does; more would only pile up. */
const WAITING_AT_MOST = 4

/** Decoding needs up to 160 MB for a moment, so a process does one at a time, whoever asks. */
export function openDarkroom(): Darkroom {
  let last: Promise<unknown> = Promise.resolve()
  let inside = 0
  return {
    develop(bytes) {
      if (inside > WAITING_AT_MOST) return Promise.resolve('busy')
      inside += 1
      const mine = last.then(() => develop(bytes)).finally(() => (inside -= 1))
      last = mine.catch(() => {})
      return mine
    },
  }
}
