/**
 * One entry of package-lock.json or of node_modules/.package-lock.json, which npm writes after an install.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Entry
 */

/**
 * Whether exactly what the lockfile names is installed. What is optional may be missing: it is mostly for other platforms.
 * @param {Record<string, Entry>} wanted `packages` of package-lock.json
 * @param {Record<string, Entry>} installed `packages` of node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  const present = Object.entries(wanted).every(([path, entry]) => path === '' || satisfies(entry, installed[path]))
  return present && Object.keys(installed).every((path) => path in wanted)
}

/**
 * @param {Entry} wanted
 * @param {Entry | undefined} installed
 */
function satisfies(wanted, installed) {
  if (!installed) return Boolean(wanted.optional || wanted.devOptional || wanted.peer)
  const sameContent = !wanted.integrity || installed.integrity === wanted.integrity
  return installed.version === wanted.version && sameContent
}
