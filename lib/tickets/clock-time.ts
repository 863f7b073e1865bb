import type { ICalLuxonDateTimeStub } from 'ical-generator'
import { localStamp } from './zone-rules.ts'

/*
 * Instants as `ical-generator` writes them. It writes a plain Date by the clock of the machine it runs on, even beside
 * another zone's name; objects that write themselves it takes as they are.
 */

/** By the clock at the venue. */
export const clockTime = (timeZone: string, atMs: number): ICalLuxonDateTimeStub => {
  const stamp = localStamp(timeZone, atMs)
  return writes(atMs, stamp.slice(0, 8), stamp.slice(9))
}

/** In UTC, and saying so: the time at which a file was written has to be. */
export function utcTime(atMs: number): ICalLuxonDateTimeStub {
  const stamp = localStamp('UTC', atMs)
  return writes(atMs, stamp.slice(0, 8), `${stamp.slice(9)}Z`)
}

function writes(atMs: number, date: string, time: string): ICalLuxonDateTimeStub {
  const self: ICalLuxonDateTimeStub = {
    isValid: true,
    zone: { type: 'iana' },
    setZone: () => self,
    toFormat: (format) => (format.includes('y') ? date : time),
    toJSDate: () => new Date(atMs),
    toJSON: () => new Date(atMs).toISOString(),
  }
  return self
}
