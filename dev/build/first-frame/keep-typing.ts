/**
 * Tells React what was typed, chosen or ticked before the page was awake. It hears of a field only what happens after it has it: what
 * stood there by then is on the screen and in no state, and gone with the next change of the page (decision 0109). It runs in
 * browsers beside `begin`, on its own, as the text of this function: it may use nothing from outside of it.
 */
export function keepTyping(): void {
  /** How often it is looked for what is awake: three frames. */
  const LOOK_MS = 50
  /** By then the page will not wake any more; what was typed stands where it was. */
  const LONGEST_MS = 30_000
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  /** React puts its own value into some when it takes over, so what they had is kept here. */
  const kept = new Map<Field, { text: string; ticked: boolean; untilMs: number }>()

  const isAwake = (field: Field): boolean =>
    'awake' in document.documentElement.dataset && Object.keys(field).some((key) => key.startsWith('__reactFiber$'))
  const tell = (field: Field, { text, ticked }: { text: string; ticked: boolean }) => {
    // React looks whether a field has something else than it remembers, which is what a script has set in the ordinary way.
    if ('checked' in field && /^(?:checkbox|radio)$/.test(field.type)) {
      if (ticked === field.defaultChecked) return
      field.checked = !ticked
      field.click()
      return
    }
    if ('options' in field) {
      field.value = text
    } else if (text !== field.defaultValue) {
      const [from, to] = [field.selectionStart, field.selectionEnd]
      field.value = field.defaultValue
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
      // Fields for addresses and numbers have no place of the caret to tell.
      if (from !== null && document.activeElement === field) field.setSelectionRange(from, to)
    }
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
  }
  const look = () => {
    for (const [field, was] of kept) {
      const awake = isAwake(field)
      if (!awake && performance.now() < was.untilMs) continue
      kept.delete(field)
      if (awake) tell(field, was)
    }
    if (kept.size > 0) setTimeout(look, LOOK_MS)
  }
  addEventListener(
    'input',
    ({ target, isTrusted }) => {
      const field = target as Field
      if (!isTrusted || !field.matches('input:not([type="file"]), textarea, select')) return
      // What is typed while it waits for its turn belongs to it.
      if (isAwake(field) && !kept.has(field)) return
      if (kept.size === 0) setTimeout(look, LOOK_MS)
      // Of several of which one can be ticked, it is the last.
      if (field.type === 'radio')
        for (const other of kept.keys()) if (other.name === field.name && other.form === field.form) kept.delete(other)
      const ticked = 'checked' in field && field.checked
      kept.set(field, { text: field.value, ticked, untilMs: performance.now() + LONGEST_MS })
    },
    true,
  )
}
