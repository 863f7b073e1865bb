import { handOver } from './boot/hand-over.mjs'

await handOver('dev/verify/main.ts')
