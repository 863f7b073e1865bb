import { handOver } from './boot/hand-over.mjs'

await handOver('dev/screenshots/main.ts')
