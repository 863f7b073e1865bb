import { LRUCache } from 'lru-cache'
import type { PictureList, StoredPicture } from '#contracts/picture.ts'
import { asReseller, type Database, type ResellerTransaction } from '#lib/database/database.ts'
import type { Developed, PictureFile } from './develop.ts'

/** A reseller's pictures. Each is named by the hash of its pixels, so what stands under a name never changes. */
export interface PictureStore {
  /** Keeps a picture; the same one again changes nothing, except that it is measured now if it was not. */
  keep(resellerId: string, picture: Developed, uploadedBy: string): Promise<KeepOutcome>
  /** One file of a picture; null when this reseller has none of that name. */
  file(resellerId: string, pictureId: string, name: string): Promise<PictureFile | null>
  list(resellerId: string): Promise<PictureList>
  remove(resellerId: string, pictureId: string): Promise<RemoveOutcome>
}

export type KeepOutcome = { readonly outcome: 'kept'; readonly picture: StoredPicture } | { readonly outcome: 'full' }
/** `shown`: the live version or the newest one shows it. */
export type RemoveOutcome = 'removed' | 'shown' | 'unknown'

/** Of all files of a reseller's pictures. A photograph in all its sizes is some 400 KB: room for about 160 of them. */
export const ROOM_BYTES = 64 * 1024 * 1024
/** What all pages of some twenty resellers show; a picture that was asked for once is shown when PostgreSQL is away. */
const CACHE_BYTES = 16 * 1024 * 1024
/** Five files of a megabyte at most; whoever uploads waits for more than this. */
const WRITE_LIMIT_MS = 4_000
/** Any number that nothing else locks: one reseller's uploads are counted one after the other. */
const KEEPING = 4_190_111

export function createPictureStore(database: Database): PictureStore {
  const files = new LRUCache<string, PictureFile>({
    maxSize: CACHE_BYTES,
    sizeCalculation: ({ content }) => content.byteLength,
  })
  return {
    keep: (resellerId, picture, uploadedBy) =>
      asReseller(
        database,
        resellerId,
        (transaction) => keep(transaction, resellerId, picture, uploadedBy),
        WRITE_LIMIT_MS,
      ),

    async file(resellerId, pictureId, name) {
      const key = JSON.stringify([resellerId, pictureId, name])
      const known = files.get(key)
      if (known) return known
      const row = await asReseller(database, resellerId, (transaction) =>
        transaction.pictureFile.findUnique({
          where: { resellerId_pictureId_name: { resellerId, pictureId, name } },
        }),
      )
      if (row === null) return null
      const file = { name, type: row.type as PictureFile['type'], content: row.content }
      files.set(key, file)
      return file
    },

    async list(resellerId) {
      const rows = await asReseller(database, resellerId, (transaction) =>
        transaction.picture.findMany({ where: { resellerId }, orderBy: { uploadedAt: 'desc' } }),
      )
      const usedBytes = rows.reduce((sum, { bytes }) => sum + bytes, 0)
      return { items: rows.map(toStored), usedBytes, roomBytes: ROOM_BYTES }
    },

    async remove(resellerId, pictureId) {
      const outcome = await asReseller(database, resellerId, (transaction) =>
        remove(transaction, resellerId, pictureId),
      )
      if (outcome === 'removed')
        for (const key of files.keys())
          if (key.startsWith(JSON.stringify([resellerId, pictureId]).slice(0, -1))) files.delete(key)
      return outcome
    },
  }
}

async function keep(
  transaction: ResellerTransaction,
  resellerId: string,
  { id, width, height, tones, files }: Developed,
  uploadedBy: string,
): Promise<KeepOutcome> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${KEEPING}::int, hashtext(${resellerId}))`
  const where = { resellerId, pictureId: id }
  const own = { where: { resellerId_pictureId: where } }
  const known = await transaction.picture.findUnique(own)
  if (known?.tones.length === 0) await transaction.picture.update({ ...own, data: { tones } })
  if (known) return { outcome: 'kept', picture: toStored({ ...known, tones }) }
  const bytes = files.reduce((sum, { content }) => sum + content.byteLength, 0)
  const { _sum } = await transaction.picture.aggregate({ where: { resellerId }, _sum: { bytes: true } })
  if ((_sum.bytes ?? 0) + bytes > ROOM_BYTES) return { outcome: 'full' }
  const row = await transaction.picture.create({ data: { ...where, width, height, bytes, tones, uploadedBy } })
  await transaction.pictureFile.createMany({ data: files.map((file) => ({ ...where, ...file })) })
  return { outcome: 'kept', picture: toStored(row) }
}

async function remove(transaction: ResellerTransaction, resellerId: string, pictureId: string): Promise<RemoveOutcome> {
  const [shown] = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM config_version v JOIN reseller r ON r.reseller_id = v.reseller_id
    WHERE v.reseller_id = ${resellerId} AND position(${pictureId} in v.config::text) > 0
      AND (v.version = r.live_version
        OR v.version = (SELECT max(version) FROM config_version WHERE reseller_id = ${resellerId}))`
  if (shown) return 'shown'
  const { count } = await transaction.picture.deleteMany({ where: { resellerId, pictureId } })
  return count > 0 ? 'removed' : 'unknown'
}

interface Row {
  readonly pictureId: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly tones: number[]
  readonly uploadedAt: Date
  readonly uploadedBy: string
}

const toStored = ({ pictureId, uploadedAt, width, height, bytes, tones, uploadedBy }: Row): StoredPicture => ({
  ...{ id: pictureId, width, height, bytes, uploadedBy },
  ...(tones.length > 0 && { tones }),
  uploadedAt: uploadedAt.toISOString(),
})
