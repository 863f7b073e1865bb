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
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > limitBytes) throw new AnswerTooLong(`the answer is over the limit of ${limitBytes} bytes`)
    chunks.push(chunk)
  }
  return concatenate(chunks, size)
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
