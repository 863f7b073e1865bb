import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { leaveWith } from './clear-line.mjs'

const RETRY_MS = 300

/**
 * Two installs in one folder destroy each other's work: the second waits here for the first.
 * @param {string} dataDir
 * @returns {Promise<() => void>} gives the lock back
 */
export async function takeInstallLock(dataDir) {
  const file = join(dataDir, 'install.lock')
  makeFolder(dataDir)
  for (let told = false; !tryLock(file); told = true) {
    if (!told) console.log('· another install runs in this folder, waiting for it')
    if (isAbandoned(file)) rmSync(file, { force: true })
    else await delay(RETRY_MS)
  }
  return () => rmSync(file, { force: true })
}

/** @param {string} dataDir */
function makeFolder(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    leaveWith(
      `cannot write to ${dataDir} (${error.code}). Give this user the folder, or clone the repository elsewhere`,
    )
  }
}

/** @param {string} file */
function tryLock(file) {
  try {
    writeFileSync(file, `${process.pid}`, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    return leaveWith(`cannot write ${file} (${error.code}). Free some disk space, or give this user the folder`)
  }
}

/**
 * Its owner was killed. A lock that is just being written has no number yet and counts as held.
 * @param {string} file
 */
function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, 'utf8'))
    if (owner > 0) process.kill(owner, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
