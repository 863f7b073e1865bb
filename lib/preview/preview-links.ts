import { randomBytes } from 'node:crypto'
import { asReseller, type Database } from '#lib/database/database.ts'
import { mintPreviewToken, type PreviewClaim } from './preview-token.ts'

/** A share link as staff see it. `path` opens the preview for whoever has it. */
export interface PreviewLink {
  readonly linkId: string
  readonly version: number
  readonly createdBy: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly path: string
}

/** A review takes days, not weeks; whoever needs longer makes a new link. */
const PREVIEW_LINK_MAX_DAYS = 7
const DAY_MS = 24 * 60 * 60_000
/** The list is one screen, and the newest are what people look for. */
const LISTED = 50
/** Ended links stay on the list for a month, so that one can see who shared what; then the next new link clears them. */
const KEPT_MS = 30 * DAY_MS

type Parts = { readonly database: Database; readonly environment: { readonly secret: string } }

/** @param days 1 to {@link PREVIEW_LINK_MAX_DAYS} */
export async function createPreviewLink(
  { database, environment }: Parts,
  resellerId: string,
  link: { readonly version: number; readonly days: number; readonly createdBy: string },
): Promise<PreviewLink> {
  const nowMs = Date.now()
  const days = Math.min(Math.max(1, link.days), PREVIEW_LINK_MAX_DAYS)
  const row = await asReseller(database, resellerId, async (transaction) => {
    await transaction.previewLink.deleteMany({ where: { resellerId, expiresAt: { lt: new Date(nowMs - KEPT_MS) } } })
    return transaction.previewLink.create({
      data: {
        ...{ resellerId, version: link.version, createdBy: link.createdBy },
        linkId: randomBytes(12).toString('base64url'),
        expiresAt: new Date(nowMs + days * DAY_MS),
      },
    })
  })
  return withPath(environment.secret, resellerId, row)
}

/** The newest links, those that ended included. */
export async function listPreviewLinks({ database, environment }: Parts, resellerId: string): Promise<PreviewLink[]> {
  const rows = await asReseller(database, resellerId, (transaction) =>
    transaction.previewLink.findMany({ where: { resellerId }, orderBy: { createdAt: 'desc' }, take: LISTED }),
  )
  return rows.map((row) => withPath(environment.secret, resellerId, row))
}

/** Whether there was such a link; one that is revoked already stays so. */
export async function revokePreviewLink({ database }: Parts, resellerId: string, linkId: string): Promise<boolean> {
  return asReseller(database, resellerId, async (transaction) => {
    const where = { resellerId, linkId }
    const { count } = await transaction.previewLink.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    return count > 0 || (await transaction.previewLink.count({ where })) > 0
  })
}

/** Whether a claim that its seal vouches for is on the list, says the same, and was not revoked. */
export async function isPreviewLinkGood(
  { database }: Pick<Parts, 'database'>,
  resellerId: string,
  { linkId, version, expiresAtMs }: PreviewClaim,
): Promise<boolean> {
  const row = await asReseller(database, resellerId, (transaction) =>
    transaction.previewLink.findUnique({ where: { resellerId_linkId: { resellerId, linkId } } }),
  )
  return row !== null && row.revokedAt === null && row.version === version && row.expiresAt.getTime() === expiresAtMs
}

function withPath(secret: string, resellerId: string, row: Omit<PreviewLink, 'path'>): PreviewLink {
  const { linkId, version, createdBy, createdAt, expiresAt, revokedAt } = row
  const token = mintPreviewToken(secret, resellerId, { linkId, version, expiresAtMs: expiresAt.getTime() })
  return { linkId, version, createdBy, createdAt, expiresAt, revokedAt, path: `/preview/${token}` }
}
