import { join, resolve } from 'node:path'
import { root } from './programs.ts'

/** Where `npm start` keeps everything between two runs. */
export const dataDir = process.env.DATA_DIR ? resolve(process.env.DATA_DIR) : join(root, '.data')
