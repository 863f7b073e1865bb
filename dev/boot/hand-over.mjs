import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { leaveWith } from './clear-line.mjs'
import { ensureInstalled } from './install.mjs'
import { findNode, major } from './node24.mjs'
import { modules, root } from './root.mjs'
import { leaveWithNpm, passSignals } from './signals.mjs'

const OLDEST_BOOT_NODE = 20

/**
 * Installs what is missing and runs a TypeScript program on the Node that the project is written for. Our exit code is its.
 * @param {string} program path below the repository
 */
export async function handOver(program) {
  if (major(process.versions.node) < OLDEST_BOOT_NODE)
    leaveWith(`Node ${OLDEST_BOOT_NODE} or newer is needed to begin with; this is ${process.version}`)
  await ensureInstalled()
  const node = findNode()
  const [command, ...args] = [...dyingWithUs(), node, join(root, program), ...process.argv.slice(2)]
  // A session of its own: the terminal's Ctrl-C reaches us alone, and one signal goes on.
  const child = spawn(command, args, {
    cwd: root,
    env: environment(node),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  })
  passSignals(child)
  leaveWithNpm(child)
  child.once('error', (error) => leaveWith(`cannot run ${node}: ${error.message}`))
  child.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
}

/** On Linux the kernel asks the child to stop when we are killed. */
function dyingWithUs() {
  const setpriv = '/usr/bin/setpriv'
  return process.platform === 'linux' && existsSync(setpriv) ? [setpriv, '--pdeathsig', 'TERM', '--'] : []
}

/** @param {string} node */
function environment(node) {
  const PATH = [dirname(node), join(modules, '.bin'), process.env.PATH].join(delimiter)
  // kafkajs computes a negative delay, and Node 24 would say so in every log.
  const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=TimeoutNegativeWarning`.trim()
  return { ...process.env, PATH, NODE_OPTIONS }
}
