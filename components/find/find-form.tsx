'use client'

import {
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useTransition,
} from 'react'
import { SiteForm } from '#components/language/site-form.tsx'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { hrefOf } from '#components/programme/listing-href.ts'
import { pressedHref, queryOf } from './pressed-href.ts'

/** Whoever types pauses longer between words than between letters. */
const TYPING_MS = 300

interface Props {
  /** The plain address of what the page shows now. */
  readonly here: string
  readonly children: ReactNode
}

/**
 * A form that asks while it is filled in. Each question replaces the address, so that going back leaves the list, and
 * the fields stay as they are under the fingers. Without a script it is a form with a button.
 */
export function FindForm({ here, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const router = useSiteRouter()
  const [pending, startTransition] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useFieldsOf(form, here)

  function ask() {
    clearTimeout(timer.current)
    if (!form.current) return
    const href = hrefOf(fieldsOf(form.current))
    if (href === (asked.current.at(-1) ?? here)) return
    asked.current.push(href)
    startTransition(() => router.replace(href, { scroll: false }))
  }

  function askSoon({ nativeEvent }: SyntheticEvent) {
    clearTimeout(timer.current)
    // Letters that are still being composed, as in Japanese, are not a word yet; the last input event of them says so.
    if ('isComposing' in nativeEvent && nativeEvent.isComposing) return
    timer.current = setTimeout(ask, TYPING_MS)
  }

  useEffect(() => () => clearTimeout(timer.current), [])

  // Links were made for what the page shows; pressed while the form says more already, they are its next question. What
  // was answered is no question any more, also where the page made something else of it than was asked.
  const press = useEffectEvent((event: MouseEvent) => {
    const link = form.current && linkBeside(form.current, event)
    if (!form.current || !link) return
    const said = fieldsOf(form.current)
    const href = hrefOf(said)
    if (href === here || (!pending && href === asked.current.at(-1))) return
    event.preventDefault()
    fill(form.current, queryOf(pressedHref(here, link.href, said)))
    ask()
  })
  useEffect(() => {
    const hear = (event: MouseEvent) => press(event)
    // Before the link itself hears it.
    addEventListener('click', hear, true)
    return () => removeEventListener('click', hear, true)
  }, [])

  return (
    <SiteForm
      ref={form}
      action="/shows"
      data-pending={pending || undefined}
      onInput={askSoon}
      onCompositionEnd={askSoon}
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      {children}
    </SiteForm>
  )
}

/**
 * What the form has asked for and not been answered yet. When the address changes by anything else (a chip, the way
 * back), the fields follow it.
 */
function useFieldsOf(form: RefObject<HTMLFormElement | null>, here: string) {
  const asked = useRef<string[]>([])
  const awake = useRef(false)
  useEffect(() => {
    if (!awake.current) {
      awake.current = true
      // Letters from before this script had come are a question as well; the address is not to take them back.
      if (form.current && isTouched(form.current)) form.current.requestSubmit()
      return
    }
    const answered = asked.current.indexOf(here)
    if (answered >= 0) {
      asked.current = asked.current.slice(answered + 1)
      return
    }
    asked.current = []
    if (form.current) fill(form.current, queryOf(here))
  }, [form, here])
  return asked
}

/** The link of the list that this follows here, in this very tab. */
function linkBeside(form: HTMLFormElement, { target, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent) {
  if (ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element)) return null
  const link = target.closest('a')
  const isOfList = link?.pathname === new URL(form.action).pathname && form.closest('main')?.contains(link)
  return isOfList ? link : null
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]))
}

/**
 * Whether a field says something else than the page that came with it. A choice from a list is not looked at: browsers and
 * React do not agree on which one a page came with.
 */
const isTouched = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (!(field instanceof HTMLInputElement)) return false
    return field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.value !== field.defaultValue
  })

function fill(form: HTMLFormElement, query: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = query.has(field.name)
    else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement)
      field.value = query.get(field.name) ?? ''
  }
}
