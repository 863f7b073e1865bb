'use client'

import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  readonly className?: string | undefined
  /** A `summary`, and what lies over the page while it is open. */
  readonly children: ReactNode
}

/**
 * A menu over the page, which the browser opens and closes by itself. It stays when the page changes under it, so it is
 * folded away once something in it is chosen, and by whatever else shows that somebody is done with it.
 */
export function FoldingMenu({ className, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null)
  useEffect(() => (menu.current ? foldWhenDone(menu.current) : undefined), [])
  return (
    <details ref={menu} className={className}>
      {children}
    </details>
  )
}

/** @returns how to stop */
function foldWhenDone(menu: HTMLDetailsElement): () => void {
  const end = new AbortController()
  const { signal } = end
  const isBeside = (target: EventTarget | null) => target instanceof Node && !menu.contains(target)
  const isLink = (target: EventTarget | null) => target instanceof Element && target.closest('a') !== null
  menu.addEventListener('click', ({ target }) => isLink(target) && fold(menu), { signal })
  menu.addEventListener('focusout', ({ relatedTarget }) => isBeside(relatedTarget) && fold(menu), { signal })
  document.addEventListener('pointerdown', ({ target }) => isBeside(target) && fold(menu), { signal })
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && fold(menu), { signal })
  addEventListener('popstate', () => fold(menu), { signal })
  return () => end.abort()
}

function fold(menu: HTMLDetailsElement) {
  if (!menu.open) return
  // What is folded away cannot keep the focus.
  if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus({ preventScroll: true })
  menu.open = false
}
