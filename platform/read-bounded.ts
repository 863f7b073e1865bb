/** An answer is longer than anything of the contract can be; the rest of it was not read. */
export class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong'
}

/**
 * Reads a response's body, giving up as soon as it is longer than `limitBytes`, or says that it will be.
 * @throws AnswerTooLong then; what the connection throws when it breaks in the middle
 */
export async function readBounded(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(response.headers.get('content-length') ?? 0)
  if (declared > limitBytes) {
    await response.body?.cancel()
    throw new AnswerTooLong(`the answer of ${declared} bytes is over the limit of ${limitBytes}`)
  }
  const whole = await readAtMost(response.body, limitBytes)
  if (whole === null) throw new AnswerTooLong(`the answer is over the limit of ${limitBytes} bytes`)
  return whole
}

/**
 * Reads what comes in pieces to its end, of a request or an answer; null for no body is an empty one.
 * @returns null as soon as it is longer than `limitBytes`: whoever sends it is hung up on
 */
export async function readAtMost(
  pieces: AsyncIterable<Uint8Array> | null,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const kept: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces ?? []) {
    size += piece.byteLength
    if (size > limitBytes) return null
    kept.push(piece)
  }
  return concatenate(kept, size)
}

function concatenate(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.byteLength
  }
  return whole
}
