import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { leaveWith } from './clear-line.mjs'
import { modules } from './root.mjs'

const NEEDED_MAJOR = 24

/** The Node that runs everything behind this boot: the one npm brought, or the system's where that is new enough. */
export function findNode() {
  const brought = join(modules, ...packagedNode(process.platform, process.arch))
  if (existsSync(brought)) return brought
  if (major(process.versions.node) >= NEEDED_MAJOR) return process.execPath
  return leaveWith(
    `Node ${NEEDED_MAJOR} is needed and npm has none for ${process.platform}-${process.arch} (this is ${process.version}). Install it from nodejs.org and run this again`,
  )
}

/**
 * Where the package node-<platform>-<arch> keeps its program, below node_modules.
 * @param {string} platform
 * @param {string} arch
 */
export function packagedNode(platform, arch) {
  const windows = platform === 'win32'
  return [`node-${windows ? 'win' : platform}-${arch}`, 'bin', windows ? 'node.exe' : 'node']
}

/** @param {string} version such as 20.20.2 */
export const major = (version) => Number(version.split('.')[0])
