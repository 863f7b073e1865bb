import { CONFIG_CHANNEL, type ConfigEvent } from '#contracts/config-event.ts'
import type { Prisma } from '#generated/prisma/client.ts'
import { versionKey } from '#platform/version-key.ts'
import type { Database, Transaction } from '../database.ts'
import { type Decision, hostsOf, NUMBER_LIMIT, type Refusal } from './decide.ts'
import { type Changes, changesOf, decideInOrder, type KnownConfigs } from './known-configs.ts'
import { storableCause, storableText } from './storable-refusal.ts'

/** Any number that nothing else locks: whoever applies events does it alone. */
const APPLYING = 4_190_101

/** Stands for the version that nobody could read out of a record; real ones begin at 1. */
export const NO_VERSION = 0

/**
 * Applies events in order: reads what they touch, decides, writes and announces, in one transaction. Under one lock,
 * because a paused consumer may wake up beside its successor, and because two resellers may reach for one host.
 */
export async function applyConfigEvents(database: Database, events: readonly ConfigEvent[]): Promise<Decision[]> {
  return database.$transaction(
    async (transaction) => {
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${APPLYING})`
      const decisions = decideInOrder(await readKnown(transaction, events), events)
      const { versions, pointers } = changesOf(events, decisions)
      await storeVersions(transaction, versions)
      await movePointers(transaction, pointers)
      return decisions
    },
    { maxWait: 5_000, timeout: 5_000 },
  )
}

/** Stores versions that are valid; one that is there already stays as it is. Notes about them go away. */
export async function storeVersions(transaction: Transaction, versions: Changes['versions']): Promise<void> {
  if (versions.length === 0) return
  const resellers = [...new Set(versions.map(({ resellerId }) => resellerId))]
  await transaction.$executeRaw`
    INSERT INTO reseller (reseller_id) SELECT unnest(${resellers}::text[]) ON CONFLICT DO NOTHING`
  await transaction.configVersion.createMany({
    data: versions.map((version) => ({ ...version, config: version.config as Prisma.InputJsonValue })),
    skipDuplicates: true,
  })
  await forgetRefusals(transaction, versions)
}

/** Notes what was refused, after it was told; the same refusal is then not told again. */
export async function noteRefusals(
  database: Database,
  refusals: readonly (Refusal & { readonly resellerId: string })[],
): Promise<void> {
  for (const { resellerId, version, sequence, reason, cause } of refusals) {
    if (version > NUMBER_LIMIT || sequence > NUMBER_LIMIT) continue
    const said = { reason: storableText(reason), cause: storableCause(cause) }
    const note = { sequence, ...said, rejectedAt: new Date() }
    await database.configRejection.upsert({
      where: { resellerId_version: { resellerId, version } },
      create: { resellerId, version, ...note },
      update: note,
    })
  }
}

async function readKnown(transaction: Transaction, events: readonly ConfigEvent[]): Promise<KnownConfigs> {
  const resellers = [...new Set(events.map(({ resellerId }) => resellerId))]
  const OR = events.flatMap(({ resellerId, live, draft }) =>
    [live.version, draft?.version ?? live.version]
      .filter((version) => version <= NUMBER_LIMIT)
      .map((version) => ({ resellerId, version })),
  )
  const hosts = [...new Set(events.flatMap(({ live }) => hostsOf(live.config)))]
  const known = await transaction.reseller.findMany({ where: { resellerId: { in: resellers } } })
  const stored = await transaction.configVersion.findMany({ where: { OR } })
  const told = await transaction.configRejection.findMany({ where: { OR } })
  const taken = await transaction.resellerHost.findMany({
    where: { OR: [{ host: { in: hosts } }, { resellerId: { in: resellers } }] },
  })
  return {
    sequences: new Map(known.map(({ resellerId, sequence }) => [resellerId, sequence])),
    stored: new Map(stored.map((row) => [versionKey(row), row.config])),
    told: new Map(told.map((row) => [versionKey(row), row])),
    hostOwners: new Map(taken.map(({ host, resellerId }) => [host, resellerId])),
  }
}

/** All hosts of the resellers concerned are given up before any is taken: they may pass from one to the other. */
async function movePointers(transaction: Transaction, pointers: Changes['pointers']): Promise<void> {
  if (pointers.length === 0) return
  const resellers = pointers.map(({ resellerId }) => resellerId)
  await transaction.$executeRaw`
    UPDATE reseller SET live_version = moved.version, sequence = moved.sequence, published_at = now(),
      announced_at = moved.announced_at
    FROM unnest(${resellers}::text[], ${pointers.map(({ version }) => version)}::int[],
                ${pointers.map(({ sequence }) => sequence)}::int[],
                ${pointers.map(({ at }) => at)}::timestamptz[]) AS moved (id, version, sequence, announced_at)
    WHERE reseller_id = moved.id`
  await transaction.resellerHost.deleteMany({ where: { resellerId: { in: resellers } } })
  await transaction.resellerHost.createMany({
    data: pointers.flatMap(({ resellerId, hosts }) => hosts.map((host, position) => ({ resellerId, host, position }))),
  })
  // What could not be read was about this version or an older one.
  await forgetRefusals(transaction, [
    ...pointers,
    ...resellers.map((resellerId) => ({ resellerId, version: NO_VERSION })),
  ])
  await transaction.$executeRaw`SELECT pg_notify(${CONFIG_CHANNEL}, id) FROM unnest(${resellers}::text[]) AS id`
}

async function forgetRefusals(
  transaction: Transaction,
  versions: readonly { resellerId: string; version: number }[],
): Promise<void> {
  const OR = versions.map(({ resellerId, version }) => ({ resellerId, version }))
  await transaction.configRejection.deleteMany({ where: { OR } })
}
