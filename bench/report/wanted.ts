import { z } from 'zod'

/** What was wanted of one figure: never more than so much. */
export const Wanted = z.object({
  /** What the figure is of: goes before a colon. */
  what: z.string(),
  /** Null: nothing was there to be measured, and nothing is met by that. */
  measured: z.number().nullable(),
  atMost: z.number(),
  /** As it is written behind both numbers: `s`, `%`, or nothing. */
  unit: z.string(),
})

export type Wanted = z.infer<typeof Wanted>

/**
 * @param measured NaN where there was nothing to measure, without an end where somebody never came back
 * @param unit as it is written behind both numbers
 */
export function wanted(what: string, measured: number, atMost: number, unit = ''): Wanted {
  // To hundredths, and a miss upwards: it must not be rounded to what was wanted.
  const round = measured > atMost ? Math.ceil : Math.round
  return { what, measured: Number.isFinite(measured) ? round(measured * 100) / 100 : null, atMost, unit }
}

export const isMet = ({ measured, atMost }: Wanted): boolean => measured !== null && measured <= atMost

/** One line that says what came out, what was wanted, and whether that is met. */
export function verdictLine(one: Wanted): string {
  const { what, measured, atMost, unit } = one
  const written = (value: number) => `${value.toLocaleString('en')}${unit && ` ${unit}`}`
  const came = measured === null ? 'not measured' : written(measured)
  return `${what}: ${came}, wanted at most ${written(atMost)}: ${isMet(one) ? 'met' : 'MISSED'}`
}
