import { z } from 'zod'

/** IANA has some six hundred names; what is beyond are other spellings of them (`europe/london`), looked up each time. */
const REMEMBERED_LIMIT = 1_000
const remembered = new Set<string>()

/** Whether clocks there can be read. Remembered, since a formatter takes longer to make than all else of a show to parse. */
export function isTimeZone(name: string): boolean {
  if (remembered.has(name)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
  } catch {
    return false
  }
  if (remembered.size < REMEMBERED_LIMIT) remembered.add(name)
  return true
}

/** Every formatter throws at a zone that is none, wherever a time is written: so it is refused where it enters. */
export const TimeZone = z
  .string()
  .refine(isTimeZone, 'is not an IANA time zone')
  .describe('The name of an IANA time zone, as in Europe/London')
