import { expect, it } from 'vitest'
import { pressOnce } from './press-once.ts'

/** @returns whether the browser was kept from pressing the button */
function isKept(key: string, repeat: boolean): boolean {
  let kept = false
  const preventDefault = () => {
    kept = true
  }
  pressOnce({ key, repeat, preventDefault })
  return kept
}

it('a key that is held down presses once, and moves on as ever', () => {
  expect([isKept('Enter', false), isKept('Enter', true)]).toEqual([false, true])
  expect(isKept('Tab', true)).toBe(false)
})
