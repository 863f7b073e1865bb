import { ClearLine } from './clear-line.ts'
import { onPath } from './on-path.ts'
import { run } from './run.ts'

/** Another apt on this machine may hold its lock for a while: unattended upgrades take minutes. */
const LOCK_TIMEOUT_SECONDS = 180

/** Whether we may install Debian packages without asking anybody. */
export const canInstall = (): boolean => process.getuid?.() === 0 && onPath('apt-get') !== null

/** What a person types to install them. */
export const installLine = (packages: readonly string[]): string => `sudo apt-get install -y ${packages.join(' ')}`

/** Installs Debian packages, and says so. Throws a clear line when that is not possible here. */
export async function installPackages(packages: readonly string[], say: (line: string) => void): Promise<void> {
  if (!canInstall()) throw new ClearLine(`${packages.join(', ')} is missing. Install it with: ${installLine(packages)}`)
  say(`installing Debian's ${packages.join(', ')} (apt-get)`)
  if (await install(packages)) return
  // A fresh machine has no package lists yet, or old ones that name files no longer there.
  await apt(['update'])
  if (!(await install(packages)))
    throw new ClearLine(`apt-get could not install ${packages.join(', ')}. Try: ${installLine(packages)}`)
}

function install(packages: readonly string[]): Promise<boolean> {
  return apt(['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

async function apt(args: readonly string[]): Promise<boolean> {
  const options = ['-o', `DPkg::Lock::Timeout=${LOCK_TIMEOUT_SECONDS}`]
  // Run level 1 keeps Debian from starting a server of its own beside ours.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const { status } = await run(['apt-get', ...options, ...args], { env })
  return status === 0
}
