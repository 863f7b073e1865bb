import { PRINT_FILE } from '#contracts/picture-files.ts'
import { asReseller } from '../as-reseller.ts'
import type { Database } from '../database.ts'
import type { Brand } from './brand.ts'

/** A brand with its uploaded logo, which mails carry along; without one, or when it was removed, as it is. */
export async function withLogo(database: Database, brand: Brand): Promise<Brand> {
  const { resellerId } = brand
  const pictureId = brand.config.logo.picture?.id
  if (pictureId === undefined) return brand
  const key = { resellerId, pictureId, name: PRINT_FILE }
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.pictureFile.findUnique({ where: { resellerId_pictureId_name: key } }),
  )
  return { ...brand, logo: row?.content ?? null }
}
