import { parentPort } from 'node:worker_threads'
import type { DrawAnswer, DrawRequest } from './draw-worker.ts'

/* A thread that answers at once and draws nothing, but never comes back from a card with the title `hang`. */

parentPort?.on('message', ({ id, card }: DrawRequest) => {
  while (card.title === 'hang');
  parentPort?.postMessage({ id, png: Uint8Array.of(1) } satisfies DrawAnswer)
})
