import { expect, test } from 'vitest'
import { CoreId } from '#contracts/ids.ts'
import { newBarcode, newId, newOrderCode } from './new-id.ts'

test('ids are ids of the contract, say what they are, and differ', () => {
  const ids = Array.from({ length: 1_000 }, () => newId('hold'))
  expect(new Set(ids).size).toBe(1_000)
  expect(ids.every((id) => id.startsWith('hold_') && CoreId.safeParse(id).success)).toBe(true)
})

test('order codes have no letters that sound or look like others', () => {
  expect(newOrderCode(Uint8Array.from({ length: 8 }, (_, index) => index * 37))).toMatch(
    /^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/,
  )
})

test('barcodes are 22 digits', () => {
  expect(newBarcode()).toMatch(/^\d{22}$/)
})
