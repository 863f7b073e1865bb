import { handOver } from './boot/hand-over.mjs'

await handOver('bench/main.ts')
