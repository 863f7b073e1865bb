import { createHmac } from 'node:crypto'
import { isSameSeal } from '#platform/same-seal.ts'

/** A working day: whoever left the page open signs in again the next morning. */
export const PASS_LIFE_MS = 12 * 3_600_000

/**
 * Who may see the console: whoever knows the token, and for a while whoever has shown it and holds the pass made then.
 * A pass is when it ends and a code over that, so nothing is kept, and nothing in it tells the token.
 */
export class Gatekeeper {
  readonly #token: string

  constructor(token: string) {
    this.#token = token
  }

  /** Takes the same time for every wrong token, whatever it begins with and however long it is. */
  knows(token: string): boolean {
    return isSameSeal(this.#code(`token ${token}`), this.#code(`token ${this.#token}`))
  }

  newPass(nowMs: number): string {
    const endsAtMs = nowMs + PASS_LIFE_MS
    return `${endsAtMs}.${this.#code(`pass ${endsAtMs}`)}`
  }

  admits(pass: string, nowMs: number): boolean {
    const [endsAtMs = '', code = ''] = pass.split('.')
    if (!/^\d{1,15}$/.test(endsAtMs) || Number(endsAtMs) <= nowMs) return false
    return isSameSeal(code, this.#code(`pass ${endsAtMs}`))
  }

  #code(text: string): string {
    return createHmac('sha256', this.#token).update(text).digest('base64url')
  }
}
