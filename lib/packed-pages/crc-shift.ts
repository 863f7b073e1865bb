/** CRC-32's polynomial as gzip writes it: the coefficient of x⁰ is the highest bit. */
const POLYNOMIAL = 0xedb88320
const ONE = 0x80000000

/** Two polynomials over GF(2), multiplied modulo CRC-32's. */
function times(a: number, b: number): number {
  let product = 0
  let shifted = b
  for (let bit = ONE; bit !== 0; bit >>>= 1) {
    if (a & bit) product ^= shifted
    shifted = shifted & 1 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1
  }
  return product >>> 0
}

/** x⁸ to the powers of 1, 2, 4 …, for lengths of up to 4 GB. */
const POWERS: readonly number[] = Array.from({ length: 31 }).reduce<number[]>(
  (powers) => [...powers, times(powers.at(-1) ?? 0, powers.at(-1) ?? 0)],
  [ONE >>> 8],
)

/**
 * What a text does to a CRC-32 when `bytes` more come after it, as a factor: x^(8 · bytes). Two texts of one length that
 * differ in the same way at several places change the checksum by the sum (XOR) of the places' factors times that difference.
 */
export function crcShift(bytes: number): number {
  let factor = ONE >>> 0
  for (let left = bytes, i = 0; left > 0; left = Math.floor(left / 2), i += 1)
    if (left % 2 === 1) factor = times(POWERS[i] ?? 0, factor)
  return factor
}
