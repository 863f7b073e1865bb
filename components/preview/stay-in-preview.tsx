'use client'

import { useEffect } from 'react'
import { previewHref } from './preview-href.ts'

/** The Navigation API, as far as it is needed here; browsers without it keep to links and forms. */
interface Navigating extends Event {
  readonly destination: { readonly url: string }
  readonly hashChange: boolean
  readonly downloadRequest: string | null
}

/**
 * Keeps a visitor inside the preview: links and forms of the site say `/shows`, and here they mean the preview's
 * `/shows`. Each step loads its page whole, because Next's router knows nothing of previews.
 */
export function StayInPreview({ base }: { readonly base: string }) {
  useEffect(() => {
    const on = new AbortController()
    const options = { capture: true, signal: on.signal }
    const stay = (href: string) => previewHref(base, href, location.href)
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      const href = link && stay((link as HTMLAnchorElement).href)
      if (!link || !href) return
      link.setAttribute('href', href) // for a new tab or window, too
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      event.stopImmediatePropagation() // before React, whose router would go to the live page
      location.assign(href)
    }
    // On the window, because React listens on the document.
    window.addEventListener('click', follow, options)
    window.addEventListener('auxclick', follow, options)
    window.addEventListener(
      'submit',
      ({ target }) => {
        const href = target instanceof HTMLFormElement && target.method === 'get' ? stay(target.action) : null
        if (href) (target as HTMLFormElement).setAttribute('action', href)
      },
      options,
    )
    const { navigation } = window as { navigation?: EventTarget }
    navigation?.addEventListener(
      'navigate',
      (event) => {
        const { destination, hashChange, downloadRequest } = event as Navigating
        const href = hashChange || downloadRequest !== null ? null : stay(destination.url)
        if (!href || !event.cancelable) return
        event.preventDefault()
        location.assign(href)
      },
      { signal: on.signal },
    )
    return () => on.abort()
  }, [base])
  return null
}
