import { randomBytes } from 'node:crypto'

/** An id that nobody guesses: a prefix that says what it is, and 96 random bits. */
export const newId = (prefix: 'hold' | 'order' | 'sale' | 'ticket'): string =>
  `${prefix}_${randomBytes(12).toString('base64url')}`

/** Letters and digits that cannot be mistaken for each other on the phone; 32 of them, so that a byte maps evenly. */
const SPOKEN = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** An order code as a buyer reads it out, e.g. `K7QX-24PD`. */
export function newOrderCode(bytes: Uint8Array = randomBytes(8)): string {
  const letters = Array.from(bytes, (byte) => SPOKEN[byte % SPOKEN.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** What the door scans: digits only, so that any scanner reads it. */
export const newBarcode = (): string =>
  BigInt(`0x${randomBytes(9).toString('hex')}`)
    .toString()
    .padStart(22, '0')
