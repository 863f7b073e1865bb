'use client'

import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { StaffButton } from '#components/admin/staff-button.tsx'
import { changeOf, type ListChange, moved, nextTo, removed } from './list-steps.ts'
import styles from './site-editor.module.css'

interface Props<T> {
  readonly entries: readonly T[]
  readonly edit: (change: ListChange<T>) => void
  /** How an entry is called when it is moved. */
  readonly nameOf: (entry: T) => string
  /** `change` may be called as late as one likes: it finds its entry, or that it is gone. */
  readonly fields: (entry: T, change: (to: (entry: T) => T) => void, at: number) => ReactNode
  readonly min?: number
  /** What adds an entry. */
  readonly children: ReactNode
}

/** An ordered list, arranged by buttons, so that a keyboard and a finger can do it as well as a mouse. */
export function EntryList<T>({ entries, edit, nameOf, fields, min = 0, children }: Props<T>) {
  const t = useTranslations('admin')
  const words = useTranslations('editor')
  const fewest = useId()
  const hasFewest = entries.length <= min
  const [said, setSaid] = useState('')
  const keys = useEntryKeys(entries.length)
  const { list, adding, goOnFrom } = useNextFocus()
  const move = (at: number, to: number) => {
    keys.current = moved(keys.current, at, to)
    edit((now) => moved(now, at, to))
    setSaid(t('movedTo', { name: nameOf(entries[at] as T), number: to + 1 }))
  }
  const remove = (at: number) => {
    keys.current = removed(keys.current, at)
    edit((now) => removed(now, at))
    goOnFrom(nextTo(at, entries.length - 1))
    setSaid(t('removed', { name: nameOf(entries[at] as T) }))
  }
  const changeEntry = (key: number, to: (entry: T) => T) => {
    const change = changeOf(keys.current, key, to)
    if (change) edit(change)
  }
  return (
    <>
      <ol ref={list} className="plain-list">
        {entries.map((entry, at) => {
          const name = nameOf(entry)
          const key = keys.current[at] as number
          return (
            <li key={key} className={styles.entry} tabIndex={-1} aria-label={name}>
              {fields(entry, (to) => changeEntry(key, to), at)}
              <div className="row">
                <StaffButton
                  kind="small"
                  aria-label={t('moveUp', { name })}
                  off={at === 0}
                  onClick={() => move(at, at - 1)}
                >
                  ↑
                </StaffButton>
                <StaffButton
                  kind="small"
                  aria-label={t('moveDown', { name })}
                  off={at === entries.length - 1}
                  onClick={() => move(at, at + 1)}
                >
                  ↓
                </StaffButton>
                <StaffButton
                  kind="small"
                  push
                  aria-label={t('remove', { name })}
                  off={hasFewest}
                  aria-describedby={hasFewest ? fewest : undefined}
                  onClick={() => remove(at)}
                >
                  {t('removeShort')}
                </StaffButton>
              </div>
            </li>
          )
        })}
      </ol>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      <p id={fewest} role="status" className="muted">
        {hasFewest && entries.length > 0 && words('listFewest', { count: min })}
      </p>
      <div ref={adding}>{children}</div>
    </>
  )
}

/** The button that removed an entry goes with it; without this the focus would go to the top of the page. */
function useNextFocus() {
  const list = useRef<HTMLOListElement>(null)
  const adding = useRef<HTMLDivElement>(null)
  const next = useRef<number | null>(undefined)
  useEffect(() => {
    if (next.current === undefined) return
    const place = next.current === null ? adding.current?.querySelector('button') : list.current?.children[next.current]
    next.current = undefined
    if (place instanceof HTMLElement) place.focus()
  })
  const goOnFrom = (at: number | null) => {
    next.current = at
  }
  return { list, adding, goOnFrom }
}

/** Entries have no ids; a key of our own keeps the focus on the one that moves. */
function useEntryKeys(count: number) {
  const next = useRef(0)
  const keys = useRef<number[]>([])
  while (keys.current.length < count) keys.current = [...keys.current, next.current++]
  if (keys.current.length > count) keys.current = keys.current.slice(0, count)
  return keys
}
