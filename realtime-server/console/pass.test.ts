import { describe, expect, test } from 'vitest'
import { Gatekeeper, PASS_LIFE_MS } from './pass.ts'

const gatekeeper = new Gatekeeper('a-token-of-twenty-two-c')

describe('the console is open', () => {
  test('to who knows the token, and to nobody else', () => {
    expect(gatekeeper.knows('a-token-of-twenty-two-c')).toBe(true)
    for (const wrong of [
      '',
      'a',
      'a-token-of-twenty-two-',
      'a-token-of-twenty-two-c ',
      'A-TOKEN-OF-TWENTY-TWO-C',
      '\0',
    ])
      expect(gatekeeper.knows(wrong)).toBe(false)
  })

  test('with a pass until it ends', () => {
    const pass = gatekeeper.newPass(1_000)
    expect(gatekeeper.admits(pass, 1_000)).toBe(true)
    expect(gatekeeper.admits(pass, 1_000 + PASS_LIFE_MS - 1)).toBe(true)
    expect(gatekeeper.admits(pass, 1_000 + PASS_LIFE_MS)).toBe(false)
  })

  test('with no pass that was changed, made up, or made with another token', () => {
    const pass = gatekeeper.newPass(1_000)
    const [ends, code] = pass.split('.')
    const foreign = new Gatekeeper('another-token-of-ours').newPass(1_000)
    for (const wrong of [
      '',
      '.',
      `${Number(ends) + 1}.${code}`,
      `${ends}.`,
      `${ends}.${code?.slice(1)}`,
      foreign,
      'x.y',
      `-1.${code}`,
    ])
      expect(gatekeeper.admits(wrong, 1_000)).toBe(false)
  })

  test('without its token being in the pass', () => {
    expect(gatekeeper.newPass(1_000)).not.toContain('token')
  })
})
