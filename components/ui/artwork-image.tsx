'use client'

import type { ComponentProps, SyntheticEvent } from 'react'

/** A picture that could not be had is asked for once more: mostly core was only busy. */
const AGAIN_MS = 3_000

type Props = Omit<ComponentProps<'img'>, 'ref' | 'onError'>

/** An image that is not there leaves its ground, not the browser's sign for a broken one. */
export function ArtworkImage(props: Props) {
  // biome-ignore lint/performance/noImgElement: core serves all widths itself
  return <img {...props} alt={props.alt} ref={lookAfter} onError={(event) => onError(event)} />
}

/** It may have failed before the browser had taken over. */
function lookAfter(image: HTMLImageElement | null): void {
  if (image?.complete && image.naturalWidth === 0) failed(image)
}

const onError = ({ currentTarget }: SyntheticEvent<HTMLImageElement>) => failed(currentTarget)

function failed(image: HTMLImageElement): void {
  image.hidden = true
  if (image.dataset.again) return
  image.dataset.again = 'yes'
  setTimeout(() => {
    image.onload = () => {
      image.hidden = false
    }
    image.loading = 'eager'
    // Setting it, even to the same, asks again.
    image.setAttribute('srcset', image.srcset)
  }, AGAIN_MS)
}
