import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** A fast shutdown writes one checkpoint; half a minute is generous for a development database. */
const ORPHAN_LIMIT_MS = 30_000

/**
 * Clears what a killed run left: a server still on these files is stopped, a pid file whose process is gone or is
 * something else by now is removed (PostgreSQL itself refuses to start when the number was given out anew).
 */
export async function clearStalePostmaster(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (isPostgresOn(pid, dataDir)) await stop(pid, file)
  rmSync(file, { force: true })
}

function isPostgresOn(pid: number, dataDir: string): boolean {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return commandLine.includes(dataDir)
  } catch {
    return false
  }
}

async function stop(pid: number, file: string): Promise<void> {
  process.kill(pid, 'SIGINT')
  const giveUp = Date.now() + ORPHAN_LIMIT_MS
  while (existsSync(file) && Date.now() < giveUp) await delay(50)
}
