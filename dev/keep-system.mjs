import { handOver } from './boot/hand-over.mjs'

await handOver('dev/test/kept-system.ts')
