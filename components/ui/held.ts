import type { MouseEvent } from 'react'

/** Enter in a field of a form is a press of its button as well, so this keeps the form from being sent. */
const HELD = { 'aria-disabled': true, onClick: (press: MouseEvent) => press.preventDefault() } as const

/**
 * For a button that can do nothing at the moment; spread over it after all else. `disabled` would take the keyboard's focus
 * away, and whoever pressed it a moment ago would go on from the page's top.
 */
export const held = (isHeld: boolean): typeof HELD | undefined => (isHeld ? HELD : undefined)
