import type { Artwork as ArtworkData } from '#contracts/show.ts'
import { ArtworkFrame } from './artwork-frame.tsx'

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

/** A show's picture, 3:2, resting on its own colours until it is there. */
export function Artwork({ artwork: { key, palette, alt }, decorative = false, ...rest }: Props) {
  return <ArtworkFrame name={key} palette={palette} alt={decorative ? '' : alt} {...rest} />
}
