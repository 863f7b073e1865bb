'use client'

import { type ReactNode, useRef, useState } from 'react'
import styles from './gallery.module.css'
import { slideInSight } from './slide-in-sight.ts'

interface Props {
  /** What the strip is called: it takes the focus, so that arrow keys scroll it. */
  readonly label: string
  readonly slides: readonly ReactNode[]
  readonly thumbs: readonly { readonly label: string; readonly picture: ReactNode }[]
}

/** The strip scrolls by itself; this only says which picture is in sight, and brings another one there. */
export function GalleryStrip({ label, slides, thumbs }: Props) {
  const strip = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(0)
  const look = () => {
    const { current } = strip
    if (current) setShown(slideInSight(current.scrollLeft, current.clientWidth, slides.length))
  }
  const bring = (index: number) => {
    const { current } = strip
    const slide = current?.children[index] as HTMLElement | undefined
    // Not `scrollIntoView`, which would move the page as well. How smoothly is the stylesheet's to say.
    if (current && slide) current.scrollTo({ left: slide.offsetLeft - current.offsetLeft })
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by a keyboard */}
      <ul ref={strip} className={styles.strip} tabIndex={0} aria-label={label} onScroll={look}>
        {slides.map((slide, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: pictures of a rendered page never change places
          <li key={index}>{slide}</li>
        ))}
      </ul>
      {thumbs.length > 1 && (
        <ul className={styles.thumbs}>
          {thumbs.map((thumb, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={index}>
              <button
                type="button"
                aria-label={thumb.label}
                aria-current={index === shown || undefined}
                onClick={() => bring(index)}
              >
                {thumb.picture}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
