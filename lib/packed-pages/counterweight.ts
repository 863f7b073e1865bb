import { crcShift } from './crc-shift.ts'

/** As long as a nonce, so that 32 of them in a row are worth 32 independent factors: any sum can be had. */
export const SLOT_BYTES = 32
const SLOTS = 32

/**
 * Which of 32 slots in a row must hold the nonce, so that a page's CRC-32 is the same whatever nonce stands in it.
 * @param places where the nonce stands, by the number of bytes after its last one
 * @param after bytes that follow the last slot
 */
export function counterweight(places: readonly number[], after: number): boolean[] {
  const factors = Array.from({ length: SLOTS }, (_, i) => crcShift(after + (SLOTS - 1 - i) * SLOT_BYTES))
  const sum = places.reduce((total, place) => (total ^ crcShift(place)) >>> 0, 0)
  const chosen = chooseFor(sum, factors)
  return factors.map((_, i) => ((chosen >>> i) & 1) === 1)
}

interface Choice {
  /** The XOR of the chosen factors. */
  readonly sum: number
  /** One bit a factor. */
  readonly chosen: number
}

/** Gauss's elimination over GF(2): the set of factors, as bits, whose XOR is `sum`. */
function chooseFor(sum: number, factors: readonly number[]): number {
  const basis: Choice[] = []
  for (const [i, factor] of factors.entries()) {
    const left = reduced({ sum: factor, chosen: (1 << i) >>> 0 }, basis)
    if (left.sum === 0) throw new Error('the factors of equal slots are independent, or the arithmetic is wrong')
    basis.push(left)
    basis.sort((a, b) => b.sum - a.sum)
  }
  return reduced({ sum, chosen: 0 }, basis).chosen
}

/** @param basis by falling sums, no two with the same highest bit */
function reduced(choice: Choice, basis: readonly Choice[]): Choice {
  return basis.reduce((left, one) => {
    const sum = (left.sum ^ one.sum) >>> 0
    return sum < left.sum ? { sum, chosen: (left.chosen ^ one.chosen) >>> 0 } : left
  }, choice)
}
