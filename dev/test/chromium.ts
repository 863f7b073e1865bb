import { canInstall, installLine, installPackages } from '../services/apt.ts'
import { onPath } from '../services/on-path.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** A Chromium that is on this machine or can be brought to it, or why there is none. */
export async function findChromium(say: (line: string) => void): Promise<{ path: string } | { missing: string }> {
  const given = process.env.CHROMIUM
  if (given) return { path: given }
  if (!names.some((name) => onPath(name)) && canInstall()) await installPackages(['chromium'], say).catch(() => {})
  const path = names.map((name) => onPath(name)).find((one) => one !== null)
  return path ? { path } : { missing: `no Chromium. Install it: ${installLine(['chromium'])}, or name one in CHROMIUM` }
}
