import { ARTWORK_WIDTHS, type Artwork as ArtworkData } from '#contracts/show.ts'
import styles from './artwork.module.css'

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
      <Ground palette={artwork.palette} />
      {/* biome-ignore lint/performance/noImgElement: core serves the three widths itself */}
      <img
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
function Ground({ palette }: { readonly palette: readonly string[] }) {
  return (
    <svg viewBox="0 0 3 2" preserveAspectRatio="none" aria-hidden="true">
      <rect width="3" height="2" fill={palette[0]} />
      <rect width="3" height="1" y="1" fill={palette[1]} opacity="0.5" />
    </svg>
  )
}
