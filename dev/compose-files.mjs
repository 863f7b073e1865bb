import { handOver } from './boot/hand-over.mjs'

await handOver('dev/compose/write-files.ts')
