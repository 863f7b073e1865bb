import type { DescribedPicture } from '#contracts/picture.ts'
import styles from './artwork.module.css'
import { UploadedImage } from './uploaded-image.tsx'

interface Props {
  readonly picture: DescribedPicture
  /** How wide the frame stands, as in `<img sizes>`. */
  readonly sizes: string
  /** The picture people see first: fetched at once. */
  readonly first?: boolean
  readonly lang?: string | undefined
  readonly className?: string
}

/** An uploaded picture in a place that has its own shape, which it fills. */
export function FramedPicture({ className, ...image }: Props) {
  return (
    <div className={className ? `${styles.frame} ${className}` : styles.frame}>
      <UploadedImage {...image} />
    </div>
  )
}
