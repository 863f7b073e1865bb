import { handOver } from './boot/hand-over.mjs'

await handOver('dev/reset/main.ts')
