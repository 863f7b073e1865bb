import { expect, it } from 'vitest'
import { fitLines } from './fit-lines.ts'

/** Every character as wide as half the size. */
const measure = (text: string, size: number) => ([...text].length * size) / 2
const room = { width: 100, lines: 3, sizes: [20, 10], language: 'en' }
const fitted = (text: string, change = {}) => fitLines(text, { ...room, ...change }, measure)

it('takes the largest size at which everything fits', () => {
  expect(fitted('Night Train')).toEqual({ size: 20, lines: ['Night', 'Train'] })
  expect(fitted('Night Train and all its sleepers')).toEqual({
    size: 10,
    lines: ['Night Train and all', 'its sleepers'],
  })
})

it('breaks between words only, and leaves signs with the word before them', () => {
  expect(fitted('Hello, sleepers!')).toEqual({ size: 20, lines: ['Hello,', 'sleepers!'] })
  expect(fitted('rock’n’roll')).toEqual({ size: 10, lines: ['rock’n’roll'] })
})

it('divides Japanese where the language does, never before a comma', () => {
  const { lines } = fitted('夜の水族館、月明かりのきつね', { language: 'ja' })
  expect(lines.join('')).toBe('夜の水族館、月明かりのきつね')
  expect(lines.length).toBeGreaterThan(1)
  for (const line of lines) expect(line).not.toMatch(/^[、。]/)
})

it('cuts off what does not fit even small', () => {
  const { size, lines } = fitted('one two three four five six seven eight nine ten eleven twelve thirteen fourteen')
  expect(size).toBe(10)
  expect(lines).toHaveLength(3)
  expect(lines.at(-1)).toMatch(/…$/)
  for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(room.width)
  expect(fitted('x'.repeat(500)).lines).toEqual([`${'x'.repeat(19)}…`])
})

it('has nothing to say about nothing', () => expect(fitted('').lines).toEqual([]))
