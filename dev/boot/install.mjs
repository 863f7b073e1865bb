import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaveWith } from './clear-line.mjs'
import { takeInstallLock } from './install-lock.mjs'
import { isInstalled } from './lockfile.mjs'
import { dataDir, modules, root } from './root.mjs'
import { withoutModules } from './search-path.mjs'

const SIGN_OF_LIFE_MS = 15_000

/** Installs what package-lock.json names when something is missing or stale. */
export async function ensureInstalled() {
  if (current()) return
  const giveBack = await takeInstallLock(dataDir)
  try {
    if (!current()) await install()
  } finally {
    giveBack()
  }
}

function current() {
  const installed = join(modules, '.package-lock.json')
  return existsSync(installed) && isInstalled(packagesOf(join(root, 'package-lock.json')), packagesOf(installed))
}

/** @param {string} file */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

async function install() {
  const start = Date.now()
  const seconds = () => Math.round((Date.now() - start) / 1000)
  console.log('· installing packages (npm ci; about 300 of them, a minute the first time)')
  const life = setInterval(() => console.log(`· still installing packages, ${seconds()} s`), SIGN_OF_LIFE_MS)
  if (process.stdout.isTTY) clearInterval(life) // npm shows its own sign there
  const code = await runNpm()
  clearInterval(life)
  if (code !== 0)
    leaveWith('npm ci failed, see above. Usual reasons: no network, no disk space, a folder of another user')
  console.log(`✓ packages installed in ${seconds()} s`)
}

/** @returns {Promise<number | null>} its exit code */
function runNpm() {
  const env = { ...process.env, PATH: withoutModules(process.env.PATH ?? '') }
  // Type checker and tests are part of both commands, whatever NODE_ENV says.
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error', '--no-audit', '--no-fund']
  const npm = spawn('npm', args, { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
  return new Promise((done) => {
    npm.once('error', () => leaveWith('npm is not on the PATH. Install Node.js with npm (Debian: apt-get install npm)'))
    npm.once('exit', done)
  })
}
