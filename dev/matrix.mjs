import { handOver } from './boot/hand-over.mjs'

await handOver('dev/matrix/main.ts')
