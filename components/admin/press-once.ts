import type { KeyboardEvent } from 'react'

/** For a button's `onKeyDown`: Enter that is held down presses it again and again, even when it does something else by then. */
export function pressOnce(press: Pick<KeyboardEvent, 'key' | 'repeat' | 'preventDefault'>): void {
  if (press.repeat && press.key === 'Enter') press.preventDefault()
}
