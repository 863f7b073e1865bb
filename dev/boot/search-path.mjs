import { delimiter } from 'node:path'

/**
 * The PATH without any node_modules: npm must not run on the very Node that it is about to replace.
 * @param {string} path
 */
export function withoutModules(path) {
  return path
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
}
