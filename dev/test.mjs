import { handOver } from './boot/hand-over.mjs'

await handOver('dev/test/main.ts')
