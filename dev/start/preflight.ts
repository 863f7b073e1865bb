import { accessSync, constants, mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { ClearLine } from '../services/clear-line.ts'
import { isBusy } from '../services/free-ports.ts'
import type { PublicPorts } from '../system/addresses.ts'
import { portVariables } from './settings.ts'

/** A storefront build and fresh data files take about 400 MB; the databases want air to grow. */
export const NEEDED_BYTES = 1_000_000_000

/** What would stop a start half-way, found before anything is started. Throws one clear line for the first of it. */
export async function preflight(dataDir: string, ports: PublicPorts): Promise<void> {
  checkWritable(dataDir)
  const { bavail, bsize } = await statfs(dataDir)
  checkSpace(bavail * bsize, dataDir)
  for (const name of Object.keys(ports) as (keyof PublicPorts)[]) await checkPort(name, ports[name])
}

export function checkSpace(freeBytes: number, folder: string): void {
  if (freeBytes >= NEEDED_BYTES) return
  const free = Math.floor(freeBytes / 1_000_000)
  throw new ClearLine(
    `only ${free} MB of disk space are free for ${folder}, ${NEEDED_BYTES / 1_000_000} are needed. Free some and start again`,
  )
}

async function checkPort(name: keyof PublicPorts, port: number): Promise<void> {
  const { variable, usual } = portVariables[name]
  const wayOut = `Stop it, or choose another port: ${variable}=${usual + 50} npm start`
  const busy = await isBusy(port).catch((error: NodeJS.ErrnoException) => {
    throw new ClearLine(`port ${port} (${name}) cannot be used here (${error.code}). ${wayOut}`)
  })
  if (busy) throw new ClearLine(`port ${port} (${name}) is used by another program. ${wayOut}`)
}

function checkWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ClearLine(
      `cannot write to ${folder} (${code}). Give this user the folder, or clone the repository elsewhere`,
    )
  }
}
