'use client'

import { ARTWORK_WIDTH, ARTWORK_WIDTHS } from '#contracts/artwork-widths.ts'
import styles from './artwork.module.css'
import { ArtworkImage } from './artwork-image.tsx'

interface Props {
  /** Core's key of the picture. */
  readonly name: string
  readonly palette: readonly string[]
  readonly alt: string
  readonly sizes: string
  readonly first?: boolean
  readonly className?: string
}

const address = (name: string, width: number) => `/media/artworks/${name}?w=${width}`

/**
 * Drawn in the browser as well, so that a page says of a picture its name and colours, and not all this once more in what
 * it brings for React (decision 0087): a list has twenty.
 */
export function ArtworkFrame({ name, palette, alt, sizes, first = false, className }: Props) {
  const srcSet = ARTWORK_WIDTHS.map((width) => `${address(name, width)} ${width}w`).join(', ')
  return (
    <div className={className ? `${styles.frame} ${className}` : styles.frame}>
      <Ground name={name} palette={palette} />
      <ArtworkImage
        src={address(name, ARTWORK_WIDTH)}
        srcSet={srcSet}
        sizes={sizes}
        width={1200}
        height={800}
        alt={alt}
        loading={first ? 'eager' : 'lazy'}
        {...(first && { fetchPriority: 'high' })}
        decoding="async"
      />
    </div>
  )
}

/** Presentation attributes, because a style attribute is what our content security policy refuses. */
function Ground({ name, palette }: Pick<Props, 'name' | 'palette'>) {
  // Equal pictures on a page have equal grounds, so it does no harm that they share a name.
  const id = `ground-${name}`
  return (
    <svg viewBox="0 0 3 2" preserveAspectRatio="none" aria-hidden="true">
      <linearGradient id={id} x1="0" y1="0" x2="0.4" y2="1">
        {palette.map((colour, index) => (
          <stop key={colour} offset={Math.round((100 * index) / (palette.length - 1)) / 100} stopColor={colour} />
        ))}
      </linearGradient>
      <rect width="3" height="2" fill={`url(#${id})`} />
    </svg>
  )
}
