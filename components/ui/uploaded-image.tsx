import type { DescribedPicture } from '#contracts/picture.ts'
import { pictureAddress, pictureAt, pictureWidths } from '#contracts/picture-files.ts'

export interface UploadedImageProps {
  readonly picture: DescribedPicture
  /** How wide it will stand, as in `<img sizes>`. */
  readonly sizes: string
  /** The picture people see first: fetched at once. */
  readonly first?: boolean
  /** Of its words, if it is not the page's. */
  readonly lang?: string | undefined
  readonly className?: string
}

/** A picture that the reseller uploaded. Its width and height are known, so nothing moves when it comes. */
export function UploadedImage({ picture, sizes, first = false, lang, className }: UploadedImageProps) {
  const { id, width, height, alt } = picture
  return (
    // biome-ignore lint/performance/noImgElement: it comes in its sizes already
    <img
      src={pictureAt(picture, 960)}
      srcSet={pictureWidths(width)
        .map((one) => `${pictureAddress(id, `${one}.webp`)} ${one}w`)
        .join(', ')}
      alt={alt}
      {...{ sizes, width, height, lang, className }}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
    />
  )
}
