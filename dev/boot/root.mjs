// Everything in dev/boot is plain JavaScript for Node 20 without packages: it runs before anything is installed.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
export const modules = join(root, 'node_modules')
export const dataDir = join(root, '.data')
