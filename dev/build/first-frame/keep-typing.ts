import { awakeCheck } from './awake-check.ts'

/**
 * Tells React what was typed, chosen or ticked before the page was awake. It hears of a field only what happens after it has it: what
 * stood there by then is on the screen and in no state, and gone with the next change of the page (decision 0109).
 */
export function keepTyping(): void {
  const isAwake = awakeCheck()
  /** How often it is looked for what is awake: three frames. */
  const LOOK_MS = 50
  /** What is typed does nothing by itself; what is chosen or ticked may, and much later that would be a surprise. */
  const LONGEST_MS = { typed: 30_000, chosen: 10_000 }
  type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
  interface Was {
    text: string
    ticked: boolean
    /** Whether a word is being put together, which nothing may touch. */
    composing: boolean
    untilMs: number
  }
  /** React puts its own value into some when it takes over, so what they had is kept here. */
  const kept = new Map<Field, Was>()
  let telling = false

  const tell = (field: Field, { text, ticked }: Was) => {
    // A click would not be heard.
    if (field.disabled) return
    // React looks whether a field has something else than it remembers, which is what a script has set in the ordinary way.
    if ('checked' in field && /^(?:checkbox|radio)$/.test(field.type)) {
      if (ticked === field.defaultChecked) return
      field.checked = !ticked
      field.click()
      return
    }
    if ('options' in field) {
      const usual = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0]
      if (text === usual?.value) return
      field.value = text
    } else if (field.type !== 'file') {
      if (text === field.defaultValue) return
      const [from, to] = [field.selectionStart, field.selectionEnd]
      field.value = field.defaultValue
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text)
      // Fields for addresses and numbers have no place of the caret to tell.
      if (from !== null && document.activeElement === field) field.setSelectionRange(from, to)
    }
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
  }
  const tellAwake = () => {
    if (telling) return
    telling = true
    for (const [field, was] of kept) {
      const isOver = performance.now() >= was.untilMs
      if (!isOver && (was.composing || !isAwake(field))) continue
      kept.delete(field)
      if (!isOver) tell(field, was)
    }
    telling = false
  }
  const look = () => {
    tellAwake()
    if (kept.size > 0) setTimeout(look, LOOK_MS)
  }
  const keep = (event: Event) => {
    const field = event.target as Field
    if (!event.isTrusted || !field.matches('input, textarea, select')) return
    // Of several of which one can be ticked, it is the last.
    if (field.type === 'radio')
      for (const other of kept.keys())
        if (other !== field && other.name === field.name && other.form === field.form) kept.delete(other)
    // What is typed while it waits for its turn belongs to it.
    if (isAwake(field) && !kept.has(field)) return
    if (kept.size === 0) setTimeout(look, LOOK_MS)
    const isTicked = /^(?:checkbox|radio)$/.test(field.type)
    kept.set(field, {
      text: field.value,
      ticked: isTicked && (field as HTMLInputElement).checked,
      composing: 'isComposing' in event && event.isComposing === true,
      untilMs:
        performance.now() + LONGEST_MS[isTicked || 'options' in field || field.type === 'file' ? 'chosen' : 'typed'],
    })
  }
  addEventListener('input', keep, true)
  addEventListener('compositionend', keep, true)
  // A form that is sent must know what is in it, whether it is pressed now or was pressed before. What is ticked just now
  // says itself what it has.
  addEventListener(
    'click',
    ({ target }) => {
      if (!/^(?:checkbox|radio)$/.test((target as Field).type)) tellAwake()
    },
    true,
  )
}
