import { describe, expect, test } from 'vitest'
import { AnswerTooLong, readAtMost, readBounded } from './read-bounded.ts'

/** Pieces of these lengths, and what became of whoever sends them. */
function sender(...lengths: number[]) {
  const sent = { pieces: 0, hungUpOn: false }
  async function* send() {
    try {
      for (const length of lengths) {
        sent.pieces += 1
        yield new Uint8Array(length).fill(sent.pieces)
      }
    } finally {
      sent.hungUpOn = sent.pieces < lengths.length
    }
  }
  return { sent, pieces: send() }
}

describe('what comes in pieces', () => {
  test('is put together, up to the limit exactly', async () => {
    expect(await readAtMost(sender(1, 2).pieces, 3)).toEqual(Uint8Array.of(1, 2, 2))
  })

  test('is given up with the first byte over the limit, and not read on', async () => {
    const { sent, pieces } = sender(2, 2, 2)
    expect(await readAtMost(pieces, 3)).toBeNull()
    expect(sent).toEqual({ pieces: 2, hungUpOn: true })
  })

  test.each([
    ['that never come', null],
    ['that are none', sender().pieces],
  ])('%s are an empty whole', async (_which, pieces) => {
    expect(await readAtMost(pieces, 3)).toEqual(new Uint8Array())
  })

  test('that break off fail as their sender fails', async () => {
    async function* broken() {
      yield Uint8Array.of(1)
      throw new Error('the connection broke')
    }
    await expect(readAtMost(broken(), 3)).rejects.toThrow('the connection broke')
  })
})

describe('an answer', () => {
  test('is read up to the limit', async () => {
    expect(await readBounded(new Response('abc'), 3)).toEqual(Uint8Array.from(Buffer.from('abc')))
  })

  test.each([
    ['is longer', new Response('abcd')],
    ['says that it will be', new Response('a', { headers: { 'content-length': '4' } })],
  ])('that %s is refused', async (_what, response) => {
    await expect(readBounded(response, 3)).rejects.toBeInstanceOf(AnswerTooLong)
  })
})
