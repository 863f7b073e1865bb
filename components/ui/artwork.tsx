import { ARTWORK_WIDTHS } from '#contracts/artwork-widths.ts'
import type { Artwork as ArtworkData } from '#contracts/show.ts'
import styles from './artwork.module.css'
import { ArtworkImage } from './artwork-image.tsx'

interface Props {
  readonly artwork: ArtworkData
  /** How wide the picture will stand, as in `<img sizes>`. */
  readonly sizes: string
  /** The picture people see first: fetched at once. */
  readonly first?: boolean
  /** Beside a title that already says it, a picture is decoration. */
  readonly decorative?: boolean
  readonly className?: string
}

const address = (key: string, width: number) => `/media/artworks/${key}?w=${width}`

/** A show's picture, 3:2, resting on its own colours until it is there. */
export function Artwork({ artwork, sizes, first = false, decorative = false, className }: Props) {
  const srcSet = ARTWORK_WIDTHS.map((width) => `${address(artwork.key, width)} ${width}w`).join(', ')
  return (
    <div className={className ? `${styles.frame} ${className}` : styles.frame}>
      <Ground artwork={artwork} />
      <ArtworkImage
        src={address(artwork.key, ARTWORK_WIDTHS[1])}
        srcSet={srcSet}
        sizes={sizes}
        width={1200}
        height={800}
        alt={decorative ? '' : artwork.alt}
        loading={first ? 'eager' : 'lazy'}
        fetchPriority={first ? 'high' : 'auto'}
        decoding="async"
      />
    </div>
  )
}

/** Presentation attributes, because a style attribute is what our content security policy refuses. */
function Ground({ artwork: { key, palette } }: { readonly artwork: ArtworkData }) {
  // Equal pictures on a page have equal grounds, so it does no harm that they share a name.
  const id = `ground-${key}`
  return (
    <svg viewBox="0 0 3 2" preserveAspectRatio="none" aria-hidden="true">
      <linearGradient id={id} x1="0" y1="0" x2="0.4" y2="1">
        {palette.map((colour, index) => (
          <stop key={colour} offset={index / (palette.length - 1)} stopColor={colour} />
        ))}
      </linearGradient>
      <rect width="3" height="2" fill={`url(#${id})`} />
    </svg>
  )
}
