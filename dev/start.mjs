import { handOver } from './boot/hand-over.mjs'

await handOver('dev/start/main.ts')
