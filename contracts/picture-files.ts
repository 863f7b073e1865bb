/*
 * The files of an uploaded picture, by the names under which a reseller's hosts serve them:
 * `/media/pictures/<id>/<width>.webp` and `/media/pictures/<id>/print.png`. Without zod, for browsers.
 */

/** No larger side is kept: what the widest place on a page shows, as with artworks. */
export const PICTURE_SIDE = 1600

/** For what cannot read WebP: mails, tickets as PDF, cards for sharing. Fits into {@link PRINT_SIZE}. */
export const PRINT_FILE = 'print.png'

/** A logo in a mail stands 160 pixels wide at most, on a ticket 50 mm: this is both at two to four times the density. */
export const PRINT_SIZE = { width: 640, height: 320 } as const

/** A list on a phone, and across one. Pictures are kept under these names: another width would be missing of older ones. */
const SMALLER_WIDTHS = [480, 960]

/** The widths that a picture is kept in: those that are smaller, and its own. */
export const pictureWidths = (width: number): number[] => [...SMALLER_WIDTHS.filter((one) => one < width), width]

export const pictureAddress = (id: string, file: string): string => `/media/pictures/${id}/${file}`

/** The file of a picture that is at least so wide, or its widest. */
export function pictureAt(picture: { readonly id: string; readonly width: number }, atLeast: number): string {
  const widths = pictureWidths(picture.width)
  return pictureAddress(picture.id, `${widths.find((width) => width >= atLeast) ?? picture.width}.webp`)
}
