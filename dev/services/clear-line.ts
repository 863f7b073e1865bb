/** A failure whose message is all that a person needs: what is wrong and the way out, in one line. Shown without a stack. */
export class ClearLine extends Error {
  override readonly name = 'ClearLine'
}

/** What to print for a failure: our own clear lines as they are, anything else with its stack and causes. */
export function explain(error: unknown): string {
  if (error instanceof ClearLine) return error.message
  if (!(error instanceof Error)) return String(error)
  const text = error.stack ?? error.message
  return error.cause === undefined ? text : `${text}\n  because: ${explain(error.cause)}`
}
