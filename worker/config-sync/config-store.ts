import { CONFIG_CHANNEL, type ConfigEvent } from '#contracts/config-event.ts'
import type { Prisma } from '#generated/prisma/client.ts'
import type { Database, Transaction } from '../database.ts'
import { type ConfigState, type Decision, decideConfigEvent, hostsOf, NUMBER_LIMIT, type Refusal } from './decide.ts'

/** Applies one event: reads what it touches, decides, writes and announces, in one transaction. */
export async function applyConfigEvent(database: Database, event: ConfigEvent): Promise<Decision> {
  return database.$transaction(
    async (transaction) => {
      // A paused consumer may wake up beside its successor: one reseller's events are applied one at a time.
      await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`config:${event.resellerId}`}, 0))`
      const decision = decideConfigEvent(await readState(transaction, event), event)
      await storeVersions(transaction, event.resellerId, decision.store)
      if (decision.publish) await movePointer(transaction, event.resellerId, decision.publish)
      return decision
    },
    { maxWait: 5_000, timeout: 5_000 },
  )
}

interface StateRow {
  readonly sequence: number | null
  readonly stored: readonly { version: number; config: unknown }[] | null
  readonly hosts: readonly { host: string; owner: string }[] | null
  readonly told: readonly { version: number; sequence: number; reason: string }[] | null
}

async function readState(transaction: Transaction, event: ConfigEvent): Promise<ConfigState> {
  const { resellerId, live, draft } = event
  const versions = [live.version, draft?.version ?? live.version].filter((version) => version <= NUMBER_LIMIT)
  const rows = await transaction.$queryRaw<StateRow[]>`
    SELECT
      (SELECT sequence FROM reseller WHERE reseller_id = ${resellerId}) AS sequence,
      (SELECT jsonb_agg(v) FROM config_version v WHERE reseller_id = ${resellerId} AND version = ANY(${versions})) AS stored,
      (SELECT jsonb_agg(jsonb_build_object('host', host, 'owner', reseller_id)) FROM reseller_host
        WHERE host = ANY(${hostsOf(live.config)})) AS hosts,
      (SELECT jsonb_agg(r) FROM config_rejection r WHERE reseller_id = ${resellerId} AND version = ANY(${versions})) AS told`
  const { sequence, stored, hosts, told } = rows[0] ?? { sequence: null, stored: null, hosts: null, told: null }
  return {
    sequence: sequence ?? 0,
    stored: new Map(stored?.map(({ version, config }) => [version, config])),
    hostOwners: new Map(hosts?.map(({ host, owner }) => [host, owner])),
    told: new Map(told?.map((note) => [note.version, note])),
  }
}

/** Stores versions that are valid; one that is there already stays as it is. Notes about them go away. */
export async function storeVersions(
  transaction: Transaction,
  resellerId: string,
  versions: Decision['store'],
): Promise<void> {
  if (versions.length === 0) return
  await transaction.$executeRaw`INSERT INTO reseller (reseller_id) VALUES (${resellerId}) ON CONFLICT DO NOTHING`
  await transaction.configVersion.createMany({
    data: versions.map(({ version, config }) => ({ resellerId, version, config: config as Prisma.InputJsonValue })),
    skipDuplicates: true,
  })
  const numbers = versions.map(({ version }) => version)
  await transaction.configRejection.deleteMany({ where: { resellerId, version: { in: numbers } } })
}

async function movePointer(
  transaction: Transaction,
  resellerId: string,
  { version, sequence, hosts }: NonNullable<Decision['publish']>,
): Promise<void> {
  await transaction.reseller.update({
    where: { resellerId, sequence: { lt: sequence } },
    data: { liveVersion: version, sequence, publishedAt: new Date() },
  })
  await transaction.resellerHost.deleteMany({ where: { resellerId } })
  await transaction.resellerHost.createMany({ data: hosts.map((host, position) => ({ resellerId, host, position })) })
  await transaction.configRejection.deleteMany({ where: { resellerId, version } })
  await transaction.$executeRaw`SELECT pg_notify(${CONFIG_CHANNEL}, ${resellerId})`
}

/** Notes what was refused, after it was told; the same refusal is then not told again. */
export async function noteRefusals(
  database: Database,
  refusals: readonly (Refusal & { readonly resellerId: string })[],
): Promise<void> {
  for (const { resellerId, version, sequence, reason } of refusals) {
    if (version > NUMBER_LIMIT || sequence > NUMBER_LIMIT) continue
    const note = { sequence, reason, rejectedAt: new Date() }
    await database.configRejection.upsert({
      where: { resellerId_version: { resellerId, version } },
      create: { resellerId, version, ...note },
      update: note,
    })
  }
}
