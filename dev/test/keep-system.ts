import { handOver } from '../boot/hand-over.mjs'

/**
 * `node dev/test/keep-system.ts` keeps the built system up while you write browser tests: `playwright test` in this
 * folder finds it by its note. Ctrl-C stops it and throws its data away. It is started as `npm test` starts its own: on
 * the same Node, and without what Node has to say about kafkajs in every log.
 */
await handOver('dev/test/kept-system.ts')
