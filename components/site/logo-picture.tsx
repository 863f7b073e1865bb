import type { Picture } from '#contracts/picture.ts'
import { PRINT_FILE, pictureAddress } from '#contracts/picture-files.ts'

interface Props {
  readonly picture: Picture
  /** What is read, and what stands there while it does not come. */
  readonly wordmark: string
  readonly className?: string | undefined
}

/** A reseller's logo as it was uploaded. The PNG, because sharp edges and few colours are what WebP blurs. */
export function LogoPicture({ picture: { id, width, height }, wordmark, className }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: it comes in its size already
    <img src={pictureAddress(id, PRINT_FILE)} alt={wordmark} {...{ width, height, className }} fetchPriority="high" />
  )
}
