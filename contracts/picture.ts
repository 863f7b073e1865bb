import { z } from 'zod'
import { TEXT_LIMITS } from './config-limits.ts'
import { PICTURE_SIDE } from './picture-files.ts'
import { Tones } from './picture-tones.ts'

/** What may be uploaded. No SVG: it is a program that draws, and could run or fetch something on a reseller's page. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const

/** Bytes. A 12-megapixel photograph from a phone has 2–4 MB; what is larger is no picture for a page yet. */
export const PICTURE_UPLOAD_LIMIT = 4 * 1024 * 1024

export const PictureId = z.string().regex(/^[0-9a-f]{64}$/, 'is not a picture')

const Side = z.int().min(1).max(PICTURE_SIDE)

/** An uploaded picture, as a configuration names it: the hash of its pixels and how large they stand. */
export const Picture = z.object({ id: PictureId, width: Side, height: Side })

/** A picture with the words for those who do not see it; empty where it is decoration. */
export const DescribedPicture = Picture.extend({ alt: z.string().max(TEXT_LIMITS.alt) })

/** A picture as staff see it in the list of what was uploaded. `bytes` are those of all its files. */
export const StoredPicture = Picture.extend({
  ...{ bytes: z.int(), uploadedAt: z.iso.datetime(), uploadedBy: z.string() },
  /** Not of those that were uploaded before pictures were measured. */
  tones: Tones.optional(),
})

/** Everything a reseller has uploaded, newest first, and how much of its room that takes. */
export const PictureList = z.object({
  items: z.array(StoredPicture),
  usedBytes: z.int().min(0),
  roomBytes: z.int().min(0),
})

/** Why a file is no picture for a page; `detail` of `storefront/unusable-picture`. */
export const PictureFault = z.enum(['not-a-picture', 'damaged', 'moving', 'too-many-pixels', 'too-thin'])

export type Picture = z.infer<typeof Picture>
export type DescribedPicture = z.infer<typeof DescribedPicture>
export type StoredPicture = z.infer<typeof StoredPicture>
export type PictureList = z.infer<typeof PictureList>
export type PictureFault = z.infer<typeof PictureFault>
