'use client'

import { useEffect, useRef } from 'react'
import styles from './side-by-side.module.css'

interface Props {
  readonly title: string
  readonly version: number
  /** The page of the site to show. */
  readonly path: string
  readonly width: number
  readonly height: number
  /** Changes when the page should be fetched again. */
  readonly load: number
  /** Somebody followed a link inside. */
  readonly onPath: (path: string) => void
}

/** One version in a frame as wide as a device, drawn smaller where there is less room. */
export function PreviewFrame({ title, version, path, width, height, load, onPath }: Props) {
  const frame = useRef<HTMLIFrameElement>(null)
  const base = `/preview/v${version}`
  useEffect(() => {
    const inside = frame.current?.contentWindow
    if (!inside) return
    const wanted = `${base}${path === '/' ? '' : path}`
    // The same page is loaded again in place, so that it keeps where it was scrolled to.
    if (load > 0 && pathIn(inside) === wanted) inside.location.reload()
    else if (pathIn(inside) !== wanted) inside.location.replace(wanted)
  }, [base, path, load])
  const told = () => {
    const now = pathIn(frame.current?.contentWindow)
    if (now === null || (now !== base && !now.startsWith(`${base}/`))) return
    const inner = now.slice(base.length) || '/'
    if (inner !== path) onPath(inner)
  }
  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      <div ref={(box) => scaled(box, width, height)} className={styles.box}>
        <iframe ref={frame} title={title} width={width} height={height} onLoad={told} className={styles.frame} />
      </div>
    </figure>
  )
}

/** Path and query of what a frame shows; null before it shows a page of ours. */
function pathIn(inside: Window | null | undefined): string | null {
  try {
    return inside && inside.location.origin === location.origin
      ? inside.location.pathname + inside.location.search
      : null
  } catch {
    return null // it went to another site
  }
}

/** Draws the frame in the width there is. Through the object model: our pages allow no style attributes. */
function scaled(box: HTMLDivElement | null, width: number, height: number): (() => void) | undefined {
  if (!box) return undefined
  const draw = () => {
    const scale = Math.min(1, box.clientWidth / width)
    box.style.setProperty('--scale', String(scale))
    box.style.setProperty('height', `${Math.ceil(height * scale)}px`)
  }
  const watch = new ResizeObserver(draw)
  watch.observe(box)
  draw()
  return () => watch.disconnect()
}
