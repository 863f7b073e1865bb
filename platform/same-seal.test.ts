import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSameSeal } from './same-seal.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const seals = Array.from({ length: 20 }, (_, n) => createHash('sha256').update(`${n}`).digest('base64url'))

describe('isSameSeal', () => {
  it.each(seals)('knows %s, and none with another last letter', (seal) => {
    const spelled = [...LETTERS].map((letter) => seal.slice(0, -1) + letter)
    expect(spelled.filter((given) => isSameSeal(given, seal))).toEqual([seal])
  })

  it.each(['', '=', 'A', ' ', '\n', '.', 'é'])('takes nothing besides (%j)', (more) => {
    const [seal = ''] = seals
    expect(isSameSeal(seal + more, seal)).toBe(more === '')
    expect(isSameSeal(`${seal.slice(0, 20)}${more}${seal.slice(20)}`, seal)).toBe(more === '')
  })
})
