/*
 * Names of shows, places and people may be written from right to left, in sentences that are not. Without a fence around
 * such a name it takes its neighbours along: numbers and signs beside it change places (Unicode standard annex 9).
 */

/** Written from right to left, or a sign that turns the direction: Hebrew to Arabic Extended-A, their forms, and further east. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what `<bdi>` is in markup. */
const [OPEN, CLOSE] = ['\u2068', '\u2069'] as const

const FENCE_SIGNS = /[\u2066-\u2069]/g

/**
 * A fence around all of it, with those inside closed and none closed twice: one that a name leaves open would reach to the
 * end of the line, and one that it closes would let out what follows.
 */
function fenced(text: string): string {
  let [open, parts] = [0, 0]
  const kept = text.replace(FENCE_SIGNS, (sign) => {
    if (sign === CLOSE && open === 0) return ''
    open += sign === CLOSE ? -1 : 1
    if (open === 0) parts += 1
    return sign
  })
  const whole = kept + CLOSE.repeat(open)
  const isOne = whole.startsWith(OPEN) && whole.endsWith(CLOSE) && parts + Math.sign(open) === 1
  return isOne ? whole : `${OPEN}${whole}${CLOSE}`
}

/**
 * A text that stands among others, fenced if it could change their order; all others stay as they are, to the letter. For
 * what people read: never for what programs take apart, as addresses, calendars, JSON-LD and whatever is copied.
 */
export const isolated = (text: string): string => (TURNS.test(text) ? fenced(text) : text)

/** A message's values with each text among them isolated. Browsers carry this, so it is as short as it can be. */
export const isolatedValues = (values: object) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? isolated(value) : value]),
  )

/** Texts in one line, `Stalls · C12`, without those that are empty. */
export const listed = (parts: readonly (string | null | undefined)[], separator = ' · '): string =>
  parts.flatMap((part) => (part ? [isolated(part)] : [])).join(separator)
