import styles from './artwork.module.css'
import { UploadedImage, type UploadedImageProps } from './uploaded-image.tsx'

/** An uploaded picture in a place that has its own shape, which it fills. */
export function FramedPicture({ className, ...image }: UploadedImageProps) {
  return (
    <div className={className ? `${styles.frame} ${className}` : styles.frame}>
      <UploadedImage {...image} />
    </div>
  )
}
