import { awakeCheck } from './awake-check.ts'

/**
 * Keeps what is pressed before the page is awake, and does it when it is. Without it a press of a button that is on the
 * screen before its script has come is lost, and whoever pressed it believes in a shop that does not answer (decision 0109).
 */
export function keepPresses(): void {
  const isAwake = awakeCheck()
  /** What is done much later than it was asked for is a surprise; by then people press again. */
  const LONGEST_MS = 10_000
  /** How often it is looked for what is awake: three frames, which nobody notices after a wait. */
  const LOOK_MS = 50
  const PRESSED = 'button, [role="checkbox"]'
  /** A form with an address needs no script. */
  const SENDS_BY_ITSELF = 'form[action] button:not([type="button"])'
  /** What was pressed, how, and when it is given up. What is pressed three times while nothing happens is meant once. */
  const kept = new Map<Element, { press: PointerEvent; at: DOMRect; untilMs: number }>()

  const look = () => {
    for (const [pressed, { press, at, untilMs }] of kept) {
      const awake = isAwake(pressed)
      if (!awake && performance.now() < untilMs) continue
      kept.delete(pressed)
      pressed.ariaBusy = null
      if (!awake) continue
      // Where it is now, and with what it was pressed: a tap on a small seat brings the hall closer.
      const { left, top } = pressed.getBoundingClientRect()
      const { pointerType, detail, clientX, clientY } = press
      const place = { clientX: clientX + left - at.left, clientY: clientY + top - at.top }
      const how = { bubbles: true, cancelable: true, composed: true, pointerType, detail, ...place }
      pressed.dispatchEvent(new PointerEvent('click', how))
      // The next one is for the page as this one leaves it, which it does when this task is over.
      break
    }
    if (kept.size > 0) setTimeout(look, LOOK_MS)
  }
  // Before anybody else hears of it. Links, and what fields do by themselves (typing, ticking, opening), need no script.
  addEventListener(
    'click',
    (press) => {
      const pressed = (press.target as Element).closest(PRESSED)
      if (!pressed || pressed.matches(SENDS_BY_ITSELF) || !press.isTrusted) return
      // What is pressed after others whose turn is about to come is done after them.
      if (isAwake(pressed) && ![...kept.keys()].some(isAwake)) return
      press.preventDefault()
      press.stopImmediatePropagation()
      if (kept.size === 0) setTimeout(look, LOOK_MS)
      const at = pressed.getBoundingClientRect()
      kept.set(pressed, { press: press as PointerEvent, at, untilMs: performance.now() + LONGEST_MS })
      pressed.ariaBusy = 'true'
    },
    true,
  )
}
