import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession } from '@playwright/test'

/** A place on the screen, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** As often as a phone's screen reports a finger. */
const EVERY_MS = 1_000 / 60
/** Chromium's bit for Ctrl, which makes a wheel zoom. */
const CTRL = 2

/** Fingers and a wheel as the browser gets them from the system: nothing of the page is called. */
export class Fingers {
  readonly #session: CDPSession

  constructor(session: CDPSession) {
    this.#session = session
  }

  /** Puts fingers down, moves them for a while, and lifts them. @param at where they are, from 0 to 1 of the time */
  async move(durationMs: number, at: (share: number) => readonly Point[]): Promise<void> {
    await this.#touch('touchStart', at(0))
    await steadily(durationMs, (share) => this.#touch('touchMove', at(share)))
    await this.#touch('touchEnd', [])
  }

  /** Turns the wheel with Ctrl held. @param deltaY of each step, from 0 to 1 of the time */
  async zoomByWheel(durationMs: number, { x, y }: Point, deltaY: (share: number) => number): Promise<void> {
    await steadily(durationMs, (share) =>
      this.#session.send('Input.dispatchMouseEvent', {
        ...{ type: 'mouseWheel', x, y, modifiers: CTRL },
        ...{ deltaX: 0, deltaY: deltaY(share) },
      }),
    )
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map(({ x, y }, id) => ({ x: Math.round(x), y: Math.round(y), id }))
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}

/** Sixty times a second, and less often where the page does not keep up: the next event waits for the one before. */
async function steadily(durationMs: number, step: (share: number) => Promise<unknown>): Promise<void> {
  const began = performance.now()
  for (let next = began; performance.now() - began < durationMs; next += EVERY_MS) {
    await pause(Math.max(0, next - performance.now()))
    await step(Math.min(1, (performance.now() - began) / durationMs))
  }
}
